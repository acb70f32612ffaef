package org.example.invoice;

public final class Numbers {
    private Numbers() { }

    public static String format(int year, int number) {
        return String.format("%d-%05d", year, number);
    }

    public static int next(String last) {
        return Integer.parseInt(last.substring(last.indexOf('-') + 1)) + 1;
    }
}
