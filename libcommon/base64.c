/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base64.h"

#include <string.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* The six bits of c, or -1. */
static int bits_of(char c)
{
    const char *at = c ? strchr(alphabet, c) : NULL;

    return at ? (int)(at - alphabet) : -1;
}

bool base64_decode(struct span text, struct strbuf *out)
{
    uint32_t bits = 0;
    size_t digits = 0;
    size_t padding = 0;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        int value = bits_of(c);

        if (c == '\n' || c == '\r')
            continue;
        padding += c == '=';
        if (c != '=' && (value < 0 || padding))
            return false;
        if (c == '=')
            continue;
        bits = bits << 6 | (uint32_t)value;
        if (digits++ % 4)
            strbuf_add_byte(out, (char)(bits >> (6 - 2 * ((digits - 1) % 4)) & 0xff));
    }
    return digits % 4 != 1 && (!padding || (digits + padding) % 4 == 0);
}

void base64_encode(struct span bytes, struct strbuf *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (; bytes.len; bytes = span_skip(bytes, 3)) {
        unsigned char three[3] = {0};

        memcpy(three, bytes.data, bytes.len < 3 ? bytes.len : 3);
        strbuf_add_byte(out, digits[three[0] >> 2]);
        strbuf_add_byte(out, digits[(three[0] & 3) << 4 | three[1] >> 4]);
        strbuf_add_byte(out, bytes.len > 1 ? digits[(three[1] & 15) << 2 | three[2] >> 6] : '=');
        strbuf_add_byte(out, bytes.len > 2 ? digits[three[2] & 63] : '=');
    }
}
