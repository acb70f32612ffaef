#include <stdio.h>

int unit_7(int);

int main(int argc, char **argv)
{
    if (argc > 1) {
        fprintf(stderr, "player: error: no sound device\n");
        return 3;
    }
    printf("0 errors, %d units\n", unit_7(0));
    return 0;
}
