int raster(unsigned w, int h) { int i, s = 0; for (i = 0; i < w; i++) s += h; return s; }
