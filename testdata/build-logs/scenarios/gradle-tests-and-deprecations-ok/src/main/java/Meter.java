import java.util.*;

public class Meter {
    static List values = new ArrayList();

    public static void main(String[] args) {
        values.add(Integer.valueOf(3));
        System.err.println("ERROR meter: no calibration, exit status 4 is expected here");
        System.exit(4);
    }
}
