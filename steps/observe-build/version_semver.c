/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Semantic Versioning 2.0.0, 11: major.minor.patch[-pre-release][+build].  Go's have a 'v'
 * and may lack minor and patch (golang.org/ref/mod, "Versions"); NuGet's may have a fourth
 * number, and its pre-releases are compared without case (NuGet, "Package versioning").
 */
#include "versions.h"

#define MOST_NUMBERS 4

struct semver {
    struct span numbers[MOST_NUMBERS];
    struct span pre; /* empty: a release */
    bool fold;       /* NuGet's, which is not so strict */
};

static bool is_number(struct span s)
{
    struct span digits = take_digits(&s);

    return digits.len && !s.len;
}

static bool has_leading_zero(struct span digits)
{
    return digits.len > 1 && digits.data[0] == '0';
}

static bool is_identifier(struct span s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.data[i]) && !is_letter(s.data[i]) && s.data[i] != '-')
            return false;
    return s.len > 0;
}

/* Parts between dots; in those of a pre-release a number has no zero in front. */
static bool are_identifiers(struct span s, bool zeros)
{
    struct span part;

    if (!s.len || span_ends_with(s, "."))
        return false;
    while (span_split(&s, '.', &part))
        if (!is_identifier(part) || (!zeros && is_number(part) && has_leading_zero(part)))
            return false;
    return true;
}

static bool parse(struct semver *v, struct span text, size_t least, size_t most)
{
    struct span rest = span_head(text, span_find_byte(text, '+'));
    struct span build = span_skip(text, rest.len);
    size_t count = 0;

    do {
        v->numbers[count] = take_digits(&rest);
        if (!v->numbers[count].len || (!v->fold && has_leading_zero(v->numbers[count])))
            return false;
        count++;
    } while (count < most && span_eat(&rest, "."));
    if (count < least || (span_eat(&build, "+") && !are_identifiers(build, true)))
        return false;
    /* Go's short forms are numbers alone. */
    if (count < 3 && !v->fold && (rest.len || text.len > span_find_byte(text, '+')))
        return false;
    if (!span_eat(&rest, "-"))
        return !rest.len;
    v->pre = rest;
    return are_identifiers(rest, v->fold);
}

static int compare_words(struct span a, struct span b, bool fold)
{
    for (size_t i = 0; fold && i < a.len && i < b.len; i++) {
        int x = is_letter(a.data[i]) ? a.data[i] | 0x20 : a.data[i];
        int y = is_letter(b.data[i]) ? b.data[i] | 0x20 : b.data[i];

        if (x != y)
            return x - y;
    }
    return fold ? (a.len > b.len) - (a.len < b.len) : span_compare(a, b);
}

/* Numbers are before words. */
static int compare_identifiers(struct span a, struct span b, bool fold)
{
    bool a_number = is_number(a);
    bool b_number = is_number(b);

    if (a_number && b_number)
        return compare_numbers(a, b);
    if (a_number != b_number)
        return a_number ? -1 : 1;
    return compare_words(a, b, fold);
}

static int compare_pre(struct span a, struct span b, bool fold)
{
    struct span x;
    struct span y;
    int order = 0;

    if (!a.len || !b.len)
        return (a.len == 0) - (b.len == 0);
    while (!order && a.len && b.len) {
        span_split(&a, '.', &x);
        span_split(&b, '.', &y);
        order = compare_identifiers(x, y, fold);
    }
    return order ? order : (a.len > 0) - (b.len > 0);
}

static int compare(const struct semver *a, const struct semver *b)
{
    int order = 0;

    for (size_t i = 0; !order && i < MOST_NUMBERS; i++)
        order = compare_numbers(a->numbers[i], b->numbers[i]);
    return order ? order : compare_pre(a->pre, b->pre, a->fold);
}

bool compare_semver(struct span a, struct span b, int *ret_order)
{
    struct semver x = {0};
    struct semver y = {0};

    if (!parse(&x, a, 3, 3) || !parse(&y, b, 3, 3))
        return false;
    *ret_order = compare(&x, &y);
    return true;
}

bool compare_go(struct span a, struct span b, int *ret_order)
{
    struct semver x = {0};
    struct semver y = {0};

    /* The standard library's has no 'v'. */
    span_eat(&a, "v");
    span_eat(&b, "v");
    if (!parse(&x, a, 1, 3) || !parse(&y, b, 1, 3))
        return false;
    *ret_order = compare(&x, &y);
    return true;
}

bool compare_nuget(struct span a, struct span b, int *ret_order)
{
    struct semver x = {.fold = true};
    struct semver y = {.fold = true};

    if (!parse(&x, a, 1, 4) || !parse(&y, b, 1, 4))
        return false;
    *ret_order = compare(&x, &y);
    return true;
}
