/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "required.h"

#include <stdlib.h>
#include <string.h>

#include "strbuf.h"
#include "xalloc.h"

#define LONGEST_TEXT 64

struct reader {
    struct span rest;
    int depth;
    const char *refused; /* why the pattern is not understood; NULL: it is, so far */
};

/* A sequence's best set so far, and the fixed text that is being read. */
struct sequence {
    struct required best;
    struct strbuf run;
};

void required_release(struct required *required)
{
    for (size_t i = 0; i < required->count; i++)
        free(required->texts[i]);
    required->count = 0;
}

/* The length of the shortest text; 0 for an empty set. */
static size_t worth(const struct required *set)
{
    size_t least = set->count ? SIZE_MAX : 0;

    for (size_t i = 0; i < set->count; i++) {
        size_t length = strlen(set->texts[i]);

        least = length < least ? length : least;
    }
    return least;
}

/* Longer is rarer; of two good sets the smaller is cheaper. Takes candidate over. */
static void choose_take(struct required *best, struct required *candidate)
{
    size_t have = worth(best);
    size_t new = worth(candidate);

    if (new > have && (have < 8 || candidate->count <= best->count)) {
        required_release(best);
        *best = *candidate;
    } else {
        required_release(candidate);
    }
    candidate->count = 0;
}

static void end_run(struct sequence *s)
{
    struct required one = {.count = 1};

    if (s->run.len >= REQUIRED_LEAST) {
        one.texts[0] = xmemdup0(s->run.data, s->run.len);
        choose_take(&s->best, &one);
    }
    strbuf_clear(&s->run);
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

/* Reads a quantifier, if there is one; false when it allows none of what it follows. */
static bool read_quantifier(struct reader *r, bool *ret_repeated)
{
    bool needed = true;
    char c = peek(r);

    *ret_repeated = false;
    if (c == '{' && r->rest.len > 1 && strchr("0123456789,", r->rest.data[1])) {
        needed = r->rest.data[1] >= '1' && r->rest.data[1] <= '9';
        r->rest = span_skip(r->rest, span_find_byte(r->rest, '}') + 1);
    } else if (c && strchr("?*+", c)) {
        needed = c == '+';
        take(r);
    } else {
        return true;
    }
    *ret_repeated = true;
    if (peek(r) == '?' || peek(r) == '+')
        take(r);
    return needed;
}

/* One fixed byte: part of the run, unless it is optional; a repeated one ends it. */
static void add_byte(struct reader *r, struct sequence *s, char c)
{
    bool repeated;
    bool needed = read_quantifier(r, &repeated);

    if (!needed) {
        end_run(s);
        return;
    }
    strbuf_add_byte(&s->run, c);
    if (repeated)
        end_run(s);
}

/* Anything that is not fixed. */
static void skip_variable(struct reader *r, struct sequence *s)
{
    bool repeated;

    end_run(s);
    read_quantifier(r, &repeated);
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

static void skip_class(struct reader *r)
{
    if (peek(r) == '^')
        take(r);
    if (peek(r) == ']')
        take(r);
    while (r->rest.len && peek(r) != ']') {
        if (take(r) == '\\')
            take(r);
    }
    take(r);
}

static struct required read_alternatives(struct reader *r);

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

static void read_group(struct reader *r, struct sequence *s)
{
    bool matched = read_group_head(r);
    struct required inner = read_alternatives(r);
    bool repeated;

    if (take(r) != ')')
        refuse(r, "a group that is not closed");
    end_run(s);
    if (read_quantifier(r, &repeated) && matched)
        choose_take(&s->best, &inner);
    required_release(&inner);
}

static void read_piece(struct reader *r, struct sequence *s)
{
    char c = take(r);

    if (c == '\\') {
        read_escape(r, s);
    } else if (c == '(') {
        read_group(r, s);
    } else if (c == '[') {
        skip_class(r);
        skip_variable(r, s);
    } else if (c == '.') {
        skip_variable(r, s);
    } else if (c != '^' && c != '$') {
        add_byte(r, s, c);
    }
}

static struct required read_sequence(struct reader *r)
{
    struct sequence s = {0};

    strbuf_init(&s.run, LONGEST_TEXT);
    while (r->rest.len && peek(r) != '|' && peek(r) != ')' && !r->refused) {
        read_piece(r, &s);
        if (s.run.len == LONGEST_TEXT)
            end_run(&s);
    }
    end_run(&s);
    strbuf_release(&s.run);
    return s.best;
}

/* One alternative without a text leaves the whole without. */
static struct required read_alternatives(struct reader *r)
{
    struct required all = {0};
    bool complete = true;

    if (++r->depth > LIMIT_RULE_NESTING)
        refuse(r, "too many groups within groups");
    do {
        struct required one = {0};

        if (!r->refused)
            one = read_sequence(r);
        if (one.count == 0 || all.count + one.count > LIMIT_RULE_LITERALS)
            complete = false;
        for (size_t i = 0; i < one.count; i++) {
            if (complete)
                all.texts[all.count++] = one.texts[i];
            else
                free(one.texts[i]);
        }
    } while (!r->refused && span_eat(&r->rest, "|"));
    r->depth--;
    if (!complete)
        required_release(&all);
    return all;
}

bool required_texts(struct span pattern, struct required *ret_required, struct error *err)
{
    struct reader r = {.rest = pattern};
    struct required found = read_alternatives(&r);

    if (!r.refused && r.rest.len)
        refuse(&r, "a ')' too many");
    if (r.refused || found.count == 0) {
        required_release(&found);
        if (r.refused)
            return error_set(err, ERROR_MALFORMED, "the pattern has %s", r.refused);
        return error_set(err, ERROR_MALFORMED,
                         "the pattern has no fixed text of %d bytes in each alternative",
                         REQUIRED_LEAST);
    }
    *ret_required = found;
    return true;
}
