import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

public class Import {
    private static final Logger LOG = Logger.getLogger("import");

    public static void main(String[] args) throws IOException {
        int good = 0, bad = 0;
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            try {
                String[] fields = line.split(",");
                if (fields[1].isEmpty()) {
                    throw new IllegalArgumentException("empty name");
                }
                Integer.parseInt(fields[2]);
                good++;
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "cannot import row: " + line, e);
                bad++;
            }
        }
        System.out.printf("imported %d rows, %d rejected%n", good, bad);
    }
}
