public class Ferry {
    int load(int cars) {
        if (cars > 40) throw new IllegalStateException("overloaded: " + cars);
        return cars;
    }
}
