public class Menu {
    public static void main(String[] args) {
        System.out.println("Café crème: 3 €");
    }
}
