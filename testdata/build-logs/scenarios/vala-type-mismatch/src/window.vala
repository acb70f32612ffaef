public class Window : Object {
    public string title { get; construct; }

    public Window (string title) {
        Object (title: title);
    }

    public void resize (int width) {
        stdout.printf ("%d\n", width);
    }
}
