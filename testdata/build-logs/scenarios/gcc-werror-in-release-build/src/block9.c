#include <assert.h>

int block9(int size) {
    assert(size > 0);
    return size * 9;
}
