#include <assert.h>

int block3(int size) {
    assert(size > 0);
    return size * 3;
}
