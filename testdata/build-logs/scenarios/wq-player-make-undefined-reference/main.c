#include <stdio.h>
#include "player.h"

int main(int argc, char **argv)
{
    int length = 10;
    printf("%d %d %f\n", playlist_next(1, length), playlist_shuffle(1, length), decibels(argc));
    return 0;
}
