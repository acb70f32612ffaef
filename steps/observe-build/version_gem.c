/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gem::Version: segments are runs of digits or of letters, a '-' stands for ".pre.";
 * words are before numbers, and zeros at the end of the numbers before the first word,
 * and at the end of all, count for nothing.
 */
#include "versions.h"

struct segment {
    struct span text; /* empty: 0, or the end */
    bool word;
};

struct reader {
    struct span rest;
    bool in_words; /* past the first word */
};

/* Parts between dots, the first a number; in those after a '-' it may stand too. */
static bool is_version(struct span s)
{
    bool part_is_empty = false;
    bool after_dash = false;

    if (!take_digits(&s).len || (s.len && s.data[0] != '.' && s.data[0] != '-'))
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        bool begins = c == '.' || (c == '-' && !after_dash);

        if ((begins && part_is_empty) || (!begins && c != '-' && !is_digit(c) && !is_letter(c)))
            return false;
        after_dash = after_dash || c == '-';
        part_is_empty = begins;
    }
    return !part_is_empty;
}

/* The next segment as it stands; text empty at the end. */
static struct segment read_raw(struct reader *r)
{
    while (span_eat(&r->rest, "."))
        ;
    if (span_eat(&r->rest, "-"))
        return (struct segment){SPAN_LITERAL("pre"), true};
    if (r->rest.len && is_digit(r->rest.data[0]))
        return (struct segment){take_digits(&r->rest), false};
    return (struct segment){take_letters(&r->rest), true};
}

static bool is_zero(const struct segment *s)
{
    return !s->word && !compare_numbers(s->text, SPAN_LITERAL("0"));
}

/* Only zeros come before the end or, where no word was read yet, before the first word. */
static bool zeros_end_here(struct reader r)
{
    struct segment s;

    do
        s = read_raw(&r);
    while (s.text.len && is_zero(&s));
    return !s.text.len || (s.word && !r.in_words);
}

/* The next segment that counts; past the end, zeros. */
static struct segment next(struct reader *r)
{
    struct reader before = *r;
    struct segment s = read_raw(r);

    while (s.text.len && is_zero(&s) && zeros_end_here(before)) {
        before = *r;
        s = read_raw(r);
    }
    if (!s.text.len)
        return (struct segment){s.text, false};
    r->in_words = r->in_words || s.word;
    return s;
}

static int compare_segments(const struct segment *a, const struct segment *b)
{
    if (a->word != b->word)
        return a->word ? -1 : 1;
    return a->word ? span_compare(a->text, b->text) : compare_numbers(a->text, b->text);
}

bool compare_gem(struct span a, struct span b, int *ret_order)
{
    struct reader x = {.rest = a};
    struct reader y = {.rest = b};
    struct segment s;
    struct segment t;

    if (!is_version(a) || !is_version(b))
        return false;
    do {
        s = next(&x);
        t = next(&y);
        *ret_order = compare_segments(&s, &t);
    } while (!*ret_order && (s.text.len || t.text.len));
    return true;
}
