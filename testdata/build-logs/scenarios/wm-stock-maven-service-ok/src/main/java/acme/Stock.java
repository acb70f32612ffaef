package acme;

import java.util.*;
import java.util.logging.*;

public class Stock {
    private static final Logger LOG = Logger.getLogger("stock");
    private final Map<String, Integer> items = new HashMap<>();

    public void add(String sku, int n) { items.merge(sku, n, Integer::sum); }

    public boolean take(String sku, int n) {
        try {
            if (items.getOrDefault(sku, 0) < n) throw new IllegalStateException("only " + items.get(sku) + " of " + sku);
            items.merge(sku, -n, Integer::sum);
            return true;
        } catch (IllegalStateException e) {
            LOG.log(Level.SEVERE, "cannot take " + n + " of " + sku, e);
            return false;
        }
    }

    public static void main(String[] args) {
        Stock s = new Stock();
        s.add("a", Integer.parseInt(args[0]));
        System.out.println("taken: " + s.take("a", Integer.parseInt(args[1])));
    }
}
