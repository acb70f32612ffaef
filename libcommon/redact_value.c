/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redact_value.h"

#include <string.h>

#include "redact_token.h"

/* 'os.environ["KEY"]': a program asks for the variable, and has no other value for it at hand. */
static bool asks_for_variable(struct span value)
{
    static const char *const calls[] = {"os.environ", "os.getenv", "process.env", "System.getenv",
                                        "ENV[",       "getenv(",   NULL};
    const char *const *call = calls;

    while (*call && !span_starts_with(value, *call))
        call++;
    for (size_t i = 0; *call && i < value.len; i++) {
        char c = value.data[i];

        if (!byte_is_alnum(c) && (c == '\0' || !strchr("_.[]()\"'", c)))
            return false;
    }
    return *call != NULL;
}

bool redact_is_reference(struct span value)
{
    if (asks_for_variable(value))
        return true;
    if (value.len >= 2 && value.data[0] == '"' && value.data[value.len - 1] == '"')
        value = span_head(span_skip(value, 1), value.len - 2);
    if (!span_eat(&value, "$"))
        return false;
    if (value.len >= 2 && ((value.data[0] == '{' && value.data[value.len - 1] == '}') ||
                           (value.data[0] == '(' && value.data[value.len - 1] == ')')))
        value = span_head(span_skip(value, 1), value.len - 2);
    for (size_t i = 0; i < value.len; i++) {
        if (!byte_is_alnum(value.data[i]) && value.data[i] != '_')
            return false;
    }
    return value.len > 0;
}

static bool ends_value(char c)
{
    return is_blank(c) || is_line_end(c) || (c && strchr("&;|<>)]}`", c));
}

/* All up to the quote within which a value stands, which may hold blanks. */
static size_t quoted_length(struct span s, char quote)
{
    size_t i = 0;

    while (i < s.len && !is_line_end(s.data[i]) && s.data[i] != quote)
        i += s.data[i] == '\\' && i + 1 < s.len ? 2 : 1;
    return i;
}

/* A quoted value of JSON or YAML, with its quotes: the comma after it is not part of a word. Else 0. */
static size_t member_length(struct span s)
{
    size_t close;

    if (!is_quote(byte_at(s, 0)))
        return 0;
    close = span_find_byte(span_skip(s, 1), s.data[0]) + 1;
    if (close >= s.len || s.data[close - 1] == '\\' || byte_is_alnum(byte_at(s, close + 1)) ||
        is_quote(byte_at(s, close + 1)))
        return 0;
    return close + 1;
}

/* A shell word: quoted and bare parts, up to a blank or an operator. */
static size_t word_length(struct span s)
{
    char quote = '\0';
    size_t i = 0;

    for (; i < s.len && !is_line_end(s.data[i]); i++) {
        char c = s.data[i];

        if (c == '\\' && quote != '\'' && i + 1 < s.len)
            i++;
        else if (quote)
            quote = c == quote ? '\0' : quote;
        else if (is_quote(c))
            quote = c;
        else if (ends_value(c))
            break;
    }
    return i;
}

size_t redact_value_length(struct span s, char outer)
{
    size_t n = outer ? quoted_length(s, outer) : member_length(s);

    if (!outer && n == 0)
        n = word_length(s);
    return n < s.len ? n : s.len;
}
