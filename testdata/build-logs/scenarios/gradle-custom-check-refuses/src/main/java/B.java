public class B {
    int b = 2;
}
