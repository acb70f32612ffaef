/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made.h"

#include <string.h>

#include "json_in.h"
#include "pattern.h"
#include "shell.h"
#include "silent.h"

static const char *const no_texts[] = {NULL};
static const struct rule_lookup no_lookup[] = {{0}};
static const struct rule_part *no_match;

static const struct rule unclassified_rule = {
    .id = "unclassified",
    .title = "no rule knows this failure; this line is the most probable cause",
    .stage = "unknown",
    .advice = "Read the lines around it, and those of the failing step before them.",
    .rank = RANK_WRAPPER,
    .tools = no_texts,
    .yields_to = no_texts,
    .instead_of = no_texts,
    .lookup = no_lookup,
    .gate = TOOLS_ALL,
    .matched = &no_match,
};

static size_t failing_step(const struct analysis *a)
{
    const struct track_steps *at = &analysis_track(a)->steps;

    return at->running[LEVEL_STEP] != NO_STEP ? at->running[LEVEL_STEP] : steps_current(at);
}

static void take_made(struct analysis *a, const struct log_line *line, const struct rule *rule)
{
    candidate_of_line(&a->candidates, log_reader_window(a->reader), line, rule, &a->made);
    a->made.step = steps_current(&analysis_track(a)->steps);
    a->made.track = analysis_track(a)->index;
    a->failure = &a->made;
}

void made_of_line(struct analysis *a, const struct log_line *line)
{
    take_made(a, line, &unclassified_rule);
    a->confidence = 0.2;
}

/* "+ wget -q ...": what the shell prints of its commands after set -x. */
static bool is_trace_of(struct span text, struct span command)
{
    struct shell shell;
    struct shell_command traced;

    if (!span_starts_with(text, "+ "))
        return false;
    shell_init(&shell, span_skip(text, 2));
    return shell_next(&shell, &traced) && span_equal(traced.name, command);
}

/* The trace of the command, else the line that began the step, else the first that is still there. */
static bool line_of_command(const struct analysis *a, const struct step *step, struct span command,
                            struct log_line *ret)
{
    const struct window *window = log_reader_window(a->reader);

    if (!window_last(window, ret))
        return false;
    while (ret->number != step->first_line && !is_trace_of(ret->text, command)) {
        if (!window_before(window, ret, ret))
            break;
    }
    return true;
}

/* The line is the trace of the command, else the one in which the builder tells the status. */
static struct candidate *take_silence(struct analysis *a, const struct log_line *line,
                                      const struct rule *rule, struct span command,
                                      const struct candidate *told)
{
    if (!told || is_trace_of(line->text, command)) {
        take_made(a, line, rule);
        return &a->made;
    }
    a->derived = *told; /* its texts stay the other's */
    a->derived.rule = rule;
    a->failure = &a->derived;
    return &a->derived;
}

/* The step said nothing of it, but its exit status does. */
bool made_of_silence(struct analysis *a, const struct candidate *told)
{
    size_t index = failing_step(a);
    const struct step *step = index == NO_STEP ? NULL : &a->steps.items[index];
    const struct rule *rule;
    struct candidate *cause;
    struct span command;
    struct log_line line;

    if (!step || !(rule = silent_find(a->rules, step->command, step->exit_code, &command)) ||
        !line_of_command(a, step, command, &line))
        return false;
    cause = take_silence(a, &line, rule, command, told);
    cause->step = index;
    cause->fact = "cmd";
    cause->fact_value = command;
    cause->exit_code = step->exit_code;
    a->confidence = 0.6;
    return true;
}

/* What an earlier step should have made, where the rule names the group that is missing. */
void made_earlier(struct analysis *a)
{
    const struct rule *rule = a->failure->rule;
    CLEANUP(cleanup_json) json_t *groups = rule->missing ? candidate_groups(a->failure) : NULL;
    const struct candidate *earlier = NULL;

    if (rule->missing)
        earlier = earlier_find(&a->earlier, rule, json_in_span_or_empty(groups, rule->missing),
                               &a->steps);
    if (!earlier)
        return;
    a->consequence = a->failure;
    a->failure = earlier;
    a->confidence = 0.6;
}

/* ---- base images ---- */

static bool is_in_place_of(const struct rule *rule, const struct rule *other)
{
    for (const char *const *id = rule->instead_of; rule->base && *id; id++) {
        if (strcmp(*id, other->id) == 0)
            return true;
    }
    return false;
}

/* The base image that the rule's pattern for it finds, or the empty span. */
static struct span matching_base(const struct analysis *a, const struct rule *rule)
{
    struct error ignored = {0};
    CLEANUP(cleanup_pattern)
    struct pattern *pattern = pattern_compile(span_string(rule->base), &ignored);

    for (size_t i = 0; pattern && i < a->steps.base_count; i++) {
        if (pattern_search(pattern, a->steps.bases[i]) == PATTERN_MATCH)
            return a->steps.bases[i];
    }
    return (struct span){0};
}

/* Where the base image alone makes the cause a consequence. */
void made_by_base(struct analysis *a)
{
    for (size_t i = 0; i < a->rules->count; i++) {
        const struct rule *rule = &a->rules->items[i];
        struct span base = {0};

        if (is_in_place_of(rule, a->failure->rule))
            base = matching_base(a, rule);
        if (!base.len)
            continue;
        a->derived = *a->failure; /* its texts stay the other's */
        a->derived.rule = rule;
        a->derived.fact = "base";
        a->derived.fact_value = base;
        a->failure = &a->derived;
        return;
    }
}
