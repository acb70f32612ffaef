package ledger;

import java.util.ArrayList;
import java.util.List;

public class Main {
    static int passed;

    static void test(String name, Runnable body, Class<? extends Throwable> expected) {
        try {
            body.run();
            if (expected != null) throw new AssertionError(name + ": no " + expected.getSimpleName());
        } catch (RuntimeException e) {
            if (expected == null || !expected.isInstance(e)) throw e;
            e.printStackTrace();
        }
        passed++;
        System.out.println("PASS " + name);
    }

    @SuppressWarnings("deprecation")
    static Integer boxed() { return new Integer(3); }

    public static void main(String[] args) {
        List raw = new ArrayList();
        raw.add("entry");
        test("adds", () -> { assert raw.size() == 1; }, null);
        test("negative amount fails", () -> { throw new IllegalArgumentException("amount -5 is negative"); }, IllegalArgumentException.class);
        test("boxed", Main::boxed, null);
        System.out.println(passed + " tests passed, 0 failed");
    }
}
