/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "required.h"

#include <stdlib.h>
#include <string.h>

#include "frequency.h"
#include "xalloc.h"

/* A class of so few bytes is as good as alternatives. */
#define SMALL_CLASS 4
/* A text more makes the scan for all of them slower, by as much as so many lines of 100,000 that hold one. */
#define COST_OF_TEXT 5

struct reader {
    struct span rest;
    int depth;
    const char *refused; /* why the pattern is not understood; NULL: it is, so far */
};

/*
 * What is known of a sequence so far: the texts with which it goes on without a gap up to here
 * (run; at first the empty text), and the best set of a run that is over.
 */
struct sequence {
    struct text_set best;
    struct text_set run;
    struct text_set prefix; /* the first run, once that is over */
    bool exact;             /* run is all of the sequence */
};

/* Of the alternatives of a group: each match has one of the texts, and begins with one of prefix. */
struct alternatives {
    struct text_set texts; /* none: nothing is known */
    struct text_set prefix;
    bool exact; /* a match is one of the texts */
};

/* ---- which set is better ---- */

/*
 * What it costs to look for the set: the lines of 100,000 that are looked at for it, and the texts
 * themselves.  0 for a set that is of no use.
 */
static unsigned long cost_of(const struct text_set *set)
{
    unsigned long cost = 0;

    for (size_t i = 0; i < set->count; i++) {
        if (strlen(set->texts[i]) < REQUIRED_LEAST)
            return 0;
        cost += text_frequency(set->texts[i]) + COST_OF_TEXT;
    }
    return cost;
}

static size_t shortest(const struct text_set *set)
{
    size_t least = SIZE_MAX;

    for (size_t i = 0; i < set->count; i++) {
        size_t length = strlen(set->texts[i]);

        least = length < least ? length : least;
    }
    return least;
}

/* Of two that cost as much the one with the longer texts is the rarer. */
static bool is_better(const struct text_set *a, const struct text_set *b)
{
    unsigned long cost = cost_of(a);
    unsigned long other = cost_of(b);

    if (!cost || !other)
        return cost != 0;
    return cost < other || (cost == other && shortest(a) > shortest(b));
}

/* Takes candidate over. */
static void choose_take(struct text_set *best, struct text_set *candidate)
{
    if (is_better(candidate, best)) {
        text_set_release(best);
        *best = *candidate;
    } else {
        text_set_release(candidate);
    }
    *candidate = (struct text_set){0};
}

/* ---- a sequence goes on ---- */

static void begin_run(struct sequence *s)
{
    text_set_add(&s->run, SPAN_LITERAL(""));
}

static void end_run(struct sequence *s)
{
    if (s->exact)
        text_set_copy(&s->prefix, &s->run);
    choose_take(&s->best, &s->run);
    begin_run(s);
    s->exact = false;
}

static char peek(const struct reader *r)
{
    return r->rest.len ? r->rest.data[0] : '\0';
}

static char take(struct reader *r)
{
    char c = peek(r);

    r->rest = span_skip(r->rest, 1);
    return c;
}

/* The first reason is the one to tell. */
static void refuse(struct reader *r, const char *why)
{
    if (!r->refused)
        r->refused = why;
}

enum quantity { ONCE, OPTIONAL, REPEATED, OPTIONAL_REPEATED };

static enum quantity read_quantifier(struct reader *r)
{
    enum quantity quantity = ONCE;
    char c = peek(r);

    if (c == '{' && r->rest.len > 1 && strchr("0123456789,", r->rest.data[1])) {
        quantity = r->rest.data[1] >= '1' && r->rest.data[1] <= '9' ? REPEATED : OPTIONAL_REPEATED;
        r->rest = span_skip(r->rest, span_find_byte(r->rest, '}') + 1);
    } else if (c && strchr("?*+", c)) {
        quantity = c == '+' ? REPEATED : c == '?' ? OPTIONAL : OPTIONAL_REPEATED;
        take(r);
    } else {
        return ONCE;
    }
    if (peek(r) == '?' || peek(r) == '+')
        take(r);
    return quantity;
}

/* One of the texts of piece stands here, so often. */
static void add_piece(struct sequence *s, const struct text_set *piece, enum quantity quantity)
{
    if (quantity != OPTIONAL_REPEATED && !text_set_append(&s->run, piece, quantity == OPTIONAL)) {
        end_run(s);
        if (quantity == OPTIONAL || !text_set_append(&s->run, piece, false))
            return;
    }
    if (quantity == REPEATED || quantity == OPTIONAL_REPEATED)
        end_run(s);
}

static void add_byte(struct reader *r, struct sequence *s, char c)
{
    struct text_set piece = {0};

    text_set_add(&piece, span_of(&c, 1));
    add_piece(s, &piece, read_quantifier(r));
    text_set_release(&piece);
}

/* Anything that is not fixed. */
static void skip_variable(struct reader *r, struct sequence *s)
{
    end_run(s);
    read_quantifier(r);
}

static void read_escape(struct reader *r, struct sequence *s)
{
    char c = take(r);

    if (strchr("bBAzZ", c) && c)
        return; /* a place, not a text */
    if (c == 't')
        add_byte(r, s, '\t');
    else if (c && strchr("dDwWsSvVhHRN", c))
        skip_variable(r, s);
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || !c)
        refuse(r, "an escape that rules do not use");
    else
        add_byte(r, s, c);
}

/* Reads a class; true, with its bytes as texts, when these are few and stand there as they are. */
static bool read_class(struct reader *r, struct text_set *members)
{
    bool small = peek(r) != '^';

    if (!small)
        take(r);
    do {
        char c = take(r);

        small = small && c != '\\' && c != '[' && peek(r) != '-' && members->count < SMALL_CLASS;
        if (c == '[' && peek(r) == ':')
            r->rest = span_skip(r->rest, span_find(r->rest, ":]") + 2);
        else if (c == '\\')
            take(r);
        else if (small)
            text_set_add(members, span_of(&c, 1));
    } while (r->rest.len && peek(r) != ']');
    take(r);
    return small;
}

static void add_class(struct reader *r, struct sequence *s)
{
    struct text_set members = {0};

    if (read_class(r, &members))
        add_piece(s, &members, read_quantifier(r));
    else
        skip_variable(r, s);
    text_set_release(&members);
}

static struct alternatives read_alternatives(struct reader *r);

/* What stands after "(": true for a group that takes part in the match, false for a look around. */
static bool read_group_head(struct reader *r)
{
    if (peek(r) == '*')
        refuse(r, "a verb");
    if (!span_eat(&r->rest, "?"))
        return true;
    if (span_eat(&r->rest, "=") || span_eat(&r->rest, "!") || span_eat(&r->rest, "<=") ||
        span_eat(&r->rest, "<!"))
        return false;
    if (span_eat(&r->rest, ":") || span_eat(&r->rest, ">"))
        return true;
    if (span_eat(&r->rest, "P<") || span_eat(&r->rest, "<")) {
        r->rest = span_skip(r->rest, span_find_byte(r->rest, '>') + 1);
        return true;
    }
    refuse(r, "an inline option, a condition or a comment");
    return true;
}

/* A group that is more than its texts. */
static void add_variable(struct sequence *s, struct alternatives *inner, enum quantity quantity)
{
    bool needed = quantity == ONCE || quantity == REPEATED;

    if (needed && inner->prefix.count)
        text_set_append(&s->run, &inner->prefix, false);
    end_run(s);
    if (needed)
        choose_take(&s->best, &inner->texts);
}

static void read_group(struct reader *r, struct sequence *s)
{
    bool takes_part = read_group_head(r);
    struct alternatives inner = read_alternatives(r);
    enum quantity quantity;

    if (take(r) != ')')
        refuse(r, "a group that is not closed");
    quantity = read_quantifier(r);
    if (takes_part && inner.exact && inner.texts.count <= TEXT_SET_PRODUCTS)
        add_piece(s, &inner.texts, quantity);
    else if (takes_part)
        add_variable(s, &inner, quantity);
    text_set_release(&inner.texts);
    text_set_release(&inner.prefix);
}

static void read_piece(struct reader *r, struct sequence *s)
{
    char c = take(r);

    if (c == '\\') {
        read_escape(r, s);
    } else if (c == '(') {
        read_group(r, s);
    } else if (c == '[') {
        add_class(r, s);
    } else if (c == '.') {
        skip_variable(r, s);
    } else if (c != '^' && c != '$') {
        add_byte(r, s, c);
    }
}

static struct sequence read_sequence(struct reader *r)
{
    struct sequence s = {.exact = true};

    begin_run(&s);
    while (r->rest.len && peek(r) != '|' && peek(r) != ')' && !r->refused)
        read_piece(r, &s);
    if (s.exact) {
        text_set_copy(&s.prefix, &s.run);
        text_set_release(&s.best);
        s.best = s.run;
    } else {
        choose_take(&s.best, &s.run);
    }
    return s;
}

/* One alternative without a text leaves the whole without. */
static void unite_take(struct text_set *all, struct text_set *one, bool *complete)
{
    if (one->count == 0 || !text_set_unite_take(all, one))
        *complete = false;
}

static struct alternatives read_alternatives(struct reader *r)
{
    struct alternatives all = {.exact = true};
    bool complete = true;
    bool prefixed = true;

    if (++r->depth > LIMIT_RULE_NESTING)
        refuse(r, "too many groups within groups");
    do {
        struct sequence one = {0};

        if (!r->refused)
            one = read_sequence(r);
        all.exact = all.exact && one.exact;
        unite_take(&all.texts, &one.best, &complete);
        unite_take(&all.prefix, &one.prefix, &prefixed);
    } while (!r->refused && span_eat(&r->rest, "|"));
    r->depth--;
    all.exact = all.exact && complete;
    if (!complete)
        text_set_release(&all.texts);
    if (!prefixed)
        text_set_release(&all.prefix);
    return all;
}

bool required_texts(struct span pattern, struct text_set *ret_required, struct error *err)
{
    struct reader r = {.rest = pattern};
    struct alternatives found;

    if (span_find_byte(pattern, '\0') < pattern.len)
        refuse(&r, "a NUL"); /* which ends a text */
    found = read_alternatives(&r);
    text_set_release(&found.prefix);
    if (!r.refused && r.rest.len)
        refuse(&r, "a ')' too many");
    if (r.refused || cost_of(&found.texts) == 0) {
        text_set_release(&found.texts);
        if (r.refused)
            return error_set(err, ERROR_MALFORMED, "the pattern has %s", r.refused);
        return error_set(err, ERROR_MALFORMED,
                         "the pattern has no fixed text of %d bytes in each alternative",
                         REQUIRED_LEAST);
    }
    text_set_reduce(&found.texts);
    *ret_required = found.texts;
    return true;
}
