int notes_add(int a) { int unused = a; return a + 1; }
