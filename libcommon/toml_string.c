/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "toml_string.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "json_in.h"

/* ---- strings ---- */

bool toml_string_begins(struct span text)
{
    return span_starts_with(text, "\"") || span_starts_with(text, "'");
}

static void add_utf8(struct strbuf *out, uint32_t c)
{
    if (c < 0x80) {
        strbuf_add_byte(out, (char)c);
        return;
    }
    if (c >= 0x10000)
        strbuf_add_byte(out, (char)(0xf0 | c >> 18));
    if (c >= 0x800)
        strbuf_add_byte(out, (char)((c >= 0x10000 ? 0x80 : 0xe0) |
                                    (c >> 12 & (c >= 0x10000 ? 0x3f : 0xf))));
    strbuf_add_byte(out,
                    (char)((c >= 0x800 ? 0x80 : 0xc0) | (c >> 6 & (c >= 0x800 ? 0x3f : 0x1f))));
    strbuf_add_byte(out, (char)(0x80 | (c & 0x3f)));
}

static bool eat_hex(struct span *rest, size_t digits, uint32_t *ret)
{
    static const char hex[] = "0123456789abcdef";

    *ret = 0;
    if (rest->len < digits)
        return false;
    for (size_t i = 0; i < digits; i++) {
        char c = rest->data[i];
        const char *at = c ? strchr(hex, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;

        if (!at)
            return false;
        *ret = *ret << 4 | (uint32_t)(at - hex);
    }
    *rest = span_skip(*rest, digits);
    return *ret <= 0x10ffff && (*ret < 0xd800 || *ret > 0xdfff);
}

/* A backslash at a line's end takes all blanks behind it. */
static bool eat_line_end(struct span *rest)
{
    struct span after = *rest;

    while (span_eat(&after, " ") || span_eat(&after, "\t"))
        ;
    if (!span_starts_with(after, "\n") && !span_starts_with(after, "\r\n"))
        return false;
    while (after.len && strchr(" \t\r\n", after.data[0]) && after.data[0])
        after = span_skip(after, 1);
    *rest = after;
    return true;
}

/* Behind a backslash. */
static bool read_escape(struct span *rest, bool several_lines, struct strbuf *out)
{
    static const char letters[] = "btnfr\"\\";
    static const char values[] = "\b\t\n\f\r\"\\";
    const char *letter;
    uint32_t c;

    if (several_lines && eat_line_end(rest))
        return true;
    if (!rest->len || !rest->data[0])
        return false;
    letter = strchr(letters, rest->data[0]);
    if (letter) {
        strbuf_add_byte(out, values[letter - letters]);
        *rest = span_skip(*rest, 1);
        return true;
    }
    if (span_eat(rest, "u") ? !eat_hex(rest, 4, &c) : !span_eat(rest, "U") || !eat_hex(rest, 8, &c))
        return false;
    add_utf8(out, c);
    return true;
}

/* Up to two quotes may stand right before the three that end the string. */
static bool eat_end(struct span *rest, const char *quotes, struct strbuf *out)
{
    if (!span_eat(rest, quotes))
        return false;
    for (size_t i = 0; i < 2 && quotes[1] && rest->len && rest->data[0] == quotes[0]; i++) {
        strbuf_add_byte(out, quotes[0]);
        *rest = span_skip(*rest, 1);
    }
    return true;
}

bool toml_string_read(struct span *rest, struct strbuf *out)
{
    static const char *const kinds[] = {"\"\"\"", "'''", "\"", "'"};
    const char *quotes = NULL;
    bool several_lines;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !quotes; i++)
        if (span_eat(rest, kinds[i]))
            quotes = kinds[i];
    if (!quotes)
        return false;
    several_lines = quotes[1];
    if (several_lines && !span_eat(rest, "\n"))
        span_eat(rest, "\r\n");
    while (!eat_end(rest, quotes, out)) {
        if (!rest->len || (!several_lines && rest->data[0] == '\n'))
            return false;
        if (quotes[0] == '"' && span_eat(rest, "\\")) {
            if (!read_escape(rest, several_lines, out))
                return false;
            continue;
        }
        strbuf_add_byte(out, rest->data[0]);
        *rest = span_skip(*rest, 1);
    }
    return true;
}

/* ---- words ---- */

static bool all_of(struct span s, const char *bytes)
{
    for (size_t i = 0; i < s.len; i++)
        if (!s.data[i] || !strchr(bytes, s.data[i]))
            return false;
    return s.len > 0;
}

/* Each "_" stands between two digits. */
static bool drop_underscores(struct span word, struct strbuf *out)
{
    bool digit = false;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        bool next = i + 1 < word.len && strchr("0123456789abcdefABCDEF", word.data[i + 1]) &&
                    word.data[i + 1];

        if (c == '_' && (!digit || !next))
            return false;
        if (c != '_')
            strbuf_add_byte(out, c);
        digit = c && strchr("0123456789abcdefABCDEF", c);
    }
    return true;
}

/* Digits with their base; what does not fit in 64 bits stays text. */
static json_t *integer(const char *text, const char *digits, int base, struct span word)
{
    long long value;

    errno = 0;
    value = strtoll(digits, NULL, base);
    if (errno == ERANGE)
        return json_new_string(word);
    return json_integer(text[0] == '-' ? -value : value);
}

static json_t *prefixed(const char *text, struct span word)
{
    static const struct {
        const char *prefix;
        const char *digits;
        int base;
    } kinds[] = {{"0x", "0123456789abcdefABCDEF", 16}, {"0o", "01234567", 8}, {"0b", "01", 2}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strncmp(text, kinds[i].prefix, 2) == 0)
            return all_of(span_string(text + 2), kinds[i].digits)
                       ? integer(text, text + 2, kinds[i].base, word)
                       : NULL;
    return NULL;
}

/* "1979-05-27", "07:32:00.5", "1979-05-27T07:32:00Z", "... 07:32:00-07:00" */
static bool is_date(struct span word)
{
    return word.len >= 5 && word.data[0] >= '0' && word.data[0] <= '9' &&
           ((word.len > 4 && word.data[4] == '-') || word.data[2] == ':') &&
           all_of(word, "0123456789-:.+TtZz ");
}

/* Digits on both sides of the dot, and in the exponent. */
static bool is_real(struct span s)
{
    size_t exponent =
        span_find_byte(s, 'e') < s.len ? span_find_byte(s, 'e') : span_find_byte(s, 'E');
    struct span power = span_skip(s, exponent + 1);
    struct span mantissa = span_head(s, exponent);
    size_t dot = span_find_byte(mantissa, '.');

    if (!span_eat(&power, "+"))
        span_eat(&power, "-");
    return all_of(span_head(mantissa, dot), "0123456789") &&
           (dot == mantissa.len || all_of(span_skip(mantissa, dot + 1), "0123456789")) &&
           (exponent == s.len || all_of(power, "0123456789"));
}

json_t *toml_scalar(struct span word)
{
    STRBUF_AUTO(text, 4 * KIB);
    const char *digits;
    json_t *value;

    if (span_equal_string(word, "true") || span_equal_string(word, "false"))
        return json_boolean(word.data[0] == 't');
    if (is_date(word))
        return json_new_string(word);
    if (!drop_underscores(word, &text) || !text.len || strbuf_overflowed(&text))
        return NULL;
    digits = text.data + (text.data[0] == '+' || text.data[0] == '-');
    if (strcmp(digits, "inf") == 0 || strcmp(digits, "nan") == 0)
        return json_new_string(word);
    if (digits[0] == '0' && digits[1] && strchr("xob", digits[1]))
        return digits == text.data ? prefixed(text.data, word) : NULL;
    if (!is_real(span_string(digits)) || (digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9'))
        return NULL;
    if (all_of(span_string(digits), "0123456789"))
        return integer(text.data, digits, 10, word);
    value = json_real(strtod(text.data, NULL));
    /* JSON has no infinity, which 1e999 is. */
    return value ? value : json_new_string(word);
}
