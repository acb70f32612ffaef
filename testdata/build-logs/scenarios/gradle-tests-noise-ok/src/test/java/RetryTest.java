import org.junit.*;

public class RetryTest {
    @Test
    public void error() {
        new IllegalStateException("FAILURE: Build failed with an exception (only a text)").printStackTrace();
    }

    @Test(expected = RuntimeException.class)
    public void failed() {
        throw new RuntimeException("expected");
    }

    @Ignore
    @Test
    public void skipped() {}
}
