package org.example;

public class Tickets {
    record Ticket(int number, String title) {}

    public static void main(String[] args) {
        System.out.println(new Ticket(1, "first"));
    }
}
