package desk;

public class Web {
    public String get(String p) { if (p.isEmpty()) throw new DeskException("no path"); return new Store().size() + p; }
}
