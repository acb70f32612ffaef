/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_members.h"

static void skip_blanks(struct span *rest)
{
    while (rest->len && (rest->data[0] == ' ' || rest->data[0] == '\n' || rest->data[0] == '\r' ||
                         rest->data[0] == '\t'))
        *rest = span_skip(*rest, 1);
}

static bool eat(struct span *rest, char c)
{
    skip_blanks(rest);
    if (!rest->len || rest->data[0] != c)
        return false;
    *rest = span_skip(*rest, 1);
    return true;
}

/* The length of the string at the start of s with its quotes, 0 when it does not end. */
static size_t string_length(struct span s)
{
    for (size_t i = 1; i < s.len; i++) {
        if (s.data[i] == '\\')
            i++;
        else if (s.data[i] == '"')
            return i + 1;
    }
    return 0;
}

/* Of an object or array with all that is in it. */
static size_t bracket_length(struct span s)
{
    size_t depth = 0;

    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];

        if (c == '"') {
            size_t length = string_length(span_skip(s, i));

            if (!length)
                return 0;
            i += length - 1;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

/* Of a number or word. */
static size_t word_length(struct span s)
{
    size_t i = 0;

    while (i < s.len && s.data[i] > ' ' && s.data[i] != ',' && s.data[i] != '}' && s.data[i] != ']')
        i++;
    return i;
}

static bool eat_value(struct span *rest, struct span *ret)
{
    size_t length;

    skip_blanks(rest);
    if (!rest->len)
        return false;
    if (rest->data[0] == '"')
        length = string_length(*rest);
    else if (rest->data[0] == '{' || rest->data[0] == '[')
        length = bracket_length(*rest);
    else
        length = word_length(*rest);
    *ret = span_head(*rest, length);
    *rest = span_skip(*rest, length);
    return length > 0;
}

/* After a value comes another, or the end of all. */
static bool eat_comma(struct span *rest)
{
    struct span here = *rest;

    if (eat(rest, ','))
        return true;
    return eat(&here, '}') || eat(&here, ']');
}

bool json_members_begin(struct span *rest, char bracket)
{
    return eat(rest, bracket);
}

bool json_members_next(struct span *rest, struct span *ret_name, struct span *ret_value)
{
    skip_blanks(rest);
    if (!rest->len || rest->data[0] != '"' || !eat_value(rest, ret_name))
        return false;
    *ret_name = span_head(span_skip(*ret_name, 1), ret_name->len - 2);
    return eat(rest, ':') && eat_value(rest, ret_value) && eat_comma(rest);
}

bool json_elements_next(struct span *rest, struct span *ret_value)
{
    return eat_value(rest, ret_value) && eat_comma(rest);
}

bool json_members_ended(struct span *rest, char bracket)
{
    return eat(rest, bracket);
}
