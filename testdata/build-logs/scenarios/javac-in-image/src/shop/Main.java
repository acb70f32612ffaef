package shop;

import java.util.ArrayList;
import java.util.List;

public class Main {
    public static void main(String[] args) {
        List<Item> items = new ArrayList();
        items.add(new Item("lamp", 3));
        System.out.println(items.get(0).cost());
    }
}
