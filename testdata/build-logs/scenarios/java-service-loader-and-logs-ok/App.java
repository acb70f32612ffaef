import java.util.logging.*;
public class App {
    public static void main(String[] a) {
        Logger log = Logger.getLogger("app");
        try { Integer.parseInt("x1"); }
        catch (NumberFormatException e) { log.log(Level.SEVERE, "cannot parse the port, using the default", e); }
        log.info("listening on 8080");
        System.out.println("self test: 12 checks, 0 failed");
    }
}
