/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare-versions TYPE: for each line "A B" of stdin -1, 0 or 1, as A is older than, the
 * same as or newer than B, or "?", to compare with what orders the versions of that type.
 */
#include <stdio.h>

#include "version_order.h"

int main(int argc, char **argv)
{
    char line[4096];

    if (argc != 2)
        return 2;
    while (fgets(line, sizeof line, stdin)) {
        struct span rest = span_string(line);
        struct span text;
        struct span a;
        int order;

        span_next_line(&rest, &text);
        span_split(&text, ' ', &a);
        if (version_compare(span_string(argv[1]), a, text, &order))
            printf("%d\n", (order > 0) - (order < 0));
        else
            puts("?");
    }
    return 0;
}
