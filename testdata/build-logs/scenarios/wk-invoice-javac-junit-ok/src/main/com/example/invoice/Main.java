package com.example.invoice;

import java.util.*;

public class Main {
    public static void main(String[] args) {
        List lines = new ArrayList();
        for (String a : args) lines.add(Integer.valueOf(a));
        System.out.println("total: " + Invoice.total(lines));
    }
}
