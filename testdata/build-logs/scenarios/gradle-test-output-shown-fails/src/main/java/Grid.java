public class Grid {
    static int cell(int x, int y) {
        return y * 10 + x;
    }
}
