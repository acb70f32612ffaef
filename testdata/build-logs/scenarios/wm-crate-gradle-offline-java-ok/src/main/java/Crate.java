import java.util.Date;
public class Crate {
    public static void main(String[] a) { System.out.println(new Date(99, 1, 1).getYear()); }
}
