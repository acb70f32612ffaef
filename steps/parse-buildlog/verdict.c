/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From what was gathered to what is said: did the build fail, and why?  The rules'
 * hits at hand are those of the step that ran last; a root goes over a wrapper,
 * and what was recovered from is never the cause.
 */
#include <string.h>

#include "analysis.h"

/* Of the log's last lines these are looked at for a failure that no rule knows. */
#define RECENT_LINES 128
/* How far from the log's end a tool's word of failure may stand, when the builder says nothing. */
#define END_LINES 100
#define END_ERROR_LINES 25

static const struct rule unclassified_rule = {
    .id = "unclassified",
    .title = "no rule knows this failure; this line is the most probable cause",
    .stage = "unknown",
    .advice = "Read the lines around it, and those of the failing step before them.",
    .rank = RANK_WRAPPER,
};

/* ---- lines that sound like errors ---- */

static bool has_any(struct span text, const char *const *list)
{
    for (; *list; list++) {
        if (span_contains(text, *list))
            return true;
    }
    return false;
}

/* 2: a tool's own form of an error; 1: words of one; 0: neither. */
static int error_strength(struct span text)
{
    static const char *const strong[] = {
        "error:",     "ERROR",  "Error:", "fatal:", "FATAL",        "npm ERR!", "npm error",
        "Exception:", "panic:", "*** [",  "rror[E", "Exception in", "ERR_",     NULL};
    static const char *const weak[] = {"failed",      "Failed",    "FAILED",   "not found",
                                       "denied",      "cannot ",   "Cannot ",  "can't ",
                                       "Can't ",      "unable to", "Unable",   "No such",
                                       "undefined",   "missing",   "invalid",  "Invalid",
                                       "Killed",      "abort",     "Abort",    "refused",
                                       "timeout",     "timed out", "required", "rror ",
                                       "out of date", NULL};

    if (has_any(text, strong) || span_starts_with(text, "E: "))
        return 2;
    return has_any(text, weak) ? 1 : 0;
}

/* How probable it is that a line tells the cause, where no rule knows. */
static int probability(const struct log_line *line)
{
    if (span_trim(line->text).len == 0)
        return 0;
    return 1 + 2 * error_strength(line->text) + (line->red ? 1 : 0);
}

static bool is_step_header(const struct steps *steps, uint64_t number)
{
    for (size_t i = steps->count; i > 0 && steps->items[i - 1].first_line >= number; i--) {
        if (steps->items[i - 1].first_line == number && !steps->items[i - 1].inner)
            return true;
    }
    return false;
}

/* No cause: noise, a wrapper, or the builder's own line. */
static bool is_quiet(const struct analysis *a, const struct log_line *line)
{
    size_t count = rules_find(a->rules, line->text, a->hits);
    enum rule_rank best = RANK_NOISE;

    for (size_t i = 0; i < count; i++) {
        if (a->hits[i]->rank == RANK_NOISE)
            return true;
        best = a->hits[i]->rank > best ? a->hits[i]->rank : best;
    }
    return best == RANK_WRAPPER || is_step_header(&a->steps, line->number);
}

/* Where the step that runs began; lines before it succeeded. */
static uint64_t first_line_of_step(const struct steps *steps)
{
    size_t step = steps->outer != NO_STEP ? steps->outer : steps_current(steps);

    return step == NO_STEP ? 0 : steps->items[step].first_line;
}

/* The latest of the most probable lines of the step; false if none has more than least. */
static bool most_probable_line(const struct analysis *a, int least, struct log_line *ret)
{
    const struct window *window = log_reader_window(a->reader);
    uint64_t first = first_line_of_step(&a->steps);
    struct log_line line;
    int best = least;

    for (bool more = window_last(window, &line);
         more && line.number >= first && a->lines - line.number < RECENT_LINES;
         more = window_before(window, &line, &line)) {
        int p = probability(&line);

        if (p > best && !is_quiet(a, &line)) {
            best = p;
            *ret = line;
        }
    }
    return best > least;
}

/* ---- the outcome ---- */

static bool error_near_end(const struct analysis *a)
{
    const struct window *window = log_reader_window(a->reader);
    struct log_line line;

    for (bool more = window_last(window, &line); more && a->lines - line.number < END_ERROR_LINES;
         more = window_before(window, &line, &line)) {
        if (error_strength(line.text) == 2 && !is_quiet(a, &line))
            return true;
    }
    return false;
}

static bool hit_near_end(const struct analysis *a)
{
    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *candidate = &a->candidates.items[i];

        if (!candidate->recovered && a->lines - candidate->line < END_LINES)
            return true;
    }
    return false;
}

/* Where the builder says nothing, a tool may: with an error after which nothing went on. */
static enum outcome judge_outcome(const struct analysis *a)
{
    if (a->steps.outcome != OUTCOME_UNKNOWN)
        return a->steps.outcome;
    return hit_near_end(a) || error_near_end(a) ? OUTCOME_FAILED : OUTCOME_UNKNOWN;
}

/* ---- the cause ---- */

/* True if a hit of one of the rules that the candidate's rule yields to is there. */
static bool must_yield(const struct analysis *a, const struct candidate *candidate)
{
    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *other = &a->candidates.items[i];

        if (!other->recovered && rule_yields_to(candidate->rule, other->rule))
            return true;
    }
    return false;
}

/* Higher is nearer to the cause. */
static int standing(const struct analysis *a, const struct candidate *candidate)
{
    const struct rule *rule = candidate->rule;

    if (candidate->recovered)
        return 0;
    if (rule->rank == RANK_ROOT)
        return rule->generic || must_yield(a, candidate) ? 3 : 4;
    return rule->proves ? 1 : 2;
}

/* The last of the highest standing; or the first hit of the same rule in its step, where that tool is so. */
static const struct candidate *choose(const struct analysis *a)
{
    const struct candidate *best = NULL;

    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *candidate = &a->candidates.items[i];

        if (standing(a, candidate) && (!best || standing(a, candidate) >= standing(a, best)))
            best = candidate;
    }
    if (!best || !best->rule->first)
        return best;
    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *candidate = &a->candidates.items[i];

        if (candidate->rule == best->rule && candidate->step == best->step &&
            standing(a, candidate))
            return candidate;
    }
    return best;
}

/* True if a cause of another kind stands beside it. */
static bool is_disputed(const struct analysis *a, const struct candidate *chosen)
{
    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *candidate = &a->candidates.items[i];

        if (candidate->rule != chosen->rule && standing(a, candidate) == standing(a, chosen))
            return true;
    }
    return false;
}

static double confidence_in(const struct analysis *a, const struct candidate *chosen)
{
    static const double by_standing[] = {0.1, 0.3, 0.4, 0.6, 0.9};
    double confidence = by_standing[standing(a, chosen)];

    if (standing(a, chosen) >= 3 && is_disputed(a, chosen))
        confidence -= 0.2;
    return a->by_builder ? confidence : confidence - 0.1;
}

static void take_unclassified(struct analysis *a, const struct log_line *line)
{
    candidate_of_line(&a->candidates, log_reader_window(a->reader), line, &unclassified_rule,
                      &a->unclassified);
    a->unclassified.step = steps_current(&a->steps);
    a->failure = &a->unclassified;
    a->confidence = 0.2;
}

static void judge_cause(struct analysis *a)
{
    const struct candidate *chosen = choose(a);
    struct log_line line;

    /* The builder's own words tell more than a line that does not even sound like an error. */
    if ((!chosen || standing(a, chosen) < 2) && most_probable_line(a, chosen ? 1 : 0, &line)) {
        take_unclassified(a, &line);
    } else if (chosen) {
        a->failure = chosen;
        a->confidence = confidence_in(a, chosen);
    } else if (window_last(log_reader_window(a->reader), &line)) {
        take_unclassified(a, &line);
    }
}

/* ---- what else was seen ---- */

static bool is_listed(const struct analysis *a, const struct candidate *candidate)
{
    for (size_t i = 0; i < a->secondary_count; i++) {
        if (a->secondary[i]->rule == candidate->rule)
            return true;
    }
    return candidate == a->failure || candidate->rule == a->failure->rule;
}

/* Those of the highest standing first, of each rule the latest. */
static void list_others(struct analysis *a)
{
    for (int wanted = 4; wanted >= 0; wanted--) {
        for (size_t i = a->candidates.count; i > 0; i--) {
            const struct candidate *candidate = &a->candidates.items[i - 1];

            if (standing(a, candidate) == wanted && a->secondary_count < SECONDARY_MOST &&
                !is_listed(a, candidate))
                a->secondary[a->secondary_count++] = candidate;
        }
    }
}

void analysis_judge(struct analysis *a)
{
    a->by_builder = a->steps.outcome != OUTCOME_UNKNOWN;
    a->outcome = judge_outcome(a);
    if (a->outcome != OUTCOME_FAILED)
        return;
    judge_cause(a);
    if (a->failure)
        list_others(a);
}
