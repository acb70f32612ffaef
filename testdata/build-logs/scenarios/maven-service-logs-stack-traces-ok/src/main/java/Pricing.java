import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;

public class Pricing {
    private static final Logger LOG = Logger.getLogger("pricing");

    static int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            LOG.log(Level.SEVERE, "cannot parse price, zero is used", e);
            return 0;
        }
    }

    static boolean old(Date d) {
        return d.getYear() < 100;
    }
}
