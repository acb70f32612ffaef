package toll;

public record Rates(int car, int truck) {
    public int of(boolean truckToll) { return truckToll ? truck : car; }
}
