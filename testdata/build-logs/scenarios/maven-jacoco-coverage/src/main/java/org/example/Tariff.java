package org.example;

public class Tariff {
    public static int zone(int km) {
        if (km < 10) {
            return 1;
        }
        if (km < 50) {
            return 2;
        }
        return 3;
    }

    public static int price(int km) {
        return 250 * zone(km);
    }
}
