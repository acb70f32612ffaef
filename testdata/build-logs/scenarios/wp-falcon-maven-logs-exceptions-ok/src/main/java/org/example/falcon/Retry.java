package org.example.falcon;

import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Retry {
    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    public static <T> T three(Callable<T> call) {
        for (int i = 1; ; i++) {
            try {
                return call.call();
            } catch (Exception e) {
                LOG.error("attempt {} of 3 failed", i, e);
                if (i == 3) throw new IllegalStateException("gave up", e);
            }
        }
    }
}
