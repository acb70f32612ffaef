/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "consumers.h"
#include "document.h"
#include "json_in.h"
#include "redact.h"
#include "xalloc.h"

/* Lines of the longest private key that is masked: RSA with 16384 bits has some 200. */
#define KEY_LINES 256

/* In these the first timestamp is looked for, whatever they hold. */
#define TIME_LINES 200

static void handle_line(void *context, const struct log_line *given, const uint16_t *consumers,
                        size_t count);

static void handle_move(void *context)
{
    struct analysis *a = context;

    candidates_complete(&a->candidates, log_reader_window(a->reader), false);
}

struct analysis *analysis_new(struct rules *rules)
{
    static const struct log_handlers handlers = {handle_line, handle_move};
    struct analysis *a = xcalloc(1, sizeof *a);

    a->rules = rules;
    a->hits = xcalloc(rules->count + 1, sizeof(const struct rule *));
    a->reader = log_reader_new(rules->table, rules->scanner, &handlers, a);
    log_reader_every_line(a->reader, true);
    steps_init(&a->steps, &a->pool);
    packages_init(&a->packages, &a->pool);
    managers_init(&a->managers, &a->packages, 0);
    thoth_init(&a->thoth);
    candidates_init(&a->candidates);
    return a;
}

void analysis_free(struct analysis *a)
{
    if (!a)
        return;
    candidate_release(&a->made);
    earlier_release(&a->earlier);
    candidates_release(&a->candidates);
    thoth_release(&a->thoth);
    managers_release(&a->managers);
    packages_release(&a->packages);
    steps_release(&a->steps);
    pool_release(&a->pool);
    log_reader_free(a->reader);
    free(a->hits);
    free(a);
}

void analysis_feed(struct analysis *a, struct span piece)
{
    log_reader_feed(a->reader, piece);
}

void analysis_finish(struct analysis *a)
{
    log_reader_finish(a->reader);
    a->lines = log_reader_lines(a->reader);
    candidates_complete(&a->candidates, log_reader_window(a->reader), true);
    analysis_judge(a);
    managers_finish(&a->managers, a->outcome == OUTCOME_FAILED);
    packages_finish(&a->packages);
    steps_finish(&a->steps, a->outcome, a->lines);
}

/* ---- a line ---- */

/* The first time that a line starts with: "2020-04-02 20:06:50,579", "[2031-01-07T12:43:20.461Z] ". */
static void look_for_time(struct analysis *a, struct span text)
{
    char seconds[sizeof "2020-04-02T20:06:50Z"];

    if (text.len && text.data[0] == '[')
        text = span_skip(text, 1);
    if (text.len < 19 || text.data[4] != '-' || text.data[13] != ':')
        return;
    a->started = document_parse_time(span_head(text, span_find_byte(text, ' ')));
    if (a->started)
        return;
    snprintf(seconds, sizeof seconds, "%.10sT%.8sZ", text.data, text.data + 11);
    a->started = document_parse_time(span_string(seconds));
}

/*
 * The lines of a private key are one secret together, and none of them shows it
 * alone; so they are masked here, before anything is kept.
 */
static void mask_key(struct analysis *a, struct log_line *line)
{
    bool ends = span_contains(line->text, "-----END ");

    line->text = SPAN_LITERAL(REDACTED);
    candidates_hide(&a->candidates, line->number);
    a->key_lines = ends ? 0 : a->key_lines - 1;
}

/* What rule groups call an exit status, or -1. */
static int exit_code_of(const struct rule *rule, struct span text)
{
    CLEANUP(cleanup_json) json_t *groups = rule_groups(rule, text);
    uint64_t code;

    return span_to_uint64(json_in_span_or_empty(groups, "rc"), &code) && code < 256 ? (int)code
                                                                                    : -1;
}

/* Of two rules that match one line: does the first say more? */
static bool says_more(const struct rule *a, const struct rule *b)
{
    if (a->rank != b->rank)
        return a->rank > b->rank;
    if (rule_yields_to(a, b) || rule_yields_to(b, a))
        return !rule_yields_to(a, b);
    return !a->generic && b->generic;
}

/* The builder's own word of failure; false if the rule is no such word. */
static void take_proof(struct analysis *a, const struct rule *rule, struct span text)
{
    if (!rule->proves)
        return;
    steps_fail(&a->steps, exit_code_of(rule, text));
    if (strcmp(rule->id, "build.step-failed-buildkit") == 0 && a->steps.builder == BUILDER_NONE)
        a->steps.builder = BUILDER_BUILDKIT;
}

/* The rules' view of a line: the best hit becomes a candidate, noise hides all. */
static const struct rule *match_rules(struct analysis *a, struct span text,
                                      const uint16_t *consumers, size_t consumer_count)
{
    size_t count = rules_match(a->rules, text, consumers, consumer_count, a->hits);
    const struct rule *best = NULL;
    bool noise = false;

    for (size_t i = 0; i < count; i++) {
        if (a->hits[i]->begins_secret && !span_contains(text, "-----END "))
            a->key_lines = KEY_LINES;
        if (a->hits[i]->rank == RANK_NOISE)
            noise = true;
        else if (!best || says_more(a->hits[i], best))
            best = a->hits[i];
    }
    if (noise)
        return NULL;
    for (size_t i = 0; i < count; i++)
        take_proof(a, a->hits[i], text);
    return best;
}

/* What the package managers say they did, and got over. */
static void follow_managers(struct analysis *a, const struct log_line *line,
                            const uint16_t *consumers, size_t count)
{
    manager_set marked = consumers_managers(consumers, count, a->rules->count);
    struct recovery recovery = managers_line(&a->managers, line, marked);

    if (recovery.last)
        candidates_recover(&a->candidates, recovery.first, recovery.last);
}

/* Their step succeeded; what they show may be why a later one fails. */
static void pass_candidates(struct analysis *a)
{
    if (a->candidates.count)
        candidates_complete(&a->candidates, log_reader_window(a->reader), true);
    earlier_take(&a->earlier, &a->candidates);
}

static void mark_tools(struct analysis *a, const struct log_line *line)
{
    const struct tool_mark *mark = tools_find_mark(line->text);

    if (mark)
        candidates_mark(&a->candidates, mark, line->number);
}

static void judge_line(struct analysis *a, const struct log_line *line, const uint16_t *consumers,
                       size_t count)
{
    enum outcome before = a->steps.outcome;
    bool began = steps_line(&a->steps, line);
    size_t step = steps_current(&a->steps);
    const struct rule *rule;

    if (began || (a->steps.outcome == OUTCOME_SUCCEEDED && before != OUTCOME_SUCCEEDED)) {
        pass_candidates(a);
        managers_settle(&a->managers, true);
    }
    mark_tools(a, line);
    follow_managers(a, line, consumers, count);
    rule = began ? NULL : match_rules(a, line->text, consumers, count);
    if (rule)
        candidates_add(&a->candidates, rule, line, step);
}

/* What hangs together over lines of which most hold no mark. */
static bool wants_every_line(const struct analysis *a, uint64_t number)
{
    return (!a->started && number < TIME_LINES) || a->key_lines ||
           a->thoth.block != THOTH_NO_BLOCK || a->steps.committing || a->managers.following;
}

static void handle_line(void *context, const struct log_line *given, const uint16_t *consumers,
                        size_t count)
{
    struct analysis *a = context;
    struct log_line line = *given;

    if (line.odd && !a->first_odd)
        a->first_odd = line.number;
    if (!a->started && line.text.len >= 19)
        look_for_time(a, line.text);
    if (a->key_lines) {
        mask_key(a, &line);
        count = 0;
    }
    if (thoth_line(&a->thoth, &line))
        a->steps.last_line = line.number;
    else
        judge_line(a, &line, consumers, count);
    log_reader_every_line(a->reader, wants_every_line(a, line.number));
}
