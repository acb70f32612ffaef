package org.example.invoice;

public final class Dunning {
    private Dunning() { }

    public static int level(int days) {
        if (days < 14) {
            return 0;
        }
        return days < 30 ? 1 : 2;
    }
}
