int reserved(int c) { return c == '/' || c == '?'; }
