import java.util.*;

public class Note {
    public static void main(String[] args) {
        List list = new ArrayList();
        list.add("note: 0 errors");
        System.out.println(list.get(0));
    }
}
