package org.example;

import java.util.List;

public class App {
	public static int sign(int n) {
        if (n < 0) return -1;
        return 1;
    }
}
