public class Lights {
    static String next(String c) {
        switch (c) {
        case "red": return "green";
        case "green": return "yellow";
        default: return "red";
        }
    }
    public static void main(String[] a) { System.out.println(a[0] + " -> " + next(a[0])); }
}
