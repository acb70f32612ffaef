int mix(int a, int b);
