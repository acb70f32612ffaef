#include <stdio.h>
int pid_step(int err, int *acc);
int main(void)
{
    int acc = 0, ok = pid_step(8, &acc) == 25;
    printf("pid_step(8): %s\n", ok ? "pass" : "FAIL");
    ok &= pid_step(-8, &acc) == -24;
    printf("pid_step(-8): %s\n", ok ? "pass" : "FAIL");
    return !ok;
}
