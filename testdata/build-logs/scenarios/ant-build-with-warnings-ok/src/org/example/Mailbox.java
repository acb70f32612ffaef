package org.example;

import java.util.ArrayList;
import java.util.List;

public class Mailbox {
    static List all = new ArrayList();

    public static void main(String[] args) {
        all.add("one");
        System.out.println("self-test: 1 message");
        throw new IllegalStateException("self-test needs a server");
    }
}
