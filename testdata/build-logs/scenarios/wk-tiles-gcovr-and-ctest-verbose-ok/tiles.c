#include <stdio.h>
int tiles_at(int zoom)
{
    if (zoom < 0 || zoom > 22) {
        fprintf(stderr, "tiles: error: zoom %d out of range\n", zoom);
        return -1;
    }
    return 1 << zoom;
}
int neighbours(int n) { return n > 1 ? 8 : 0; }
