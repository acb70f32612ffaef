#include <assert.h>

int block1(int size) {
    assert(size > 0);
    return size * 1;
}
