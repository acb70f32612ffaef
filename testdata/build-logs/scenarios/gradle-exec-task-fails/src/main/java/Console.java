public class Console {
    public static void main(String[] args) {
        System.out.println("console");
    }
}
