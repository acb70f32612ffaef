/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "span.h"

#include <string.h>
#include <strings.h>

bool span_equal_nocase(struct span a, struct span b)
{
    return a.len == b.len && (a.len == 0 || strncasecmp(a.data, b.data, a.len) == 0);
}

int span_compare(struct span a, struct span b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.data, b.data, common) : 0;

    if (order)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct span span_trim(struct span s)
{
    size_t start = 0;

    while (start < s.len && is_blank(s.data[start]))
        start++;
    while (s.len > start && is_blank(s.data[s.len - 1]))
        s.len--;
    return span_skip(s, start);
}

size_t span_find_last_byte(struct span s, char c)
{
    const char *at = s.len ? memrchr(s.data, c, s.len) : NULL;

    return at ? (size_t)(at - s.data) : s.len;
}

/* memmem() begins with a table, which costs more than to look through a line. */
#define SHORT_TEXT 256

/* For texts that are short: by the needle's first byte that is no blank, as those stand everywhere. */
static const char *find_in_line(struct span s, struct span needle)
{
    size_t skip = needle.len > 1 && needle.data[0] == ' ';
    struct span rest = span_skip(s, skip);

    while (rest.len + skip >= needle.len) {
        const char *at = memchr(rest.data, needle.data[skip], rest.len + skip - needle.len + 1);

        if (!at)
            return NULL;
        if (memcmp(at - skip, needle.data, needle.len) == 0)
            return at - skip;
        rest = span_skip(rest, (size_t)(at - rest.data) + 1);
    }
    return NULL;
}

static const char *find(struct span s, const char *text)
{
    struct span needle = span_string(text);

    if (s.len < needle.len || s.len == 0)
        return NULL;
    if (!needle.len)
        return s.data;
    return s.len < SHORT_TEXT ? find_in_line(s, needle)
                              : memmem(s.data, s.len, needle.data, needle.len);
}

size_t span_find(struct span s, const char *needle)
{
    const char *at = find(s, needle);

    return at ? (size_t)(at - s.data) : s.len;
}

bool span_contains(struct span s, const char *needle)
{
    return find(s, needle) != NULL;
}

bool span_split(struct span *rest, char separator, struct span *ret_part)
{
    size_t at;

    if (!rest->len)
        return false;
    at = span_find_byte(*rest, separator);
    *ret_part = span_head(*rest, at);
    *rest = span_skip(*rest, at + 1);
    return true;
}

bool span_next_line(struct span *rest, struct span *ret_line)
{
    if (!span_split(rest, '\n', ret_line))
        return false;
    if (ret_line->len && ret_line->data[ret_line->len - 1] == '\r')
        ret_line->len--;
    return true;
}

bool span_to_uint64(struct span s, uint64_t *ret_value)
{
    uint64_t value = 0;

    if (!s.len)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        unsigned digit = (unsigned)(unsigned char)s.data[i] - '0';

        if (digit > 9 || value > (UINT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *ret_value = value;
    return true;
}

bool span_is_hex(struct span s, size_t count)
{
    if (s.len != count)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];

        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

/* Rounds of a fixed length, below 256, so that the compiler counts many bytes at once. */
#define LONG_ROUND 128
#define SHORT_ROUND 16

static inline size_t count_round(const char *data, size_t length, char c)
{
    unsigned char count = 0;

    for (size_t i = 0; i < length; i++)
        count = (unsigned char)(count + (data[i] == c));
    return count;
}

size_t span_count_byte(struct span s, char c)
{
    size_t count = 0;

    for (; s.len >= LONG_ROUND; s = span_skip(s, LONG_ROUND))
        count += count_round(s.data, LONG_ROUND, c);
    for (; s.len >= SHORT_ROUND; s = span_skip(s, SHORT_ROUND))
        count += count_round(s.data, SHORT_ROUND, c);
    for (size_t i = 0; i < s.len; i++)
        count += s.data[i] == c;
    return count;
}
