public class Sensor {
    static {
        System.loadLibrary("sensor");
    }

    static native int read();

    public static void main(String[] args) {
        System.out.println("value " + read());
    }
}
