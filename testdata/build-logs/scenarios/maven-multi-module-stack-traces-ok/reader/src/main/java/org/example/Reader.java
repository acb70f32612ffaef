package org.example;

import java.util.logging.Level;
import java.util.logging.Logger;

public class Reader {
    private final Logger log = Logger.getLogger(Reader.class.getName());

    public int read(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            log.log(Level.SEVERE, "ERROR: cannot read, zero is taken", e);
            return 0;
        }
    }
}
