package ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

public class Reader implements java.io.Serializable {
    private static final Logger LOG = Logger.getLogger("ingest");

    public List read(String text) {
        List found = new ArrayList();
        for (String line : text.split("\n")) {
            try {
                found.add(Integer.parseInt(line.trim()));
            } catch (NumberFormatException e) {
                LOG.log(Level.SEVERE, "line skipped", e);
            }
        }
        return found;
    }

    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("ERROR: usage: ingest FILE");
            System.exit(2);
        }
    }
}
