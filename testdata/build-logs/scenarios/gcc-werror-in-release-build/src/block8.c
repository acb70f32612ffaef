#include <assert.h>

int block8(int size) {
    assert(size > 0);
    return size * 8;
}
