package org.example;

import java.net.ConnectException;
import java.util.*;
import org.slf4j.*;

public class Client {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    public boolean send(String host) {
        List names = new ArrayList();
        names.add(host);
        try {
            if (host.startsWith("down")) throw new ConnectException("Connection refused: " + host);
            return true;
        } catch (ConnectException e) {
            LOG.error("could not send to {}", host, e);
            return false;
        }
    }
}
