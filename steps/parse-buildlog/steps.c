/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps.h"

#include <stdlib.h>
#include <string.h>

#include "limits.h"
#include "prefix.h"
#include "text_cut.h"
#include "timestamp.h"
#include "xalloc.h"

void steps_init(struct steps *steps, struct pool *pool)
{
    *steps = (struct steps){.pool = pool};
}

void steps_release(struct steps *steps)
{
    free(steps->items);
}

void track_steps_init(struct track_steps *at, bool named)
{
    *at = (struct track_steps){.running = {NO_STEP, NO_STEP, NO_STEP},
                               .latest = NO_STEP,
                               .named = named};
}

void steps_spoken(struct steps *steps, enum builder_id builder)
{
    if (builder > steps->builder)
        steps->builder = builder;
}

static struct span keep(struct steps *steps, struct span text)
{
    return pool_keep(steps->pool, text_cut(text, LIMIT_LOG_TEXT));
}

/* ---- images ---- */

static bool is_stage(const struct steps *steps, struct span name)
{
    uint64_t number;

    if (span_to_uint64(name, &number))
        return true; /* FROM 0: a stage by its number */
    for (size_t i = 0; i < steps->stage_count; i++) {
        if (span_equal_nocase(steps->stages[i], name))
            return true;
    }
    return false;
}

void steps_add_base(struct steps *steps, struct span image)
{
    if (image.len == 0 || is_stage(steps, image))
        return;
    for (size_t i = 0; i < steps->base_count; i++) {
        if (span_equal(steps->bases[i], image))
            return;
    }
    if (steps->base_count == BASE_IMAGES) {
        steps->bases_full = true;
        return;
    }
    image = keep(steps, image);
    if (image.len)
        steps->bases[steps->base_count++] = image;
}

static struct span next_word(struct span *rest)
{
    struct span word;

    *rest = span_trim(*rest);
    word = span_head(*rest, span_find_byte(*rest, ' '));
    *rest = span_skip(*rest, word.len);
    return word;
}

/* Dockerfile(5). */
void steps_from(struct steps *steps, struct span command)
{
    struct span rest = command;
    struct span word;
    struct span image;

    if (!span_equal_nocase(next_word(&rest), SPAN_LITERAL("FROM")))
        return;
    do {
        image = next_word(&rest);
    } while (STARTS(image, "--"));
    if (!span_equal_string(image, "scratch"))
        steps_add_base(steps, image);
    word = next_word(&rest);
    if (span_equal_nocase(word, SPAN_LITERAL("AS")) && steps->stage_count < BASE_IMAGES)
        steps->stages[steps->stage_count++] = keep(steps, next_word(&rest));
}

void steps_set_output(struct steps *steps, struct span image)
{
    if (image.len && !span_equal(steps->output, image))
        steps->output = keep(steps, image);
}

/* ---- steps ---- */

static void end_level(struct steps *steps, struct track_steps *at, int level,
                      enum step_status status, uint64_t last_line)
{
    size_t *running = &at->running[level];
    struct step *step;

    if (*running == NO_STEP)
        return;
    step = &steps->items[*running];
    if (step->status == STEP_UNKNOWN)
        step->status = status;
    if (step->milliseconds < 0)
        step->milliseconds = timestamp_between(step->begun, at->time);
    if (last_line > step->last_line)
        step->last_line = last_line;
    *running = NO_STEP;
}

static void end_from(struct steps *steps, struct track_steps *at, int level,
                     enum step_status status, uint64_t last_line)
{
    for (int i = STEP_LEVELS - 1; i >= level; i--)
        end_level(steps, at, i, status, last_line);
}

/* The last line of a track before this one; where it is alone, the line before. */
static uint64_t line_before(const struct track_steps *at, const struct log_line *line)
{
    return at->named ? at->last_line : line->number - 1;
}

void steps_begin(struct steps *steps, struct track_steps *at, enum step_level level,
                 struct span name, struct span command, const struct log_line *line)
{
    end_from(steps, at, (int)level, STEP_SUCCEEDED, line_before(at, line));
    if (steps->count == LIMIT_LOG_STEPS) {
        steps->full = true;
        return;
    }
    XGROW(steps->items, steps->count, steps->capacity);
    steps->items[steps->count] = (struct step){.level = level,
                                               .name = keep(steps, name),
                                               .command = keep(steps, command),
                                               .exit_code = -1,
                                               .milliseconds = -1,
                                               .begun = at->time,
                                               .first_line = line->number,
                                               .last_line = line->number};
    if (level == LEVEL_STEP)
        at->latest = steps->count;
    at->running[level] = steps->count++;
}

void steps_set_command(struct steps *steps, struct step *step, struct span command)
{
    step->command = keep(steps, command);
    step->tools = TOOLS_NONE;
}

void steps_end(struct steps *steps, struct track_steps *at, enum step_level level,
               enum step_status status, const struct log_line *line)
{
    end_from(steps, at, (int)level, status, line->number);
}

struct step *steps_running(const struct steps *steps, const struct track_steps *at)
{
    size_t index = at->running[LEVEL_STEP];

    return index == NO_STEP ? NULL : &steps->items[index];
}

void track_steps_passed(struct track_steps *at, const struct log_line *line)
{
    if (line->time)
        at->time = line->time;
    at->last_line = line->number;
}

size_t steps_current(const struct track_steps *at)
{
    for (int i = STEP_LEVELS - 1; i >= 0; i--) {
        if (at->running[i] != NO_STEP)
            return at->running[i];
    }
    return at->over ? at->latest : NO_STEP;
}

toolset steps_tools(const struct steps *steps, size_t index)
{
    struct step *step = &steps->items[index];

    if (step->tools == TOOLS_NONE)
        step->tools = tools_of_step(step->command);
    return step->tools;
}

/* ---- the outcome ---- */

void steps_succeed(struct steps *steps, struct track_steps *at, const struct log_line *line)
{
    steps->outcome = OUTCOME_SUCCEEDED;
    steps->succeeded = line->number;
    end_from(steps, at, LEVEL_STEP, STEP_SUCCEEDED, line_before(at, line));
    numbering_end(&at->numbering);
}

void steps_fail(struct steps *steps, struct track_steps *at, int exit_code)
{
    size_t outermost = NO_STEP;

    steps->outcome = OUTCOME_FAILED;
    numbering_end(&at->numbering);
    for (int i = STEP_LEVELS - 1; i >= 0; i--) {
        if (at->running[i] == NO_STEP)
            continue;
        steps->items[at->running[i]].status = STEP_FAILED;
        if (i > LEVEL_CONTAINER || outermost == NO_STEP)
            outermost = at->running[i];
    }
    if (outermost != NO_STEP && exit_code >= 0)
        steps->items[outermost].exit_code = exit_code;
}

void steps_take_back(struct steps *steps, struct track_steps *at)
{
    struct step *step = steps_running(steps, at);

    steps->outcome = OUTCOME_UNKNOWN;
    at->numbering.over = false;
    if (!step)
        return;
    step->status = STEP_UNKNOWN;
    step->exit_code = -1;
}

void steps_go_on(struct steps *steps, struct track_steps *at, const struct header *header)
{
    const struct step *step = steps_running(steps, at);

    if (step && step->status == STEP_FAILED && numbering_follows(&at->numbering, header))
        steps_take_back(steps, at);
}

bool steps_may_speak(const struct track_steps *at, enum builder_id engine)
{
    return at->engine == BUILDER_NONE || at->engine == engine ||
           !numbering_runs_program(&at->numbering);
}

bool steps_in_program(const struct steps *steps, const struct track_steps *at)
{
    const struct step *step = steps_running(steps, at);

    return step && span_equal_nocase(span_head(step->command, 4), SPAN_LITERAL("RUN "));
}

int steps_exit_code(struct span text)
{
    static const char *const words[] = {"exit code: ", "exit code ",        "exit status ",
                                        "non-zero (",  "non-zero status: ", "exited with status ",
                                        NULL};

    for (const char *const *word = words; *word; word++) {
        struct span rest = span_skip(text, span_find(text, *word) + strlen(*word));
        size_t digits = 0;
        uint64_t code;

        while (digits < rest.len && rest.data[digits] >= '0' && rest.data[digits] <= '9')
            digits++;
        if (span_to_uint64(span_head(rest, digits), &code) && code < 256)
            return (int)code;
    }
    return -1;
}

void steps_finish(struct steps *steps, struct track_steps *at, enum outcome outcome, uint64_t lines)
{
    enum step_status status = outcome == OUTCOME_SUCCEEDED ? STEP_SUCCEEDED
                              : outcome == OUTCOME_FAILED  ? STEP_FAILED
                                                           : STEP_UNKNOWN;

    end_from(steps, at, LEVEL_CONTAINER, status, at->named ? at->last_line : lines);
}
