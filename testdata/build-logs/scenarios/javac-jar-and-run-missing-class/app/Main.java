public class Main {
    public static void main(String[] args) {
        System.out.println("starting");
        System.out.println(Greeter.greet("World"));
    }
}
