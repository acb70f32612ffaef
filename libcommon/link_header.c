/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link_header.h"

#include <ctype.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* RFC 9110, 5.6.2; what is not quoted may also be what careless servers leave bare. */
static bool is_word_byte(char c)
{
    return (unsigned char)c > ' ' && c != 0x7f && !strchr(",;=\"<>", c);
}

static struct span take_while(struct span *rest, bool (*is_wanted)(char))
{
    struct span start = *rest;
    size_t len = 0;

    while (len < start.len && is_wanted(start.data[len]))
        len++;
    *rest = span_skip(*rest, len);
    return span_head(start, len);
}

/* A separator with the blanks around it. */
static bool take_separator(struct span *rest, const char *separator)
{
    struct span before = *rest;

    take_while(rest, is_blank);
    if (!span_eat(rest, separator)) {
        *rest = before;
        return false;
    }
    take_while(rest, is_blank);
    return true;
}

/* "<...>" */
static bool take_target(struct span *rest, struct span *ret)
{
    size_t end = span_find_byte(*rest, '>');

    if (!span_eat(rest, "<") || end > rest->len)
        return false;
    *ret = span_head(*rest, end - 1);
    *rest = span_skip(*rest, end);
    for (size_t i = 0; i < ret->len; i++)
        if ((unsigned char)ret->data[i] <= ' ' || ret->data[i] == 0x7f || ret->data[i] == '<')
            return false;
    return true;
}

/* rest stands behind the opening quote. No relation that is asked about needs a backslash. */
static bool take_quoted(struct span *rest, struct span *ret)
{
    for (size_t i = 0; i < rest->len; i++) {
        if (rest->data[i] == '\\') {
            i++;
        } else if (rest->data[i] == '"') {
            *ret = span_head(*rest, i);
            *rest = span_skip(*rest, i + 1);
            return true;
        }
    }
    return false;
}

static bool take_value(struct span *rest, struct span *ret)
{
    if (span_eat(rest, "\""))
        return take_quoted(rest, ret);
    *ret = take_while(rest, is_word_byte);
    return ret->len > 0;
}

/* Of several relations, with blanks between them, one is it. */
static bool has_relation(struct span relations, const char *wanted)
{
    struct span relation;

    while (span_split(&relations, ' ', &relation))
        if (span_equal_nocase(relation, span_string(wanted)))
            return true;
    return false;
}

/* ret_is_next: by the first "rel", as others do not count (RFC 8288, 3.3). */
static bool take_parameters(struct span *rest, bool *ret_is_next)
{
    bool has_rel = false;

    *ret_is_next = false;
    while (take_separator(rest, ";")) {
        struct span name = take_while(rest, is_word_byte);
        struct span value = {0};

        if (take_separator(rest, "=") && (!name.len || !take_value(rest, &value)))
            return false;
        if (has_rel || !span_equal_nocase(name, SPAN_LITERAL("rel")))
            continue;
        has_rel = true;
        *ret_is_next = has_relation(value, "next");
    }
    return true;
}

bool link_header_next(struct span header, struct span *ret_target, struct error *err)
{
    struct span rest = span_trim(header);
    struct span target;
    bool is_next;

    *ret_target = span_of(NULL, 0);
    while (rest.len) {
        if (take_separator(&rest, ","))
            continue; /* an empty element of a list (RFC 9110, 5.6.1) */
        if (!take_target(&rest, &target) || !take_parameters(&rest, &is_next) ||
            (rest.len && !take_separator(&rest, ",")))
            return error_set(err, ERROR_MALFORMED, "the header 'Link: %s' is malformed",
                             quote_bytes(header.data, header.len).text);
        if (!is_next)
            continue;
        *ret_target = target;
        return true;
    }
    return true;
}
