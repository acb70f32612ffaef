/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "version_order.h"

#include "versions.h"

struct span take_digits(struct span *rest)
{
    size_t len = 0;
    struct span digits;

    while (len < rest->len && is_digit(rest->data[len]))
        len++;
    digits = span_head(*rest, len);
    *rest = span_skip(*rest, len);
    return digits;
}

struct span take_letters(struct span *rest)
{
    size_t len = 0;
    struct span letters;

    while (len < rest->len && is_letter(rest->data[len]))
        len++;
    letters = span_head(*rest, len);
    *rest = span_skip(*rest, len);
    return letters;
}

int compare_numbers(struct span a, struct span b)
{
    while (span_eat(&a, "0"))
        ;
    while (span_eat(&b, "0"))
        ;
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    return span_compare(a, b);
}

int compare_version_release(struct span a, struct span b,
                            int (*compare_part)(struct span a, struct span b))
{
    size_t a_dash = span_find_last_byte(a, '-');
    size_t b_dash = span_find_last_byte(b, '-');
    int order = compare_part(span_head(a, a_dash), span_head(b, b_dash));

    return order ? order : compare_part(span_skip(a, a_dash + 1), span_skip(b, b_dash + 1));
}

bool version_compare(struct span type, struct span a, struct span b, int *ret_order)
{
    static const struct {
        const char *type;
        compare_versions *compare;
    } table[] = {
        {"deb", compare_deb},     {"rpm", compare_rpm},     {"apk", compare_apk},
        {"pypi", compare_pep440}, {"npm", compare_semver},  {"cargo", compare_semver},
        {"golang", compare_go},   {"nuget", compare_nuget}, {"gem", compare_gem},
        {"maven", compare_maven},
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (span_equal_string(type, table[i].type))
            return table[i].compare(a, b, ret_order);
    return false;
}
