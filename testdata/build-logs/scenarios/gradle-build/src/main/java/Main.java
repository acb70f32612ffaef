import java.util.ArrayList;

public class Main {
    public static void main(String[] args) {
        ArrayList raw = new ArrayList();
        raw.add("error: unchecked");
    }
}
