/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kaniko: "INFO[0012] RUN make", where the number is the seconds since it began, or
 * 'time="2024-05-01T10:00:00Z" level=info msg="RUN make"'.  It does not count its steps, and what
 * they print stands between.
 */
#include <stdio.h>
#include <string.h>

#include "builder.h"
#include "prefix.h"
#include "timestamp.h"

static const char *const marks[] = {"INFO[", "level=info msg=\"",
                                    "error building image: ", "error pushing image: ", NULL};

/* ---- the form ---- */

/* "0012] ": seconds as a time of day, so that they can be subtracted. */
static bool eat_seconds(struct span *text, int64_t *time)
{
    size_t end = span_find(span_head(*text, 16), "] ");
    uint64_t seconds;

    if (end >= 16 || !span_to_uint64(span_head(*text, end), &seconds))
        return false;
    *time = (int64_t)(seconds * 1000 % (uint64_t)TIMESTAMP_DAY) + 1;
    *text = span_trim(span_skip(*text, end + 2));
    return true;
}

static bool eat_logfmt(struct span *text, int64_t *time)
{
    static const char level[] = " level=info msg=\"";
    size_t n = timestamp_length(*text, time);

    *text = span_skip(*text, n);
    if (n == 0 || !EAT(*text, "\"") || !span_eat(text, level) || !span_ends_with(*text, "\""))
        return false;
    text->len--;
    return true;
}

static bool read_message(struct span line, struct span *ret, int64_t *ret_time)
{
    *ret = line;
    return EAT(*ret, "INFO[") ? eat_seconds(ret, ret_time)
                              : EAT(*ret, "time=\"") && eat_logfmt(ret, ret_time);
}

/* ---- messages ---- */

/* What it tells of FROM has other words. */
static bool is_instruction(struct span text)
{
    return builder_is_instruction(text) && !STARTS(text, "FROM ");
}

static enum builder_word begin(struct steps *steps, struct track_steps *at, struct span command,
                               const struct log_line *line)
{
    char name[32];

    at->numbering.latest.number++;
    at->numbering.over = false;
    snprintf(name, sizeof name, "Step %llu", (unsigned long long)at->numbering.latest.number);
    steps_begin(steps, at, LEVEL_STEP, span_string(name), command, line);
    steps->outcome = OUTCOME_UNKNOWN;
    return WORD_STEP;
}

static enum builder_word push(struct steps *steps, struct track_steps *at, struct span image,
                              const struct log_line *line)
{
    steps_set_output(steps, image);
    steps_begin(steps, at, LEVEL_STEP, SPAN_LITERAL("push"), line->text, line);
    at->pushing = true;
    return WORD_STEP;
}

static enum builder_word message(struct steps *steps, struct track_steps *at, struct span text,
                                 const struct log_line *line)
{
    struct step *step = steps_running(steps, at);

    if (is_instruction(text))
        return begin(steps, at, text, line);
    if (EAT(text, "Retrieving image manifest "))
        steps_add_base(steps, text);
    else if (STARTS(text, "Found cached layer, ") && step)
        step->cached = true;
    else if (EAT(text, "Pushing image to "))
        return push(steps, at, text, line);
    else if ((at->pushing && STARTS(text, "Pushed ")) ||
             STARTS(text, "Skipping push to container registry ")) {
        steps_succeed(steps, at, line);
        return WORD_SUCCESS;
    }
    return WORD_OWN;
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    int64_t time = 0;
    struct span text;

    if (!steps_may_speak(at, BUILDER_KANIKO))
        return WORD_NONE;
    if (STARTS(line->text, "error building image: ") ||
        STARTS(line->text, "error pushing image: ")) {
        steps_spoken(steps, BUILDER_KANIKO);
        steps_fail(steps, at, steps_exit_code(line->text));
        return WORD_FAILURE;
    }
    if (!read_message(line->text, &text, &time))
        return WORD_NONE;
    /* Others log in this form, too; kaniko begins with its base image. */
    if (steps->builder != BUILDER_KANIKO && !STARTS(text, "Retrieving image ") &&
        !STARTS(text, "Resolved base name ") && !STARTS(text, "Using dockerignore file: ") &&
        !is_instruction(text))
        return WORD_NONE;
    steps_spoken(steps, BUILDER_KANIKO);
    if (line->time == 0)
        at->time = time;
    return message(steps, at, text, line);
}

const struct builder builder_kaniko = {.name = "kaniko", .marks = marks, .line = read_line};
