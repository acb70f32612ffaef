public class Legacy {
    Integer boxed(int i) { return new Integer(i); }
}
