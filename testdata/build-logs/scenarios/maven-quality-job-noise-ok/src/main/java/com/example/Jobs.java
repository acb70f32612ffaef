package com.example;

import java.util.*;

public class Jobs {
    static List names = new ArrayList();

    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("ERROR: no job given");
            System.exit(64);
        }
        names.add(args[0]);
        new Thread().stop();
    }
}
