public class Cron {
    public static boolean due(int every, int minute) {
        if (every <= 0) throw new IllegalArgumentException("every must be positive");
        return minute % every == 0;
    }
}
