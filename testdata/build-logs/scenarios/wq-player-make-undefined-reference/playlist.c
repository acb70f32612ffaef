#include "player.h"

int playlist_next(int now, int length)
{
    return (now + 1) % length;
}
