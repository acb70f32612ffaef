package shop;

record Item(String name, int price) {}
