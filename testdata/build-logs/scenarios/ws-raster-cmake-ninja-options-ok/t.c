#include <stdio.h>
#include <string.h>
int raster(unsigned w, int h);
int main(int c, char **v) { if (c > 1 && !strcmp(v[1], "bad")) { fprintf(stderr, "error: bad raster\n"); return 1; } return c > 1 && !strcmp(v[1], "gpu") ? 77 : raster(2, 2) - 4; }
