/** Retries. */
public class Retry {
    /** How often.
     * @param n the number
     */
    public int times(int n) { return n; }
    public void never() { }
}
