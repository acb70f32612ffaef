/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool goes_to_terminal(const char *output)
{
    return (!output || strcmp(output, "-") == 0) && isatty(STDOUT_FILENO);
}

bool terminal_wants_page(const char *format, const char *word, const char *output)
{
    return format ? strcmp(format, word) == 0 : goes_to_terminal(output);
}

bool terminal_wants_color(const char *color, const char *output)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");

    if (color && strcmp(color, "auto") != 0)
        return strcmp(color, "always") == 0;
    return !(no_color && *no_color) && !(term && strcmp(term, "dumb") == 0) &&
           goes_to_terminal(output);
}
