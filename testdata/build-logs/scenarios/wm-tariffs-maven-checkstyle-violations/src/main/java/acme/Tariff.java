package acme;

import java.util.List;
import java.util.Map;

public class Tariff {
    int cents(List<Integer> parts) {
        int sum = 0;
        for (int p : parts) sum += p;
        return sum;
    }
}
