/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --check-rules (check.h): patterns that may need no end of work, and examples made from one another. */
#include <string.h>

#include "alternatives.h"
#include "check.h"
#include "json_in.h"

/* Work that grows with the square of such a line stays within the limits, what grows faster does not. */
#define HARD_LINE (2 * KIB)

/* ---- repetitions within repetitions ---- */

/* Deeper ones are refused by required.c. */
#define DEEPEST (LIMIT_RULE_NESTING + 1)

struct shape {
    struct span rest;
    struct span starts[DEEPEST]; /* of the groups that are open, what follows their "(" */
    size_t depth;
};

/* The length of "*", "+", "{2,}" at the start; 0: nothing unbounded. */
static size_t unbounded_length(struct span s)
{
    size_t close = span_find_byte(s, '}');

    if (s.len && (s.data[0] == '*' || s.data[0] == '+'))
        return 1;
    return s.len && s.data[0] == '{' && close < s.len && s.data[close - 1] == ',' ? close + 1 : 0;
}

static bool atom_matches(struct span atom, char byte)
{
    struct error ignored = {0};
    CLEANUP(cleanup_pattern) struct pattern *pattern = pattern_compile(atom, &ignored);

    return !pattern || pattern_search(pattern, span_of(&byte, 1)) == PATTERN_MATCH;
}

/* True if something in the group is repeated without bounds that matches byte, or, with NUL, anything. */
static bool repeats(struct span group, char byte)
{
    while (group.len) {
        struct span atom = alternatives_atom(&group);

        if (unbounded_length(group) &&
            (!byte || strchr("()", atom.data[0]) || atom_matches(atom, byte)))
            return true;
    }
    return false;
}

/* A group that begins or ends with a byte that none of its repetitions takes can be split in one way alone. */
static bool is_separated(struct span group)
{
    static const char signs[] = "\\.^$|()[]?*+{}";
    char first = group.len ? group.data[0] : '\0';
    char last = group.len ? group.data[group.len - 1] : '\0';

    if (first == '\\' && group.len > 1 && strchr(signs, group.data[1]))
        first = group.data[1];
    else if (first && strchr(signs, first))
        first = '\0';
    if (last && strchr(signs, last))
        last = '\0';
    return (first && !repeats(group, first)) || (last && !repeats(group, last));
}

/* The group that ends here, without what makes it one: "?:", "?P<name>". */
static struct span close_group(struct shape *shape)
{
    struct span group = {0};

    if (!shape->depth || --shape->depth >= DEEPEST)
        return group;
    group = shape->starts[shape->depth];
    group.len -= shape->rest.len + 1;
    if (span_eat(&group, "?P<"))
        return span_skip(group, span_find_byte(group, '>') + 1);
    span_eat(&group, "?:");
    return group;
}

static bool has_nested_repetition(struct span pattern)
{
    struct shape shape = {.rest = pattern};

    while (shape.rest.len) {
        struct span atom = alternatives_atom(&shape.rest);

        if (atom.data[0] == '(') {
            if (shape.depth < DEEPEST)
                shape.starts[shape.depth] = shape.rest;
            shape.depth++;
        } else if (atom.data[0] == ')') {
            struct span group = close_group(&shape);

            if (unbounded_length(shape.rest) && repeats(group, '\0') && !is_separated(group))
                return true;
        }
    }
    return false;
}

/* ---- lines that are hard to refuse ---- */

static bool is_too_hard(const struct rule *rule, struct span piece, const char *filler)
{
    STRBUF_AUTO(line, 2 * HARD_LINE);

    while (piece.len && piece.len < HARD_LINE && line.len < HARD_LINE) {
        strbuf_add_span(&line, piece);
        strbuf_add_string(&line, filler);
    }
    return rule_search(rule, strbuf_span(&line)) == PATTERN_TOO_MUCH_WORK;
}

/* The start of a match, over and over: each is a place where the pattern may begin, and none where it ends. */
static bool is_hard_on(const struct rule *rule, struct span text)
{
    static const char *const fillers[] = {"", " ", "a", ": ", "/", "'\"", "0.", NULL};

    for (const char *const *filler = fillers; *filler; filler++) {
        if (is_too_hard(rule, text, *filler) ||
            is_too_hard(rule, span_head(text, text.len - 1), *filler))
            return true;
    }
    return false;
}

static void check_work(struct check *check, const struct rule *rule)
{
    json_t *match = json_in_find(rule->members, "examples.match");
    const json_t *example;
    size_t i;

    for (size_t k = 0; k < rule->part_count; k++) {
        for (const char *const *text = rule->parts[k].required; *text; text++) {
            if (is_hard_on(rule, span_string(*text)))
                check_finding(check, rule, "the pattern needs too much work on lines full of",
                              *text);
        }
    }
    json_array_foreach (match, i, example) {
        if (json_string_length(example) > 1 && is_hard_on(rule, json_in_span(example)))
            check_finding(check, rule, "the pattern needs too much work on many of",
                          json_string_value(example));
    }
}

void check_pattern(struct check *check, const struct rule *rule)
{
    if (has_nested_repetition(span_string(rule->pattern)))
        check_finding(check, rule,
                      "a repetition within a repetition, which may need no end of work", NULL);
    check_work(check, rule);
}

/* ---- examples ---- */

/* Of two lines, from 0 to 100: how much of the longer one both begin and end with. */
static size_t likeness(struct span a, struct span b)
{
    size_t most = a.len < b.len ? a.len : b.len;
    size_t longer = a.len < b.len ? b.len : a.len;
    size_t head = 0;
    size_t tail = 0;

    while (head < most && a.data[head] == b.data[head])
        head++;
    while (tail < most - head && a.data[a.len - 1 - tail] == b.data[b.len - 1 - tail])
        tail++;
    return longer ? 100 * (head + tail) / longer : 100;
}

/* From here on one example is the other with a word or a number changed. */
#define TOO_LIKE 93

void check_variety(struct check *check, const struct rule *rule)
{
    json_t *match = json_in_find(rule->members, "examples.match");

    for (size_t i = 0; i < json_array_size(match); i++) {
        const json_t *one = json_array_get(match, i);

        for (size_t j = 0; j < i && json_is_string(one); j++) {
            const json_t *other = json_array_get(match, j);

            if (json_is_string(other) &&
                likeness(json_in_span(one), json_in_span(other)) >= TOO_LIKE)
                check_finding(check, rule, "nearly the same as another example",
                              json_string_value(one));
        }
    }
}
