import java.util.*;

/**
 * Runs <a batch.
 */
public class Batch {
    /** @returns nothing */
    public static void main(String[] args) throws Exception {
        Thread worker = new Thread(() -> { throw new IllegalStateException("queue is gone"); }, "worker-1");
        worker.start();
        worker.join();
        try {
            Class.forName("com.mysql.jdbc.Driver");
        } catch (ClassNotFoundException error) {
            error.printStackTrace();
        }
        List rows = new ArrayList();
        System.out.println("batch finished, " + rows.size() + " errors");
    }
}
