/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

#include <string.h>

#include "limits.h"
#include "text_cut.h"
#include "verdict.h"

/* What the rule that matched text calls an exit status, or -1. */
static int exit_code_of(const struct rule *rule, struct span text)
{
    uint64_t code;

    return span_to_uint64(rule_match_group(rule, text, "rc"), &code) && code < 256 ? (int)code : -1;
}

/* Can the rule's tools print a line where these run? The builder always can. */
static bool is_of(const struct rule *rule, toolset tools)
{
    return rule->proves || (rule->gate & tools) != TOOLS_NONE;
}

/* Of two rules that match one line, where tools may run and seen do: does the first say more? */
static bool says_more(const struct rule *a, const struct rule *b, toolset tools, toolset seen)
{
    if (is_of(a, tools) != is_of(b, tools))
        return is_of(a, tools);
    if (a->rank != b->rank)
        return a->rank > b->rank;
    if (rule_yields_to(a, b) || rule_yields_to(b, a))
        return !rule_yields_to(a, b);
    if (a->generic != b->generic)
        return b->generic;
    return (a->gate & seen) != TOOLS_NONE && (b->gate & seen) == TOOLS_NONE;
}

/* Of several tracks that fail it is the first: its failure stops the others. */
void match_blame(struct analysis *a, struct track *track)
{
    if (a->failing || track->index == 0)
        return;
    a->failing = track;
    track->held = true;
}

/* The builder's word may be all there is of the step: of compose's error alone, or the end of a log. */
static void take_step_told(struct analysis *a, const struct rule *rule, const struct log_line *line)
{
    struct span command = text_cut(rule_match_group(rule, line->text, "cmd"), LIMIT_LOG_TEXT);

    if (command.len == 0 || span_equal(command, a->told.command))
        return;
    a->told.command = pool_keep(&a->pool, command);
    a->told.exit_code = exit_code_of(rule, line->text);
    a->told.first_line = line->number;
}

/*
 * A line that tells of failure as only builders do, unless a program printed it: what wraps a
 * step's failure is the word of one engine, and where that is known it must have said so,
 * or be done: then it is the word of CI for what came after.
 */
static void take_proof(struct analysis *a, struct track *track, const struct rule *rule,
                       const struct log_line *line)
{
    if (!rule->proves || line->output)
        return;
    if (rule->rank == RANK_WRAPPER && track->steps.engine != BUILDER_NONE &&
        a->steps.outcome == OUTCOME_UNKNOWN)
        return;
    if (steps_current(&track->steps) == NO_STEP)
        take_step_told(a, rule, line);
    steps_fail(&a->steps, &track->steps, exit_code_of(rule, line->text));
    match_blame(a, track);
    if (strcmp(rule->id, "build.step-failed-buildkit") == 0 && a->steps.builder == BUILDER_NONE)
        steps_spoken(&a->steps, BUILDER_BUILDKIT);
}

/* The rules' view of a line: the best hit becomes a candidate, noise hides all. *ret_proof: it is a builder's. */
const struct rule *match_rules(struct analysis *a, struct track *track, const struct log_line *line,
                               const uint16_t *consumers, size_t consumer_count, bool *ret_proof)
{
    struct span text = line->text;
    size_t count = rules_match(a->rules, text, consumers, consumer_count, a->hits);
    struct candidate here = {.track = track->index, .step = steps_current(&track->steps)};
    toolset tools = count > 1 ? judge_tools(a, &here) : TOOLS_ALL;
    const struct rule *best = NULL;
    bool noise = false;

    for (size_t i = 0; i < count; i++) {
        if (a->hits[i]->rank == RANK_NOISE)
            noise |= is_of(a->hits[i], tools);
        else if (!best || says_more(a->hits[i], best, tools, track->seen))
            best = a->hits[i];
    }
    if (noise)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        take_proof(a, track, a->hits[i], line);
        *ret_proof |= a->hits[i]->proves;
    }
    return best;
}
