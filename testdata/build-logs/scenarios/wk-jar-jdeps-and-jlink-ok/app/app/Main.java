package app;

import java.util.logging.*;

public class Main {
    private static final Logger LOG = Logger.getLogger("app");
    public static void main(String[] args) {
        LOG.setUseParentHandlers(false);
        try { Integer.parseInt("twelve"); }
        catch (NumberFormatException e) { if (args.length > 0) e.printStackTrace(); else System.out.println("rejected: " + e.getMessage()); }
        System.out.println("finished with 0 errors");
    }
}
