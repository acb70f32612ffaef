/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tekton and Shipwright: each step of a task is a container, whose lines are a track
 * (unwrap/tekton.c).  Containers of a task run one after the other, tasks side by side.
 */
#include "builder.h"
#include "prefix.h"

static const char *const marks[] = {"[step-",
                                    "/step-",
                                    "[source-default] ",
                                    "[build-and-push] ",
                                    "Skipping step because a previous step failed",
                                    " has failed  : ",
                                    NULL};

/* Shipwright's own containers. */
static bool is_shipwright(struct span track)
{
    struct span step = track;

    if (span_contains(step, "/step-"))
        step = span_skip(step, span_find(step, "/step-") + 1);
    EAT(step, "step-");
    return span_equal_string(step, "source-default") || span_starts_with(step, "git-source-") ||
           span_equal_string(step, "build-and-push") || span_equal_string(step, "image-processing");
}

static enum builder_word container_line(struct steps *steps, struct track_steps *at,
                                        const struct log_line *line)
{
    steps_spoken(steps, is_shipwright(line->track) ? BUILDER_SHIPWRIGHT : BUILDER_TEKTON);
    if (STARTS(line->text, "Skipping step because a previous step failed") ||
        span_ends_with(line->text, " Skipping step because a previous step failed")) {
        steps->outcome = OUTCOME_FAILED;
        return WORD_OWN;
    }
    if (at->running[LEVEL_CONTAINER] == NO_STEP)
        steps_begin(steps, at, LEVEL_CONTAINER, line->track, span_of(NULL, 0), line);
    return WORD_NONE;
}

/* "container step-build has failed  : [...]", "failed to get logs for task build : container ..." */
static enum builder_word failure_line(struct steps *steps, struct span text)
{
    static const char words[] = "container step-";
    size_t at = span_find(text, words);
    struct span rest = span_skip(text, at + sizeof words - 1);
    struct span name = span_head(rest, span_find_byte(rest, ' '));

    rest = span_skip(rest, name.len);
    if (at == text.len || !STARTS(rest, " has failed  : "))
        return WORD_NONE;
    steps_spoken(steps, BUILDER_TEKTON);
    steps->outcome = OUTCOME_FAILED;
    if (steps->blamed.len == 0)
        steps->blamed = pool_keep(steps->pool, name);
    return WORD_FAILURE;
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    return line->task_step ? container_line(steps, at, line) : failure_line(steps, line->text);
}

const struct builder builder_tekton = {.name = "Tekton", .marks = marks, .line = read_line};
