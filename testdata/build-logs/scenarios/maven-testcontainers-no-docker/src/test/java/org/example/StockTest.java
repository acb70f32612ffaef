package org.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

class StockTest {
    static GenericContainer<?> redis = new GenericContainer<>("redis:7").withExposedPorts(6379);

    @BeforeAll
    static void start() {
        redis.start();
    }

    @Test
    void answers() {
        assertTrue(redis.isRunning());
    }
}
