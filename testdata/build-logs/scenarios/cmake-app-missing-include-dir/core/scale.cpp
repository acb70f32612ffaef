double scale(double a, double b) { return a / b; }
