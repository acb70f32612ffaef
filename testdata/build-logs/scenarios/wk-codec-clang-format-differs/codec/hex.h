int hex(int x);
