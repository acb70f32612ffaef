import java.util.*;

public class Ledger {
    List rows = new ArrayList();
    void add(Object row) { rows.add(row); Thread.currentThread().stop(); }
}
