/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made.h"

#include <string.h>

#include "json_in.h"
#include "pattern.h"
#include "shell.h"
#include "silent.h"
#include "verdict.h"

/* Of a cause that some tool tells, where nothing shows that it ran: any program says "Error: ...". */
#define UNSHOWN_TOOL 0.3
/* Between a cause and buildah's word stands no more than the head of another stage's step. */
#define ABOVE_WORD 2

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

static void make(struct analysis *a, const struct log_line *line, const struct rule *rule)
{
    candidate_of_line(&a->candidates, log_reader_window(a->reader), line, rule, &a->made);
    a->made.step = steps_current(&analysis_track(a)->steps);
    a->made.track = analysis_track(a)->index;
}

static void take_made(struct analysis *a, const struct log_line *line, const struct rule *rule)
{
    make(a, line, rule);
    a->failure = &a->made;
}

/* What the exit status of the failing step's command means. */
struct exit_cause {
    size_t index; /* of the step */
    const struct step *step;
    const struct rule *rule;
    struct span command;
};

static bool find_exit_cause(const struct analysis *a, struct exit_cause *ret)
{
    ret->index = failing_step(a);
    ret->step = ret->index == NO_STEP ? &a->told : &a->steps.items[ret->index];
    ret->rule = silent_find(a->rules, ret->step->command, ret->step->exit_code, &ret->command);
    return ret->rule != NULL;
}

bool made_knows_exit(const struct analysis *a)
{
    struct exit_cause ignored;

    return find_exit_cause(a, &ignored);
}

static void take_exit_cause(struct candidate *cause, const struct exit_cause *found)
{
    cause->step = found->index;
    cause->fact = "cmd";
    cause->fact_value = found->command;
    cause->exit_code = found->step->exit_code;
}

/*
 * The class is what the exit status means, where that is known: a test runner's 1 whatever it prints.
 * Else it is guessed from the words.
 */
void made_of_line(struct analysis *a, const struct log_line *line)
{
    struct exit_cause found;
    bool known = find_exit_cause(a, &found);
    const struct rule *rule = known ? found.rule : rules_guess(a->rules, line->text);

    take_made(a, line, rule ? rule : &unclassified_rule);
    a->confidence = known ? 0.4 : rule ? 0.3 : 0.2;
    if (known)
        take_exit_cause(&a->made, &found);
}

bool made_is_unclassified(const struct analysis *a)
{
    return a->failure == &a->made && a->made.rule == &unclassified_rule;
}

void made_perhaps(struct analysis *a, const struct log_line *line)
{
    const struct rule *rule = rules_guess(a->rules, line->text);

    make(a, line, rule ? rule : &unclassified_rule);
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
    struct exit_cause found;
    struct log_line line;

    /* One without a pattern is of a program that does print, in words that no rule knows. */
    if (!find_exit_cause(a, &found) || !found.rule->pattern[0] ||
        !line_of_command(a, found.step, found.command, &line))
        return false;
    take_exit_cause(take_silence(a, &line, found.rule, found.command, told), &found);
    a->confidence = 0.6;
    return true;
}

/* The builder's word names the command of the step that runs. */
static bool is_of_running(const struct analysis *a, const struct candidate *word)
{
    const struct step *step = steps_running(&a->steps, &analysis_track(a)->steps);

    return step && step->command.len &&
           memmem(word->text, word->text_len, step->command.data, step->command.len);
}

bool made_above_stage(struct analysis *a, const struct candidate *told)
{
    const struct candidate *latest =
        a->earlier.count ? &a->earlier.items[a->earlier.count - 1] : NULL;

    if (!latest || a->steps.builder != BUILDER_BUILDAH || is_of_running(a, told) ||
        latest->line >= told->line || told->line - latest->line > ABOVE_WORD ||
        judge(a, latest).standing != STANDING_ROOT)
        return false;
    a->failure = latest;
    a->consequence = told;
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

/* ---- words ---- */

/* "    at main (x.js:1)" stands under it: a program threw it. */
static bool has_trace(const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->excerpt_count; i++) {
        struct span text = span_of(candidate->excerpt[i].text, candidate->excerpt[i].len);

        if (candidate->excerpt[i].number > candidate->line &&
            span_starts_with(span_trim(text), "at "))
            return true;
    }
    return false;
}

/* True if the step names one of the rule's tools, or what was printed is such a tool's. */
static bool is_of_tool(const struct analysis *a, const struct candidate *candidate)
{
    toolset named =
        candidate->step == NO_STEP ? TOOLS_ALL : steps_tools(&a->steps, candidate->step);
    toolset seen = a->tracks.items[candidate->track]->seen;

    return (candidate->rule->gate & (named == TOOLS_ALL ? seen : named | seen)) != TOOLS_NONE;
}

/* "Error: ..." is no program of Node.js where nothing but the word tells of one. */
void made_by_words(struct analysis *a)
{
    const struct rule *rule = a->failure->rule;
    const struct rule *guess;

    if (a->failure->fact || !rule->generic || rule->gate == TOOLS_ALL ||
        is_of_tool(a, a->failure) || has_trace(a->failure))
        return;
    guess = rules_guess(a->rules, span_of(a->failure->text, a->failure->text_len));
    if (!guess) {
        if (a->confidence > UNSHOWN_TOOL)
            a->confidence = UNSHOWN_TOOL;
        return;
    }
    a->derived = *a->failure; /* its texts stay the other's */
    a->derived.rule = guess;
    a->failure = &a->derived;
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
