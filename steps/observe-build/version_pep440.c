/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PEP 440, "Appendix B" for what is a version, "Summary of permitted suffixes and relative ordering". */
#include "versions.h"

/* Whether something stands there at all, and its number. */
struct stage {
    int kind; /* pre: 1 a, 2 b, 3 rc; post and dev: 1; 0: absent */
    struct span number;
};

struct pep440 {
    struct span epoch;
    struct span release; /* "1.2.0" */
    struct stage pre;
    struct stage post;
    struct stage dev;
    struct span local;
};

static char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_separator(char c)
{
    return c == '.' || c == '-' || c == '_';
}

static bool eat_nocase(struct span *rest, const char *word)
{
    if (!span_equal_nocase(span_head(*rest, strlen(word)), span_string(word)))
        return false;
    *rest = span_skip(*rest, strlen(word));
    return true;
}

static void eat_separator(struct span *rest)
{
    if (rest->len && is_separator(rest->data[0]))
        *rest = span_skip(*rest, 1);
}

/* [-_.]? WORD [-_.]? number?; kinds says what each word is. */
static void take_stage(struct span *rest, struct stage *stage, const char *const *words,
                       const int *kinds)
{
    struct span at = *rest;

    eat_separator(&at);
    for (size_t i = 0; words[i]; i++) {
        struct span after = at;

        if (!eat_nocase(&after, words[i]))
            continue;
        eat_separator(&after);
        *stage = (struct stage){kinds[i], take_digits(&after)};
        *rest = after;
        return;
    }
}

/* "-1" is a post-release too. */
static void take_post(struct span *rest, struct stage *post)
{
    static const char *const words[] = {"post", "rev", "r", NULL};
    static const int kinds[] = {1, 1, 1};
    struct span at = *rest;
    struct span number;

    if (span_eat(&at, "-") && (number = take_digits(&at)).len) {
        *post = (struct stage){1, number};
        *rest = at;
        return;
    }
    take_stage(rest, post, words, kinds);
}

static struct span take_release(struct span *rest)
{
    struct span start = *rest;
    struct span last = *rest;

    while (take_digits(rest).len) {
        last = *rest;
        if (!span_eat(rest, "."))
            break;
    }
    *rest = last;
    return span_head(start, start.len - last.len);
}

static bool is_local(struct span local)
{
    bool wants_more = true;

    for (size_t i = 0; i < local.len; i++) {
        bool separator = is_separator(local.data[i]);

        if (separator ? wants_more : !is_digit(local.data[i]) && !is_letter(local.data[i]))
            return false;
        wants_more = separator;
    }
    return !wants_more;
}

static bool parse(struct pep440 *v, struct span text)
{
    static const char *const pre_words[] = {"alpha", "beta", "preview", "pre", "rc",
                                            "a",     "b",    "c",       NULL};
    static const int pre_kinds[] = {1, 2, 3, 3, 3, 1, 2, 3};
    static const char *const dev_words[] = {"dev", NULL};
    static const int dev_kinds[] = {1};
    struct span rest = span_trim(text);
    struct span at;

    eat_nocase(&rest, "v");
    at = rest;
    v->epoch = take_digits(&at);
    if (v->epoch.len && span_eat(&at, "!"))
        rest = at;
    else
        v->epoch = span_of(NULL, 0);
    v->release = take_release(&rest);
    take_stage(&rest, &v->pre, pre_words, pre_kinds);
    take_post(&rest, &v->post);
    take_stage(&rest, &v->dev, dev_words, dev_kinds);
    if (v->release.len && span_eat(&rest, "+")) {
        v->local = rest;
        return is_local(rest);
    }
    return v->release.len && !rest.len;
}

/* ---- order ---- */

static int compare_releases(struct span a, struct span b)
{
    int order = 0;

    while (!order && (a.len || b.len)) {
        order = compare_numbers(take_digits(&a), take_digits(&b));
        span_eat(&a, ".");
        span_eat(&b, ".");
    }
    return order;
}

/* A development release of no pre- or post-release is before all pre-releases, a release after them. */
static int pre_weight(const struct pep440 *v)
{
    if (v->pre.kind)
        return v->pre.kind;
    return !v->post.kind && v->dev.kind ? 0 : 4;
}

static int compare_stages(int a_weight, int b_weight, const struct stage *a, const struct stage *b)
{
    if (a_weight != b_weight)
        return a_weight - b_weight;
    return compare_numbers(a->number, b->number);
}

static bool is_number(struct span part)
{
    struct span digits = take_digits(&part);

    return digits.len && !part.len;
}

static int compare_folded(struct span a, struct span b)
{
    for (size_t i = 0; i < a.len && i < b.len; i++)
        if (fold(a.data[i]) != fold(b.data[i]))
            return fold(a.data[i]) - fold(b.data[i]);
    return (a.len > b.len) - (a.len < b.len);
}

static struct span take_local_part(struct span *rest)
{
    size_t len = 0;
    struct span part;

    while (len < rest->len && !is_separator(rest->data[len]))
        len++;
    part = span_head(*rest, len);
    *rest = span_skip(*rest, len + 1);
    return part;
}

/* Numbers are after words, and the longer after its start. */
static int compare_locals(struct span a, struct span b)
{
    while (a.len && b.len) {
        struct span x = take_local_part(&a);
        struct span y = take_local_part(&b);
        bool x_number = is_number(x);
        int order = x_number - is_number(y);

        if (!order)
            order = x_number ? compare_numbers(x, y) : compare_folded(x, y);
        if (order)
            return order;
    }
    return (a.len > 0) - (b.len > 0);
}

bool compare_pep440(struct span a, struct span b, int *ret_order)
{
    struct pep440 x = {0};
    struct pep440 y = {0};
    int order;

    if (!parse(&x, a) || !parse(&y, b))
        return false;
    order = compare_numbers(x.epoch, y.epoch);
    if (!order)
        order = compare_releases(x.release, y.release);
    if (!order)
        order = compare_stages(pre_weight(&x), pre_weight(&y), &x.pre, &y.pre);
    if (!order)
        order = compare_stages(x.post.kind, y.post.kind, &x.post, &y.post);
    if (!order)
        order = compare_stages(!x.dev.kind, !y.dev.kind, &x.dev, &y.dev);
    *ret_order = order ? order : compare_locals(x.local, y.local);
    return true;
}
