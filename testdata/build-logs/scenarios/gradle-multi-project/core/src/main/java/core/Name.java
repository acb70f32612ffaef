package core;

public class Name {
    String value = "core";
}
