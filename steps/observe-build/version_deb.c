/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deb-version(7), "Sorting algorithm": [epoch:]upstream[-revision]. */
#include "versions.h"

/* Digits and the end are 0, letters come before all others, and a tilde before the end. */
static int weight(struct span rest)
{
    char c = rest.len ? rest.data[0] : '\0';

    if (!rest.len || is_digit(c))
        return 0;
    if (c == '~')
        return -1;
    return is_letter(c) ? (unsigned char)c : (unsigned char)c + 256;
}

static bool at_text(struct span rest)
{
    return rest.len && !is_digit(rest.data[0]);
}

/* Text and number in turn. */
static int compare_part(struct span a, struct span b)
{
    int order = 0;

    while (!order && (a.len || b.len)) {
        while (!order && (at_text(a) || at_text(b))) {
            order = weight(a) - weight(b);
            a = span_skip(a, at_text(a));
            b = span_skip(b, at_text(b));
        }
        if (!order)
            order = compare_numbers(take_digits(&a), take_digits(&b));
    }
    return order;
}

static struct span take_epoch(struct span *version)
{
    size_t colon = span_find_byte(*version, ':');
    struct span epoch = span_head(*version, colon);

    if (colon == version->len)
        return span_of(NULL, 0);
    *version = span_skip(*version, colon + 1);
    return epoch;
}

bool compare_deb(struct span a, struct span b, int *ret_order)
{
    *ret_order = compare_numbers(take_epoch(&a), take_epoch(&b));
    if (!*ret_order)
        *ret_order = compare_version_release(a, b, compare_part);
    return true;
}
