package desk;

public class DeskException extends RuntimeException {
    public DeskException(String m) { super(m); }
}
