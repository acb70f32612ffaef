/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form.h"

#include <string.h>

#include "timestamp.h"
#include "wording.h"

static bool is_word_byte(char c)
{
    switch (c) {
    case '-':
    case '_':
    case '.':
    case '/':
    case '@':
    case '(':
    case ')':
    case '+':
        return true;
    default:
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}

/* What stands before the byte that ends it; 0 bytes at most, if that is not near. */
static bool eat_until(struct span *text, char end, struct span *ret)
{
    size_t n = span_find_byte(span_head(*text, FORM_TEXT), end);

    if (n == FORM_TEXT || n == text->len)
        return false;
    *ret = span_head(*text, n);
    *text = span_skip(*text, n);
    return true;
}

static bool eat_number(struct span *text, uint64_t *ret)
{
    size_t n = wording_run(*text, wording_is_digit);
    bool fits = n > 0 && n < 20;

    *ret = 0;
    for (size_t i = 0; i < n && fits; i++)
        *ret = *ret * 10 + (uint64_t)(text->data[i] - '0');
    *text = span_skip(*text, n);
    return fits;
}

static bool eat_clock(struct span *text, int64_t *ret)
{
    size_t n = timestamp_clock_length(*text, ret);

    *text = span_skip(*text, n);
    return n > 0;
}

/* What the pattern's byte stands for; next is the byte that follows it. */
static bool eat_part(struct span *text, char part, char next, struct found_form *found)
{
    struct span name = span_head(*text, 0);
    uint64_t number = 0;
    bool ret = true;

    switch (part) {
    case '~':
        *text = span_skip(*text, wording_run(*text, wording_is_blank));
        return true;
    case '0':
        ret = eat_number(text, &number);
        if (!found->number)
            found->number = number;
        return ret;
    case '&':
        return eat_clock(text, &found->time);
    case '@':
        name = span_head(*text, wording_run(*text, is_word_byte));
        *text = span_skip(*text, name.len);
        ret = name.len > 0;
        break;
    case '%':
        ret = eat_until(text, next, &name);
        break;
    default:
        ret = text->len > 0 && text->data[0] == part;
        *text = span_skip(*text, 1);
        return ret;
    }
    if (!found->name.len)
        found->name = name;
    return ret;
}

/* Of a line that says nothing the form's last blanks may be gone. */
static bool is_cut(const char *pattern, struct span text)
{
    return text.len == 0 && pattern[strspn(pattern, " ")] == '\0';
}

/* The first byte tells most lines apart. */
static bool may_begin(char part, struct span text)
{
    char c = text.len ? text.data[0] : '\0';

    switch (part) {
    case '~':
    case '%':
        return true;
    case '@':
        return is_word_byte(c);
    case '0':
        return wording_is_digit(c);
    default:
        return c == part;
    }
}

bool form_matches(const struct form *form, const struct log_line *line, struct found_form *ret)
{
    struct span text = line->text;

    if (!may_begin(form->pattern[0], text))
        return false;
    *ret = (struct found_form){0};
    if ((form->flags & FORM_TIMED) && line->time == 0)
        return false;
    for (const char *part = form->pattern; *part && !is_cut(part, text); part++) {
        if (!eat_part(&text, *part, part[1], ret))
            return false;
    }
    ret->text = span_head(line->text, line->text.len - text.len);
    ret->rest = text;
    return !form->fits || form->fits(ret);
}
