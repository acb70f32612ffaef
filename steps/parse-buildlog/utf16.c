/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "utf16.h"

static void add_code_point(struct strbuf *out, uint32_t c)
{
    if (c < 0x80) {
        strbuf_add_byte(out, (char)c);
    } else if (c < 0x800) {
        strbuf_add_byte(out, (char)(0xc0 | c >> 6));
        strbuf_add_byte(out, (char)(0x80 | (c & 0x3f)));
    } else if (c < 0x10000) {
        strbuf_add_byte(out, (char)(0xe0 | c >> 12));
        strbuf_add_byte(out, (char)(0x80 | (c >> 6 & 0x3f)));
        strbuf_add_byte(out, (char)(0x80 | (c & 0x3f)));
    } else {
        strbuf_add_byte(out, (char)(0xf0 | c >> 18));
        strbuf_add_byte(out, (char)(0x80 | (c >> 12 & 0x3f)));
        strbuf_add_byte(out, (char)(0x80 | (c >> 6 & 0x3f)));
        strbuf_add_byte(out, (char)(0x80 | (c & 0x3f)));
    }
}

static bool is_high(uint32_t unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_low(uint32_t unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

void utf16_give_up_pair(uint32_t *high, struct strbuf *out)
{
    if (*high)
        add_code_point(out, 0xfffd);
    *high = 0;
}

void utf16_add_unit(uint32_t *high, uint32_t unit, struct strbuf *out)
{
    if (*high && is_low(unit)) {
        add_code_point(out, 0x10000 + ((*high - 0xd800) << 10) + (unit - 0xdc00));
        *high = 0;
        return;
    }
    utf16_give_up_pair(high, out);
    if (is_high(unit))
        *high = unit;
    else
        add_code_point(out, is_low(unit) ? 0xfffd : unit);
}

bool utf16_begins(struct span *text, struct utf16 *ret)
{
    *ret = (struct utf16){.big = span_starts_with(*text, "\xfe\xff")};
    return span_eat(text, "\xfe\xff") || span_eat(text, "\xff\xfe");
}

void utf16_decode(struct utf16 *text, struct span in, struct strbuf *out)
{
    for (size_t i = 0; i < in.len; i++) {
        unsigned char byte = (unsigned char)in.data[i];

        if (text->has_half)
            utf16_add_unit(&text->high,
                           text->big ? (uint32_t)text->half << 8 | byte
                                     : (uint32_t)byte << 8 | text->half,
                           out);
        text->half = byte;
        text->has_half = !text->has_half;
    }
}
