#include "../src/grain.h"

int main(void)
{
    return grain_known("oats") && !grain_known("error") ? 0 : 1;
}
