/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates.h"

#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "redact.h"
#include "xalloc.h"

/* Of a step with more hits than are kept: the first ones. */
#define KEPT_FIRST 16

void candidates_init(struct candidates *all)
{
    *all = (struct candidates){0};
    all->items = xcalloc(LIMIT_LOG_CANDIDATES, sizeof *all->items);
    all->recent = xcalloc(RECENT_LINES, sizeof *all->recent);
}

void candidate_release(struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->excerpt_count; i++)
        free(candidate->excerpt[i].text);
    free(candidate->text);
    *candidate = (struct candidate){0};
}

void candidates_clear(struct candidates *all)
{
    for (size_t i = 0; i < all->count; i++)
        candidate_release(&all->items[i]);
    all->count = 0;
    all->dropped = false;
}

void candidates_release(struct candidates *all)
{
    candidates_clear(all);
    free(all->items);
    free(all->recent);
}

struct span text_cut(struct span text, size_t most)
{
    struct span head = span_head(text, most);
    size_t n = head.len;

    if (head.len == text.len)
        return text;
    while (n > most / 2 && head.data[n - 1] != ' ' && head.data[n - 1] != '\t')
        n--;
    return n > most / 2 ? span_head(head, n) : head;
}

/* ---- the lines around ---- */

struct recent_line *candidates_recent(const struct candidates *all, uint64_t index)
{
    if (index >= all->lines || index + RECENT_LINES < all->lines)
        return NULL;
    return &all->recent[index % RECENT_LINES];
}

static void add_excerpt(struct candidate *candidate, uint64_t number, struct span text)
{
    struct excerpt_line *line = &candidate->excerpt[candidate->excerpt_count++];

    line->number = number;
    line->text = xmemdup0(text.len ? text.data : "", text.len);
    line->len = text.len;
}

/* The lines before and with the index-th of all, and those after that are there already. */
static void add_recent(struct candidate *candidate, const struct candidates *all, uint64_t index)
{
    uint64_t first = index > EXCERPT_BEFORE ? index - EXCERPT_BEFORE : 0;

    for (uint64_t i = first; i <= index + EXCERPT_AFTER; i++) {
        const struct recent_line *line = candidates_recent(all, i);

        if (line)
            add_excerpt(candidate, line->number, span_of(line->text, line->len));
    }
    candidate->after =
        index + EXCERPT_AFTER < all->lines ? 0 : index + EXCERPT_AFTER + 1 - all->lines;
}

void candidates_line(struct candidates *all, const struct log_line *line, bool quiet)
{
    struct recent_line *recent = &all->recent[all->lines % RECENT_LINES];
    struct span text = text_cut(line->text, LIMIT_LOG_EXCERPT_LINE);

    all->lines++;
    recent->number = line->number;
    recent->offset = line->offset;
    recent->red = line->red;
    recent->quiet = quiet;
    recent->len = text.len;
    if (text.len)
        memcpy(recent->text, text.data, text.len);
    /* Only the latest candidates can still want lines. */
    for (size_t i = all->count; i > 0 && all->items[i - 1].after; i--) {
        add_excerpt(&all->items[i - 1], line->number, text);
        all->items[i - 1].after--;
    }
}

/* ---- hits ---- */

/* The part of a line that is shown: a long one from a little before the match on. */
static struct span shown_part(const struct rule *rule, struct span text)
{
    size_t start = text.len > LIMIT_LOG_EXCERPT_LINE ? rule_match_start(rule) : 0;

    if (start < LIMIT_LOG_EXCERPT_LINE / 2)
        return text_cut(text, LIMIT_LOG_EXCERPT_LINE);
    text = span_skip(text, start - LIMIT_LOG_EXCERPT_LINE / 4);
    text = span_skip(text, span_find_byte(span_head(text, LIMIT_LOG_EXCERPT_LINE / 4), ' '));
    return text_cut(text, LIMIT_LOG_EXCERPT_LINE);
}

static void set_text(struct candidate *candidate, struct span text)
{
    candidate->text = xmemdup0(text.len ? text.data : "", text.len);
    candidate->text_len = text.len;
}

json_t *candidate_groups(const struct candidate *candidate)
{
    json_t *groups = rule_groups(candidate->rule, span_of(candidate->text, candidate->text_len));
    const char *name;
    json_t *value;

    json_object_foreach (groups, name, value) {
        STRBUF_AUTO(masked, 2 * LIMIT_LOG_EXCERPT_LINE);

        if (redact_append(&masked, json_in_span(value)))
            json_string_setn(value, masked.data, masked.len);
    }
    return groups;
}

/* Room for one more: the oldest after the first few goes. */
static struct candidate *next_place(struct candidates *all)
{
    if (all->count == LIMIT_LOG_CANDIDATES) {
        candidate_release(&all->items[KEPT_FIRST]);
        memmove(&all->items[KEPT_FIRST], &all->items[KEPT_FIRST + 1],
                (LIMIT_LOG_CANDIDATES - KEPT_FIRST - 1) * sizeof *all->items);
        all->count--;
        all->dropped = true;
    }
    all->items[all->count] = (struct candidate){0};
    return &all->items[all->count++];
}

void candidates_add(struct candidates *all, const struct rule *rule, const struct log_line *line,
                    size_t step)
{
    struct candidate *candidate = next_place(all);

    candidate->rule = rule;
    candidate->line = line->number;
    candidate->offset = line->offset;
    candidate->step = step;
    set_text(candidate, shown_part(rule, line->text));
    add_recent(candidate, all, all->lines - 1);
}

void candidate_of_recent(const struct candidates *all, uint64_t index, const struct rule *rule,
                         struct candidate *ret)
{
    const struct recent_line *line = candidates_recent(all, index);

    *ret = (struct candidate){.rule = rule};
    if (!line)
        return;
    ret->line = line->number;
    ret->offset = line->offset;
    set_text(ret, span_of(line->text, line->len));
    add_recent(ret, all, index);
}

void candidates_recover(struct candidates *all, uint64_t from_line)
{
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].line >= from_line)
            all->items[i].recovered = true;
    }
}
