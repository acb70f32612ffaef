import java.util.*;

public class Ledger {
    private final List<Money> entries = new ArrayList<>();
    void book(Money m) { entries.add(m); }
    Money balance() {
        return entries.stream().reduce(Money.ZERO, Money::add);
    }
}
