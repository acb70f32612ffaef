package org.example.policy;
import java.util.*;
public class Policy {
    public static int premium(int age) { if (age < 0) throw new IllegalArgumentException("error: age " + age); return 100 + age; }
    public static void main(String[] a) { List l = new ArrayList(); l.add(1); Thread.currentThread().stop(); System.out.println(premium(Integer.parseInt(a[0]))); }
}
