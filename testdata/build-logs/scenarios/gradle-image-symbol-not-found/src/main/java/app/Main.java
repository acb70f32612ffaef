package app;

import java.util.Arrays;
import java.util.List;

public class Main {
    public static void main(String[] args) {
        List<String> names = Arrays.asList(args);
        System.out.println(names.lenght() + " names");
    }
}
