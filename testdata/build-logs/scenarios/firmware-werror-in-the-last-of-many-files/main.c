#include <stdio.h>

int driver_1_probe(int bus);

int main(void)
{
    int status = driver_1_probe(2);
    unsigned int count = 3;
    for (int i = 0; i < count; i++)
        printf("probe %d: %d\n", i, status);
    return 0;
}
