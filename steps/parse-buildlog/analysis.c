/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "json_in.h"
#include "redact.h"
#include "xalloc.h"

/* Lines of the longest private key that is masked: RSA with 16384 bits has some 200. */
#define KEY_LINES 256

static line_handler handle_line;

struct analysis *analysis_new(struct rules *rules)
{
    struct analysis *a = xcalloc(1, sizeof *a);

    a->rules = rules;
    a->hits = xcalloc(rules->count + 1, sizeof(const struct rule *));
    line_reader_init(&a->reader, handle_line, a);
    steps_init(&a->steps, &a->pool);
    packages_init(&a->packages, &a->pool);
    pip_init(&a->pip, &a->packages);
    thoth_init(&a->thoth);
    candidates_init(&a->candidates);
    return a;
}

void analysis_free(struct analysis *a)
{
    if (!a)
        return;
    candidate_release(&a->unclassified);
    candidates_release(&a->candidates);
    thoth_release(&a->thoth);
    pip_release(&a->pip);
    packages_release(&a->packages);
    steps_release(&a->steps);
    pool_release(&a->pool);
    line_reader_release(&a->reader);
    free(a->hits);
    free(a);
}

void analysis_feed(struct analysis *a, struct span piece)
{
    line_reader_feed(&a->reader, piece);
}

void analysis_finish(struct analysis *a)
{
    line_reader_finish(&a->reader);
    pip_finish(&a->pip);
    packages_finish(&a->packages);
    analysis_judge(a);
    steps_finish(&a->steps, a->outcome);
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

static void count_damage(struct analysis *a, const struct log_line *line)
{
    if (line->cut && a->cut_lines++ == 0)
        a->first_cut = line->number;
    if (line->odd && a->odd_lines++ == 0)
        a->first_odd = line->number;
}

/*
 * The lines of a private key are one secret together, and none of them shows it
 * alone; so they are masked here, before anything is kept.
 */
static void mask_key(struct analysis *a, struct log_line *line)
{
    bool ends = span_contains(line->text, "-----END ");

    line->text = SPAN_LITERAL(REDACTED);
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
static const struct rule *match_rules(struct analysis *a, struct span text, bool *ret_noise)
{
    size_t count = rules_find(a->rules, text, a->hits);
    const struct rule *best = NULL;

    *ret_noise = false;
    for (size_t i = 0; i < count; i++) {
        if (a->hits[i]->begins_secret && !span_contains(text, "-----END "))
            a->key_lines = KEY_LINES;
        if (a->hits[i]->rank == RANK_NOISE)
            *ret_noise = true;
        else if (!best || says_more(a->hits[i], best))
            best = a->hits[i];
    }
    if (*ret_noise)
        return NULL;
    for (size_t i = 0; i < count; i++)
        take_proof(a, a->hits[i], text);
    return best;
}

static void pip_effects(struct analysis *a, const struct log_line *line)
{
    enum pip_effect effect = pip_line(&a->pip, line);

    if (effect == PIP_WILL_RETRY)
        candidates_recover(&a->candidates, a->pip.collecting);
    else if (effect == PIP_INSTALLED)
        candidates_recover(&a->candidates, 0);
}

static void judge_line(struct analysis *a, const struct log_line *line)
{
    enum outcome before = a->steps.outcome;
    bool began = steps_line(&a->steps, line);
    size_t step = steps_current(&a->steps);
    const struct rule *rule;
    bool noise = false;

    if (began || (a->steps.outcome == OUTCOME_SUCCEEDED && before != OUTCOME_SUCCEEDED))
        candidates_clear(&a->candidates);
    pip_effects(a, line);
    rule = began ? NULL : match_rules(a, line->text, &noise);
    candidates_line(&a->candidates, line, began || noise || (rule && rule->rank == RANK_WRAPPER));
    if (rule)
        candidates_add(&a->candidates, rule, line, step);
}

static void handle_line(void *context, const struct log_line *given)
{
    struct analysis *a = context;
    struct log_line line = *given;

    a->lines = line.number;
    count_damage(a, &line);
    if (!a->started && line.text.len >= 19)
        look_for_time(a, line.text);
    if (a->key_lines)
        mask_key(a, &line);
    if (thoth_line(&a->thoth, &line))
        a->steps.last_line = line.number;
    else
        judge_line(a, &line);
}
