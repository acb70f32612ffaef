package org.example.b;

import java.util.*;

public class ErrorTable {
    @Deprecated public static final List RAW = new ArrayList();
    public static void main(String[] a) { RAW.add("error"); System.err.println("ERROR table: " + RAW + new Date(126, 1, 1)); }
}
