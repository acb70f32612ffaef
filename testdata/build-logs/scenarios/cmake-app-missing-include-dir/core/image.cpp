int area(int a, int b) { int unused = 3; return a * b; }
