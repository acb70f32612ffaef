#include "config.h"
#include "tides.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    printf("tides %s\n", VERSION);
    for (int hour = 0; hour < 24; hour += 6)
        printf("%02d %.2f %s\n", hour, tide_height(hour), tide_name(tide_height(hour)));
    return 0;
}
