package com.example;

import java.util.*;

public class Forms {
    static class ValidationError extends Exception { ValidationError(String m) { super(m); } }
    public static void main(String[] args) {
        for (String a : args) {
            try { check(a); System.out.println("valid: " + a); }
            catch (ValidationError e) { System.out.println(e); }
        }
        try { check("age"); } catch (ValidationError e) { System.out.println("expected " + e); }
    }
    static void check(String s) throws ValidationError {
        if (!s.contains("=")) throw new ValidationError("no value: " + s);
        List raw = new ArrayList();
        raw.add(s);
    }
}
