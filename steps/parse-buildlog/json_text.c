/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_text.h"

#include <string.h>

#include "utf16.h"

static void escape_byte(struct json_text *text, char c, struct strbuf *out)
{
    static const char letters[] = "bfnrt";
    static const char meanings[] = "\b\f\n\r\t";
    const char *letter = c ? strchr(letters, c) : NULL;

    text->state = JSON_TEXT_PLAIN;
    if (c == 'u') {
        text->state = JSON_TEXT_HEX;
        text->digits = 0;
        text->unit = 0;
        return;
    }
    utf16_give_up_pair(&text->high, out);
    strbuf_add_byte(out, letter ? meanings[letter - letters] : c);
}

static void hex_byte(struct json_text *text, char c, struct strbuf *out)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    const char *digit = c ? strchr(digits, c) : NULL;

    if (digit) {
        size_t value = (size_t)(digit - digits);

        text->unit = text->unit << 4 | (uint32_t)(value < 16 ? value : value - 6);
        text->digits++;
    }
    if (digit && text->digits < 4)
        return;
    text->state = JSON_TEXT_PLAIN;
    utf16_add_unit(&text->high, text->unit, out);
    if (!digit)
        strbuf_add_byte(out, c);
}

static size_t plain_length(struct span in)
{
    size_t n = 0;

    while (n < in.len && in.data[n] != '"' && in.data[n] != '\\')
        n++;
    return n;
}

struct span json_text_decode(struct json_text *text, struct span in, struct strbuf *out)
{
    while (in.len && !text->ended) {
        size_t n = 1;
        char c = in.data[0];

        if (text->state == JSON_TEXT_ESCAPE) {
            escape_byte(text, c, out);
        } else if (text->state == JSON_TEXT_HEX) {
            hex_byte(text, c, out);
        } else if (c == '\\') {
            text->state = JSON_TEXT_ESCAPE;
        } else {
            utf16_give_up_pair(&text->high, out);
            n = plain_length(in);
            strbuf_add_span(out, span_head(in, n));
            text->ended = n == 0;
            n += n == 0;
        }
        in = span_skip(in, n);
    }
    return in;
}

bool json_text_find(struct span *rest, const char *name)
{
    STRBUF_AUTO(key, 64);
    struct span at = *rest;

    strbuf_addf(&key, "\"%s\":", name);
    for (;;) {
        size_t before = span_find(at, key.data);

        if (before == at.len)
            return false;
        at = span_skip(at, before > 0 ? before - 1 : 0);
        if (before > 0 && (at.data[0] == '{' || at.data[0] == ',' || at.data[0] == ' ')) {
            at = span_skip(at, 1 + key.len);
            while (at.len && at.data[0] == ' ')
                at = span_skip(at, 1);
            if (span_eat(&at, "\"")) {
                *rest = at;
                return true;
            }
        } else {
            at = span_skip(at, 1 + (before > 0));
        }
    }
}
