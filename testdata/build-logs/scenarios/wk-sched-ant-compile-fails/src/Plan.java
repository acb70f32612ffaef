import java.util.ArrayList;
import java.util.List;

public class Plan {
    List<String> steps = new ArrayList();

    int duration(String s) {
        return Long.parseLong(s) * 60;
    }

    public static void main(String[] args) { System.out.println(new Plan().duration("2")); }
}
