public class Tree {
    static boolean leaves(String s) { return !s.isEmpty(); }
    static String name(String s) { return s.toLowerCase(); }
}
