#include <stdio.h>

int open_window(const char *title)
{
    struct window *w = new_window(title);
    return w->id;
}
