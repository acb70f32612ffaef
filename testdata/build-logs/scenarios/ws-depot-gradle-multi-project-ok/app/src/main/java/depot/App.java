package depot;
public class App { public static void main(String[] a) { System.out.println(new Track().size() + a[0]); } }
