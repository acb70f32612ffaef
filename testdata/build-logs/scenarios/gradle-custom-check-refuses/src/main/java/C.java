public class C {
    int c = 3;
}
