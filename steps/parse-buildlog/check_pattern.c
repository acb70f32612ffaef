/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "check.h"
#include "json_in.h"

/* Work that grows with the square of such a line stays within the limits, what grows faster does not. */
#define HARD_LINE (2 * KIB)

/* ---- repetitions within repetitions ---- */

/* Whether each open group holds an unbounded repetition: one bit a level. */
struct shape {
    struct span rest;
    unsigned repeats;
    unsigned depth;
};

/* The length of "*", "+", "{2,}" at the start, with the sign after it; 0: nothing unbounded. */
static size_t unbounded_length(struct span s)
{
    size_t n = 0;

    if (s.len && (s.data[0] == '*' || s.data[0] == '+'))
        n = 1;
    else if (s.len && s.data[0] == '{' && span_find_byte(s, '}') < s.len &&
             s.data[span_find_byte(s, '}') - 1] == ',')
        n = span_find_byte(s, '}') + 1;
    return n;
}

static size_t class_length(struct span s)
{
    size_t i = s.len > 1 && s.data[1] == '^' ? 2 : 1;

    for (i += i < s.len && s.data[i] == ']'; i < s.len && s.data[i] != ']'; i++)
        i += s.data[i] == '\\';
    return i < s.len ? i + 1 : s.len;
}

/* One atom, parenthesis or other sign; true if it may be repeated. */
static bool next_atom(struct shape *shape, bool *ret_held)
{
    char c = shape->rest.data[0];
    size_t n = c == '\\' ? 2 : c == '[' ? class_length(shape->rest) : 1;

    *ret_held = false;
    shape->rest = span_skip(shape->rest, n);
    if (c == '(') {
        shape->depth++;
        shape->repeats <<= 1;
        return false;
    }
    if (c == ')' && shape->depth) {
        *ret_held = shape->repeats & 1;
        shape->depth--;
        shape->repeats >>= 1;
        /* What a group holds, the group around it holds, too. */
        shape->repeats |= *ret_held;
    }
    return c != '|' && c != '^';
}

static bool has_nested_repetition(struct span pattern)
{
    struct shape shape = {.rest = pattern};

    while (shape.rest.len) {
        bool held;
        size_t n = next_atom(&shape, &held) ? unbounded_length(shape.rest) : 0;

        if (n && held)
            return true;
        if (n)
            shape.repeats |= 1;
        shape.rest = span_skip(shape.rest, n);
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

    for (const char *const *text = rule->required; *text; text++) {
        if (is_hard_on(rule, span_string(*text)))
            check_finding(check, rule, "the pattern needs too much work on lines full of", *text);
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
