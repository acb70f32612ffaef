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

static struct span skip_blanks(struct span text)
{
    while (text.len && (text.data[0] == ' ' || text.data[0] == '\t'))
        text = span_skip(text, 1);
    return text;
}

/* How many bytes stand before the quote that ends a string, or all. */
static size_t string_length(struct span text)
{
    size_t n = plain_length(text);

    while (n < text.len && text.data[n] != '"') {
        n = n + 2 < text.len ? n + 2 : text.len; /* an escaped byte */
        n += plain_length(span_skip(text, n));
    }
    return n;
}

/* Past a value that is no string: up to the comma or the brace that is not within it. */
static struct span skip_value(struct span text)
{
    size_t depth = 0;
    size_t n = 0;

    for (; n < text.len; n++) {
        char c = text.data[n];

        if (c == '"')
            n += 1 + string_length(span_skip(text, n + 1));
        else if (c == '{' || c == '[')
            depth++;
        else if (depth == 0 && (c == ',' || c == '}'))
            break;
        else if (c == '}' || c == ']')
            depth--;
    }
    return span_skip(text, n);
}

static bool eat_string(struct span *text, struct span *ret)
{
    size_t n;

    if (!span_eat(text, "\""))
        return false;
    n = string_length(*text);
    *ret = span_head(*text, n);
    *text = span_skip(*text, n + 1);
    return true;
}

bool json_text_member(struct span *rest, struct json_member *ret)
{
    struct span at = skip_blanks(*rest);
    struct span ignored;

    *ret = (struct json_member){0};
    if (span_eat(&at, ","))
        at = skip_blanks(at);
    if (!eat_string(&at, &ret->name))
        return false;
    at = skip_blanks(at);
    if (!span_eat(&at, ":"))
        return false;
    at = skip_blanks(at);
    ret->value = at;
    ret->is_string = eat_string(&at, &ignored);
    if (ret->is_string)
        ret->value = span_skip(ret->value, 1);
    else
        at = skip_value(at);
    *rest = at;
    return true;
}

bool json_text_is_empty(const struct json_member *member)
{
    static const char *const empty[] = {"null", "false", "0,", "0}", "0 ", "[]", "{}", NULL};

    if (member->is_string)
        return span_starts_with(member->value, "\"");
    for (const char *const *word = empty; *word; word++) {
        if (span_starts_with(member->value, *word))
            return true;
    }
    return false;
}
