/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folding.h"

void fold_blanks(struct strbuf *out, struct span field)
{
    size_t begin = out->len;
    bool blank_before = false;

    for (size_t i = 0; i < field.len; i++) {
        bool blank = (unsigned char)field.data[i] <= ' ';

        if (!blank && blank_before && out->len > begin)
            strbuf_add_byte(out, ' ');
        if (!blank)
            strbuf_add_byte(out, field.data[i]);
        blank_before = blank;
    }
}
