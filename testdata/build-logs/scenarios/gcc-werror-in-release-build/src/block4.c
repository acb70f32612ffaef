#include <assert.h>

int block4(int size) {
    assert(size > 0);
    return size * 4;
}
