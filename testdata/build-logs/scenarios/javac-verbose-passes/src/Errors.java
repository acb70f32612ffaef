import java.util.ArrayList;
import java.util.List;

public class Errors {
    public static void main(String[] args) {
        List<String> errors = new ArrayList<>();
        List raw = errors;
        raw.add("error: not found");
        System.err.println(errors);
    }
}
