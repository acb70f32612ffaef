package toll;

public class Gate {
    private final Rates rates;
    public Gate(Rates r) { rates = r; }
    public int pay(boolean truck) { return rates.of(truck); }
}
