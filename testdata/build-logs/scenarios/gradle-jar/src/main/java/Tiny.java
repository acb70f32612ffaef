public class Tiny {
    public static void main(String[] args) { System.out.println("tiny"); }
}
