import org.apache.commons.cli.Options;

public class Tool {
    public static void main(String[] args) {
        System.err.println("ERROR level is off " + new Options().getOptions());
    }
}
