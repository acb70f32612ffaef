public class Timer {
    public static void main(String[] args) {
        System.out.println("timer: " + new Integer(3));
    }
}
