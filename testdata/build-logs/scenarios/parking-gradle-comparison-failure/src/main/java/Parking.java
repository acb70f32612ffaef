import com.google.gson.Gson;
import java.util.Map;
import java.util.TreeMap;

public class Parking {
    private final Map<String, Integer> places = new java.util.TreeMap<>(java.util.Collections.reverseOrder());

    public void park(String plate, int place) {
        if (places.containsValue(place)) {
            throw new IllegalArgumentException("place " + place + " is taken");
        }
        places.put(plate, place);
    }

    public int find(String plate) {
        return places.getOrDefault(plate, -1);
    }

    public String toJson() {
        return new Gson().toJson(places);
    }
}
