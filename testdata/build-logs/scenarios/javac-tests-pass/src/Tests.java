class Tests {
    public static void main(String[] arguments) {
        for (int i = 0; i < 25; i++) {
            try {
                new Cache().get("key" + i);
                throw new AssertionError("no exception");
            } catch (IllegalStateException e) {
                System.out.println("ok: " + e);
            }
        }
        new IllegalStateException("printed, not thrown").printStackTrace();
        System.out.println("25 tests, 0 failures");
    }
}
