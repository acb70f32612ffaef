/* SPDX-License-Identifier: GPL-3.0-or-later */
/* apk-package(5), "pkgver": number{.number}[letter]{_suffix[number]}[~hash][-r number]. */
#include "versions.h"

/* In the order of the versions that end there: what ends later is newer. */
enum part { FIRST, NUMBER, LETTER, SUFFIX, SUFFIX_NUMBER, HASH, REVISION, END, INVALID };

struct token {
    enum part part;
    struct span text;
    int suffix; /* below 0: before the version without it */
};

static int suffix_weight(struct span name)
{
    static const char *const names[] = {"alpha", "beta", "pre", "rc", "",
                                        "cvs",   "svn",  "git", "hg", "p"};

    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
        if (i != 4 && span_equal_string(name, names[i]))
            return i - 4;
    return 0;
}

static struct token suffix_token(struct span *rest)
{
    struct span name = take_letters(rest);
    int weight = suffix_weight(name);

    return (struct token){weight ? SUFFIX : INVALID, name, weight};
}

static struct token number_token(enum part part, struct span *rest)
{
    struct span digits = take_digits(rest);

    return (struct token){digits.len ? part : INVALID, digits, 0};
}

static bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f');
}

static struct token hash_token(struct span *rest)
{
    size_t len = 0;
    struct span digits;

    while (len < rest->len && is_hex(rest->data[len]))
        len++;
    digits = span_head(*rest, len);
    *rest = span_skip(*rest, len);
    return (struct token){len ? HASH : INVALID, digits, 0};
}

/* What follows a token of kind last. */
static struct token next_token(enum part last, struct span *rest)
{
    struct token letter = {LETTER, span_head(*rest, 1), 0};

    if (!rest->len)
        return (struct token){END, *rest, 0};
    if (last == SUFFIX && is_digit(rest->data[0]))
        return number_token(SUFFIX_NUMBER, rest);
    if (last <= NUMBER && span_eat(rest, "."))
        return number_token(NUMBER, rest);
    if (last <= NUMBER && rest->data[0] >= 'a' && rest->data[0] <= 'z') {
        *rest = span_skip(*rest, 1);
        return letter;
    }
    if (last <= SUFFIX_NUMBER && span_eat(rest, "_"))
        return suffix_token(rest);
    if (last <= SUFFIX_NUMBER && span_eat(rest, "~"))
        return hash_token(rest);
    if (last <= HASH && span_eat(rest, "-r"))
        return number_token(REVISION, rest);
    return (struct token){INVALID, *rest, 0};
}

/* After the first, a number with a leading zero is a fraction: 1.05 is before 1.1. */
static int compare_tokens(const struct token *a, const struct token *b)
{
    bool fraction = a->part == NUMBER && (a->text.data[0] == '0' || b->text.data[0] == '0');

    if (a->part == SUFFIX)
        return a->suffix - b->suffix;
    if (a->part == LETTER || a->part == HASH || fraction)
        return span_compare(a->text, b->text);
    return compare_numbers(a->text, b->text);
}

static int compare_ends(const struct token *a, const struct token *b)
{
    if (a->part == SUFFIX && a->suffix < 0)
        return -1;
    if (b->part == SUFFIX && b->suffix < 0)
        return 1;
    return (a->part < b->part) - (a->part > b->part);
}

static bool is_version(struct span text)
{
    struct token token = number_token(FIRST, &text);

    while (token.part < END)
        token = next_token(token.part, &text);
    return token.part == END;
}

bool compare_apk(struct span a, struct span b, int *ret_order)
{
    struct span a_rest = a;
    struct span b_rest = b;
    struct token x = number_token(FIRST, &a_rest);
    struct token y = number_token(FIRST, &b_rest);
    int order = 0;

    if (!is_version(a) || !is_version(b))
        return false;
    while (x.part == y.part && x.part < END && !(order = compare_tokens(&x, &y))) {
        x = next_token(x.part, &a_rest);
        y = next_token(y.part, &b_rest);
    }
    *ret_order = order ? order : compare_ends(&x, &y);
    return true;
}
