import java.util.*;

public class Ledger {
    static List rows = new ArrayList();
    static void add(Object row) { rows.add(row); }
}
