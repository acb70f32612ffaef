#include <assert.h>

int block6(int size) {
    assert(size > 0);
    return size * 6;
}
