/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "python_name.h"

void python_normalise_name(struct strbuf *out, struct span name)
{
    bool run = false;

    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        bool separator = c == '-' || c == '_' || c == '.';

        if (separator && !run)
            strbuf_add_byte(out, '-');
        if (!separator)
            strbuf_add_byte(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
        run = separator;
    }
}
