#include <stdio.h>
int age(int, int, int);
int main(void)
{
    fprintf(stderr, "age: error: born in the future (expected by this test)\n");
    return age(2000, 2024, 0) != 24;
}
