/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rpm-version(7): [epoch:]version[-release]; runs of digits and letters, ~ before and ^ after the end. */
#include "versions.h"

static void skip_separators(struct span *rest)
{
    while (rest->len && !is_digit(rest->data[0]) && !is_letter(rest->data[0]) &&
           rest->data[0] != '~' && rest->data[0] != '^')
        *rest = span_skip(*rest, 1);
}

static bool at(struct span rest, char c)
{
    return rest.len && rest.data[0] == c;
}

static bool eat_both(struct span *a, struct span *b, char c)
{
    if (!at(*a, c) || !at(*b, c))
        return false;
    *a = span_skip(*a, 1);
    *b = span_skip(*b, 1);
    return true;
}

/* Of a mark that one of the two alone has: 0 where neither has it. */
static int compare_mark(struct span a, struct span b, char mark)
{
    int order = at(a, mark) - at(b, mark);
    struct span other = order > 0 ? b : a;

    /* ^ is newer than the end, and as ~ older than anything else that goes on. */
    return mark == '~' || other.len ? -order : order;
}

/* A run of a's kind from both; b without such a run is older than a number, newer than a word. */
static int compare_runs(struct span *a, struct span *b)
{
    bool number = is_digit(a->data[0]);
    struct span x = number ? take_digits(a) : take_letters(a);
    struct span y = number ? take_digits(b) : take_letters(b);

    if (!y.len)
        return number ? 1 : -1;
    return number ? compare_numbers(x, y) : span_compare(x, y);
}

static int compare_part(struct span a, struct span b)
{
    int order = 0;

    while (!order) {
        do {
            skip_separators(&a);
            skip_separators(&b);
        } while (eat_both(&a, &b, '~') || eat_both(&a, &b, '^'));
        order = compare_mark(a, b, '~');
        if (!order)
            order = compare_mark(a, b, '^');
        if (!order && (!a.len || !b.len))
            return (a.len > 0) - (b.len > 0);
        if (!order)
            order = compare_runs(&a, &b);
    }
    return order;
}

static struct span take_epoch(struct span *version)
{
    struct span rest = *version;
    struct span epoch = take_digits(&rest);

    if (!span_eat(&rest, ":"))
        return span_of(NULL, 0);
    *version = rest;
    return epoch;
}

bool compare_rpm(struct span a, struct span b, int *ret_order)
{
    *ret_order = compare_numbers(take_epoch(&a), take_epoch(&b));
    if (!*ret_order)
        *ret_order = compare_version_release(a, b, compare_part);
    return true;
}
