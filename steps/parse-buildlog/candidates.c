/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates.h"

#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "pem.h"
#include "prefixes.h"
#include "redact.h"
#include "text_cut.h"
#include "xalloc.h"

/* Of a step with more hits than are kept: the first ones. */
#define KEPT_FIRST 16

void candidates_init(struct candidates *all)
{
    *all = (struct candidates){0};
    all->items = xcalloc(LIMIT_LOG_ALL_CANDIDATES, sizeof *all->items);
}

static void drop_excerpt(struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->excerpt_count; i++)
        free(candidate->excerpt[i].text);
    candidate->excerpt_count = 0;
}

void candidate_release(struct candidate *candidate)
{
    drop_excerpt(candidate);
    free(candidate->text);
    *candidate = (struct candidate){0};
}

void candidates_clear(struct candidates *all)
{
    for (size_t i = 0; i < all->count; i++)
        candidate_release(&all->items[i]);
    all->count = 0;
    memset(all->by_track, 0, sizeof all->by_track);
    all->dropped = false;
    all->tested = false;
}

/* The hits of a track, or those of all others but the unnamed one. */
static void forget(struct candidates *all, size_t track, bool others)
{
    size_t kept = 0;

    for (size_t i = 0; i < all->count; i++) {
        size_t of = all->items[i].track;

        if (others ? of != track && of != 0 : of == track) {
            all->by_track[of]--;
            candidate_release(&all->items[i]);
        } else {
            all->items[kept++] = all->items[i];
        }
    }
    all->count = kept;
}

void candidates_clear_track(struct candidates *all, size_t track)
{
    if (all->by_track[track])
        forget(all, track, false);
}

void candidates_keep_track(struct candidates *all, size_t track)
{
    forget(all, track, true);
}

void candidates_release(struct candidates *all)
{
    candidates_clear(all);
    free(all->items);
}

/* ---- the lines around ---- */

void candidates_hide(struct candidates *all, uint64_t number)
{
    struct hidden_lines *last = all->hidden + all->hidden_count - 1;

    if (all->hidden_count && (last->last + 1 == number || all->hidden_count == HIDDEN_MOST)) {
        last->last = number;
        return;
    }
    all->hidden[all->hidden_count++] = (struct hidden_lines){number, number};
}

static bool is_hidden(const struct candidates *all, uint64_t number)
{
    for (size_t i = 0; i < all->hidden_count; i++) {
        if (number >= all->hidden[i].first && number <= all->hidden[i].last)
            return true;
    }
    return false;
}

/*
 * Lines that come after the one at hand are not looked at yet, so that nothing tells that they are
 * a key's; *in_key: one has begun in the excerpt.
 */
static bool is_of_key(struct span text, bool *in_key)
{
    bool inside = *in_key && pem_is_inside(span_skip(text, prefixes_length(text)));

    if (pem_begins(text))
        *in_key = true;
    else if (inside && pem_ends(text))
        *in_key = false;
    return inside;
}

static void add_excerpt(const struct candidates *all, struct candidate *candidate,
                        const struct log_line *from, bool *in_key)
{
    struct excerpt_line *line = &candidate->excerpt[candidate->excerpt_count++];
    struct span text = text_cut(from->text, LIMIT_LOG_EXCERPT_LINE);

    if (is_of_key(from->text, in_key) || is_hidden(all, from->number))
        text = SPAN_LITERAL(REDACTED);
    line->number = from->number;
    line->text = xmemdup0(text.len ? text.data : "", text.len);
    line->len = text.len;
}

/* The lines of the window around the candidate's; complete when none of those after it is missing. */
static void take_excerpt(const struct candidates *all, struct candidate *candidate,
                         const struct window *window)
{
    struct log_line line = {.place = candidate->place, .number = candidate->line};
    int before = 0;
    int after = 0;
    bool in_key = false;

    drop_excerpt(candidate);
    while (before < EXCERPT_BEFORE && window_before(window, &line, &line))
        before++;
    if (before == 0 && !window_at(window, &line))
        return;
    for (; before >= 0; before--) {
        add_excerpt(all, candidate, &line, &in_key);
        if (before && !window_after(window, &line, &line))
            return;
    }
    while (after < EXCERPT_AFTER && window_after(window, &line, &line)) {
        add_excerpt(all, candidate, &line, &in_key);
        after++;
    }
    candidate->complete = after == EXCERPT_AFTER;
}

void candidate_complete(const struct candidates *all, struct candidate *candidate,
                        const struct window *window, bool at_end)
{
    if (!candidate->complete)
        take_excerpt(all, candidate, window);
    candidate->complete = candidate->complete || at_end;
}

void candidates_complete(struct candidates *all, const struct window *window, bool at_end)
{
    for (size_t i = 0; i < all->count; i++)
        candidate_complete(all, &all->items[i], window, at_end);
}

/* ---- hits ---- */

/* The part of a line that is shown: a long one from a little before the match on. */
static struct span shown_part(const struct rule *rule, struct span text)
{
    size_t start = text.len > LIMIT_LOG_EXCERPT_LINE ? rule_match_start(rule) : 0;
    struct span before;

    if (start < LIMIT_LOG_EXCERPT_LINE / 2)
        return text_cut(text, LIMIT_LOG_EXCERPT_LINE);
    before =
        span_head(span_skip(text, start - LIMIT_LOG_EXCERPT_LINE / 4), LIMIT_LOG_EXCERPT_LINE / 4);
    /* From a blank on, so that no end of a secret is left without its start; else from the match. */
    text = span_skip(text, start - (before.len - span_find_byte(before, ' ')));
    return text_cut(text, LIMIT_LOG_EXCERPT_LINE);
}

static void set_text(struct candidate *candidate, struct span text)
{
    candidate->text = xmemdup0(text.len ? text.data : "", text.len);
    candidate->text_len = text.len;
}

static void add_fact(const struct candidate *candidate, json_t *groups)
{
    char code[16];

    if (!candidate->fact)
        return;
    json_put_string(groups, candidate->fact, candidate->fact_value);
    snprintf(code, sizeof code, "%d", candidate->exit_code);
    if (candidate->exit_code)
        json_put_string(groups, "rc", span_string(code));
}

json_t *candidate_groups(const struct candidate *candidate)
{
    json_t *groups = rule_groups(candidate->rule, span_of(candidate->text, candidate->text_len));
    const char *name;
    json_t *value;

    add_fact(candidate, groups);
    json_object_foreach (groups, name, value) {
        STRBUF_AUTO(masked, 2 * LIMIT_LOG_EXCERPT_LINE);

        if (redact_append(&masked, json_in_span(value)))
            json_string_setn(value, masked.data, masked.len);
    }
    return groups;
}

void candidate_title(const struct candidate *candidate, const json_t *groups, struct strbuf *out)
{
    size_t before = out->len;

    rule_title(candidate->rule, groups, out);
    if (!candidate->exit_code || strcmp(out->data + before, candidate->rule->id) != 0)
        return;
    strbuf_truncate(out, before);
    strbuf_addf(out, "%s ended with status %d and said nothing",
                json_in_string_or(groups, candidate->fact, "a command"), candidate->exit_code);
}

/* Of a track with more hits than are kept, the first that is not among the first few. */
static size_t oldest_of(const struct candidates *all, size_t track)
{
    size_t seen = 0;
    size_t i = 0;

    for (; i + 1 < all->count; i++) {
        seen += all->items[i].track == track;
        if (seen > KEPT_FIRST)
            break;
    }
    return i;
}

static size_t largest_track(const struct candidates *all)
{
    size_t largest = 0;

    for (size_t i = 1; i < LIMIT_LOG_TRACKS; i++) {
        if (all->by_track[i] > all->by_track[largest])
            largest = i;
    }
    return largest;
}

static void drop(struct candidates *all, size_t index)
{
    all->by_track[all->items[index].track]--;
    candidate_release(&all->items[index]);
    memmove(&all->items[index], &all->items[index + 1],
            (all->count - index - 1) * sizeof *all->items);
    all->count--;
    all->dropped = true;
}

/* Room for one more of the track. */
static struct candidate *next_place(struct candidates *all, size_t track)
{
    if (all->by_track[track] == LIMIT_LOG_CANDIDATES)
        drop(all, oldest_of(all, track));
    if (all->count == LIMIT_LOG_ALL_CANDIDATES)
        drop(all, oldest_of(all, largest_track(all)));
    all->by_track[track]++;
    all->items[all->count] = (struct candidate){.track = track};
    return &all->items[all->count++];
}

/* What stands before the part of a long line that is shown may tell that it is a secret: it is masked before. */
static void set_hit(struct candidate *candidate, const struct rule *rule, struct span text)
{
    STRBUF_AUTO(masked, 2 * LIMIT_LOG_LINE);

    if (text.len > LIMIT_LOG_EXCERPT_LINE && redact_append(&masked, text)) {
        text = strbuf_span(&masked);
        rule_search(rule, text);
    }
    set_text(candidate, shown_part(rule, text));
}

struct candidate *candidates_add(struct candidates *all, const struct rule *rule,
                                 const struct log_line *line, size_t track, size_t step)
{
    struct candidate *candidate = next_place(all, track);

    candidate->rule = rule;
    candidate->line = line->number;
    candidate->offset = line->offset;
    candidate->place = line->place;
    candidate->step = step;
    all->tested = all->tested || strcmp(rule->id, "test.failed") == 0;
    set_hit(candidate, rule, line->text);
    return candidate;
}

void candidate_of_line(const struct candidates *all, const struct window *window,
                       const struct log_line *line, const struct rule *rule, struct candidate *ret)
{
    *ret = (struct candidate){.rule = rule,
                              .line = line->number,
                              .offset = line->offset,
                              .place = line->place};
    set_text(ret, is_hidden(all, line->number) ? SPAN_LITERAL(REDACTED)
                                               : text_cut(line->text, LIMIT_LOG_EXCERPT_LINE));
    take_excerpt(all, ret, window);
}

void candidates_recover(struct candidates *all, size_t track, uint64_t first_line,
                        uint64_t last_line)
{
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].track == track && all->items[i].line >= first_line &&
            all->items[i].line <= last_line)
            all->items[i].recovered = true;
    }
}
