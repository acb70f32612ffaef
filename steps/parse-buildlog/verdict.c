/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verdict.h"

#include <string.h>

#include "choice.h"
#include "ending.h"
#include "made.h"
#include "probable.h"

/* Of logs never seen before, one cause in eight was wrong where no builder told of the failure, one in twenty where
 * one did. */
#define WITHOUT_BUILDER 0.2
#define LEAST_CONFIDENCE 0.1

/* ---- where a candidate stands ---- */

toolset judge_tools(const struct analysis *a, const struct candidate *candidate)
{
    if (candidate->step == NO_STEP)
        return TOOLS_ALL;
    return steps_tools(&a->steps, candidate->step) | a->tracks.items[candidate->track]->seen;
}

static bool is_gated(const struct analysis *a, const struct candidate *candidate)
{
    toolset gate = candidate->rule->gate;

    return gate != TOOLS_ALL && (gate & judge_tools(a, candidate)) == TOOLS_NONE;
}

/* The hit of a rule that the candidate's rule yields to, or NULL. */
static const struct candidate *nearer_one(const struct analysis *a,
                                          const struct candidate *candidate)
{
    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *other = &a->candidates.items[i];

        if (!other->recovered && rule_yields_to(candidate->rule, other->rule) &&
            !is_gated(a, other))
            return other;
    }
    return NULL;
}

/* The builder's last word of failure, or 0: a wrapper, or else why it did not even begin a step. */
static uint64_t last_proof(const struct analysis *a)
{
    uint64_t root = 0;

    for (size_t i = a->candidates.count; i > 0; i--) {
        const struct candidate *candidate = &a->candidates.items[i - 1];

        if (candidate->of_builder && candidate->rule->rank != RANK_ROOT)
            return candidate->line;
        if (candidate->of_builder && root == 0)
            root = candidate->line;
    }
    return root;
}

/*
 * Of what called the builder, as make or a script does that goes on, after the builder failed: a
 * wrapper always; a cause where one stands before that, as BuildKit shows a step's output after its word.
 */
static bool is_of_caller(const struct analysis *a, const struct candidate *candidate)
{
    uint64_t proof = last_proof(a);

    if (proof == 0 || candidate->line <= proof || candidate->rule->rank != RANK_ROOT)
        return proof && candidate->line > proof;
    for (size_t i = 0; i < a->candidates.count && a->candidates.items[i].line <= proof; i++) {
        const struct candidate *before = &a->candidates.items[i];

        if (before->rule->rank == RANK_ROOT && !before->recovered && !is_gated(a, before) &&
            (before->line < proof || !before->rule->generic))
            return true;
    }
    return false;
}

struct judgement judge(const struct analysis *a, const struct candidate *candidate)
{
    const struct rule *rule = candidate->rule;
    struct judgement j = {.standing = STANDING_ROOT};

    if (candidate->recovered)
        j.standing = STANDING_RECOVERED;
    else if ((j.of_caller = is_of_caller(a, candidate)))
        j.standing = STANDING_BUILDER;
    else if (rule->rank != RANK_ROOT)
        j.standing = rule->proves ? STANDING_BUILDER : STANDING_WRAPPER;
    else if (is_gated(a, candidate))
        j.standing = STANDING_GATED;
    else if ((j.to = nearer_one(a, candidate)) || rule->generic)
        j.standing = STANDING_YIELDS;
    return j;
}

enum standing judge_standing(const struct analysis *a, const struct candidate *candidate)
{
    return judge(a, candidate).standing;
}

/* ---- the outcome ---- */

/* A script may fail after the builder was done. */
static bool failed_later(const struct analysis *a)
{
    bool bare;

    return a->steps.outcome == OUTCOME_SUCCEEDED && a->steps.succeeded &&
           ending_outcome(a, a->steps.succeeded, &bare) == OUTCOME_FAILED;
}

/* Where a builder counts steps, a tool that is done in one says nothing of those that are to come. */
static enum outcome outcome_of_ending(struct analysis *a)
{
    bool counted = a->steps.builder != BUILDER_NONE && a->steps.builder != BUILDER_S2I;
    enum outcome outcome = ending_outcome(a, 0, &a->bare);

    return outcome == OUTCOME_SUCCEEDED && counted ? OUTCOME_UNKNOWN : outcome;
}

static void judge_outcome(struct analysis *a)
{
    if (failed_later(a))
        a->steps.outcome = OUTCOME_UNKNOWN;
    a->log_outcome = a->steps.outcome != OUTCOME_UNKNOWN ? a->steps.outcome : outcome_of_ending(a);
    a->outcome = a->given != OUTCOME_UNKNOWN ? a->given : a->log_outcome;
    a->by_builder = a->given != OUTCOME_UNKNOWN || a->steps.outcome != OUTCOME_UNKNOWN;
}

/* ---- how sure ---- */

/* True if a cause of another kind stands beside it. */
static bool is_disputed(const struct analysis *a, const struct candidate *chosen)
{
    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *candidate = &a->candidates.items[i];

        if (candidate->rule != chosen->rule &&
            judge_standing(a, candidate) == judge_standing(a, chosen))
            return true;
    }
    return false;
}

static double confidence_in(const struct analysis *a, const struct candidate *chosen)
{
    static const double by_standing[] = {
        [STANDING_RECOVERED] = 0.1, [STANDING_BUILDER] = 0.3, [STANDING_GATED] = 0.3,
        [STANDING_WRAPPER] = 0.4,   [STANDING_YIELDS] = 0.6,  [STANDING_ROOT] = 0.9};
    enum standing own = judge_standing(a, chosen);
    double confidence = by_standing[own];

    if (own >= STANDING_YIELDS && is_disputed(a, chosen))
        confidence -= 0.2;
    if (own >= STANDING_YIELDS && probable_errors_after(a, chosen->line))
        confidence -= 0.1;
    if (!a->by_builder)
        confidence -= WITHOUT_BUILDER;
    return confidence < LEAST_CONFIDENCE ? LEAST_CONFIDENCE : confidence;
}

/* ---- all together ---- */

static void judge_cause(struct analysis *a)
{
    const struct candidate *chosen = choice(a);
    enum standing own = chosen ? judge_standing(a, chosen) : STANDING_RECOVERED;
    struct log_line line;
    int least;

    if (own == STANDING_BUILDER && made_above_stage(a, chosen))
        return;
    /* The builder's own words tell more than a line that does not even sound like an error. */
    if (own < STANDING_WRAPPER && !probable_line(a, PROBABLE_ERROR - 1, &line) &&
        made_of_silence(a, chosen))
        return;
    least = chosen && !made_knows_exit(a) ? 1 : 0;
    if ((own < STANDING_GATED && probable_line(a, least, &line)) ||
        (own == STANDING_BUILDER && least && probable_last_word(a, chosen, &line)) ||
        (!chosen && window_last(log_reader_window(a->reader), &line))) {
        made_of_line(a, &line);
    } else if (chosen) {
        a->failure = chosen;
        a->confidence = confidence_in(a, chosen);
    }
}

/* ---- what else was seen ---- */

static bool is_listed(const struct analysis *a, const struct candidate *candidate)
{
    for (size_t i = 0; i < a->secondary_count; i++) {
        if (a->secondary[i]->rule == candidate->rule)
            return true;
    }
    return a->failure && candidate->rule == a->failure->rule;
}

static void list(struct analysis *a, const struct candidate *candidate)
{
    if (candidate && a->secondary_count < SECONDARY_MOST && !is_listed(a, candidate))
        a->secondary[a->secondary_count++] = candidate;
}

/* Of each rule the latest. */
static void list_standing(struct analysis *a, enum standing wanted)
{
    for (size_t i = a->candidates.count; i > 0; i--) {
        if (judge_standing(a, &a->candidates.items[i - 1]) == wanted)
            list(a, &a->candidates.items[i - 1]);
    }
}

/* Where the failure's rule has many hits, the first may be why there are others. */
static void list_first_of_rule(struct analysis *a)
{
    for (size_t i = 0; i < a->candidates.count; i++) {
        const struct candidate *candidate = &a->candidates.items[i];

        if (a->failure && candidate->rule == a->failure->rule && !candidate->recovered) {
            if (candidate != a->failure && a->secondary_count < SECONDARY_MOST)
                a->secondary[a->secondary_count++] = candidate;
            return;
        }
    }
}

/* An error that no rule knows ends the log, which does not say whether it ended the build. */
static void list_last_error(struct analysis *a)
{
    struct log_line line;

    if (a->outcome != OUTCOME_UNKNOWN || a->secondary_count || !ending_aside(a, &line))
        return;
    made_perhaps(a, &line);
    list(a, &a->made);
}

/*
 * The log ends with an error that no rule knows, and nobody says that it ended anything: programs print such lines
 * and go on. It is told as what may have failed.
 */
static void leave_open(struct analysis *a)
{
    a->outcome = a->log_outcome = OUTCOME_UNKNOWN;
    a->failure = NULL;
    a->confidence = 0;
    list(a, &a->made);
}

static bool is_open(const struct analysis *a)
{
    return a->bare && !a->by_builder && made_is_unclassified(a);
}

/* Those of the highest standing first. */
static void list_others(struct analysis *a)
{
    list(a, a->consequence);
    list_standing(a, STANDING_ROOT);
    list_first_of_rule(a);
    for (int wanted = STANDING_ROOT - 1; wanted >= STANDING_RECOVERED; wanted--)
        list_standing(a, (enum standing)wanted);
    list_last_error(a);
}

void analysis_judge(struct analysis *a)
{
    judge_outcome(a);
    if (a->outcome == OUTCOME_SUCCEEDED)
        return;
    /* What failed after the builder was done is not in its log. */
    if (a->outcome == OUTCOME_FAILED && a->steps.outcome != OUTCOME_SUCCEEDED) {
        a->trapped = probable_trap(a);
        judge_cause(a);
    }
    if (is_open(a)) {
        leave_open(a);
    } else if (a->failure) {
        made_earlier(a);
        made_by_words(a);
        made_by_base(a);
    }
    list_others(a);
}
