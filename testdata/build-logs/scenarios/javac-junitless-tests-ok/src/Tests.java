import java.util.*;

public class Tests {
    static int failed;

    static void check(String name, boolean good) {
        System.out.println("[" + (good ? "ok" : "FAILED") + "] " + name);
        if (!good) failed++;
    }

    public static void main(String[] args) {
        List raw = new ArrayList();
        raw.add("error");
        for (int n = 0; n < 45; n++) check("error code " + n, n >= 0);
        try {
            raw.iterator().remove();
        } catch (IllegalStateException e) {
            e.printStackTrace();
            check("iterator", true);
        }
        System.exit(failed);
    }
}
