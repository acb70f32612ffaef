import java.util.*;

public class Index {
    public static void main(String[] args) {
        Map<Integer, byte[]> pages = new HashMap<>();
        for (int n = 0; n < 100; n++) {
            if (n % 4 == 0) System.out.println("indexing page " + n);
            pages.put(n, new byte[1 << 20]);
        }
    }
}
