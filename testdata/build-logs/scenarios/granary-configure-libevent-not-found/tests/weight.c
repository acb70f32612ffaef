#include "../src/grain.h"

int main(void)
{
    return grain_weight("rye") == 720 ? 0 : 1;
}
