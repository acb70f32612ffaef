int scale(int w, double f);
