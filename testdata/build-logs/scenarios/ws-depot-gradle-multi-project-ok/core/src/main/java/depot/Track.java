package depot;
import java.util.*;
public class Track {
    private final List wagons = new ArrayList();
    public void add(String w) { if (wagons.size() == 3) throw new IllegalStateException("error: the track is full"); wagons.add(w); }
    public int size() { return wagons.size(); }
}
