package org.example;

import java.util.Date;

public class Retry {
    public static void main(String[] args) {
        for (int n = 1; ; n++) {
            try {
                if (n < 3) throw new IllegalStateException("Connection refused (simulated)");
                System.out.println("sent at try " + n + ", year " + new Date().getYear());
                return;
            } catch (IllegalStateException e) {
                System.err.println("[ERROR] try " + n + " failed");
                e.printStackTrace();
            }
        }
    }
}
