package org.example;

public interface Mailer {
    void send(String text);
}
