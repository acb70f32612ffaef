package org.example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

public class Generate {
    public static void main(String[] args) throws Exception {
        System.out.println("generating from templates.properties");
        Properties p = new Properties();
        try (var in = Files.newInputStream(Path.of("src/main/resources/templates.properties"))) {
            p.load(in);
        }
        int count = Integer.parseInt(p.getProperty("count"));
        for (int i = 0; i < count; i++) {
            System.out.println("template " + i);
        }
    }
}
