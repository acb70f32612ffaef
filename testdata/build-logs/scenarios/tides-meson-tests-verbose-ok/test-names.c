#include "tides.h"

#include <assert.h>
#include <string.h>

int main(void)
{
    assert(strcmp(tide_name(3.2), "high") == 0);
    assert(strcmp(tide_name(0.2), "low") == 0);
    assert(strcmp(tide_name(2), "middle") == 0);
    return 0;
}
