/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ruby_text.h"

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* "x.MEMBER", where another letter would make it another member. */
static bool eat_member(struct span *line, const char *member)
{
    struct span rest = *line;
    size_t len = 0;

    while (len < rest.len && is_word(rest.data[len]))
        len++;
    rest = span_skip(rest, len);
    if (!len || !span_eat(&rest, ".") || !span_eat(&rest, member) ||
        (rest.len && is_word(rest.data[0])))
        return false;
    *line = span_trim(rest);
    return true;
}

bool ruby_eat_attribute(struct span *line, const char *attribute)
{
    struct span rest = *line;

    if (!eat_member(&rest, attribute) || !span_eat(&rest, "=") || span_starts_with(rest, "="))
        return false;
    *line = rest;
    return true;
}

bool ruby_eat_call(struct span *line, const char *method)
{
    return eat_member(line, method) && !span_starts_with(*line, "=");
}

static bool take_until(struct span *line, size_t start, char end, struct span *ret)
{
    for (size_t i = start; i < line->len; i++) {
        if (line->data[i] == '\\') {
            i++;
        } else if (line->data[i] == end) {
            *ret = span_of(line->data + start, i - start);
            *line = span_skip(*line, i + 1);
            return true;
        }
    }
    *line = span_of(NULL, 0);
    return false;
}

bool ruby_next_string(struct span *line, struct span *ret)
{
    for (size_t i = 0; i < line->len; i++) {
        char c = line->data[i];
        struct span rest = span_skip(*line, i);

        if (c == '"' || c == '\'')
            return take_until(line, i + 1, c, ret);
        if (span_starts_with(rest, "%q<"))
            return take_until(line, i + 3, '>', ret);
        if (span_starts_with(rest, "%q("))
            return take_until(line, i + 3, ')', ret);
    }
    *line = span_of(NULL, 0);
    return false;
}
