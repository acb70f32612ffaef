/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last word of the service around a build, where no builder has one: GitHub Actions
 * ("##[error]Process completed with exit code 1."), GitLab ("ERROR: Job failed: exit code 1", "Job
 * succeeded"), Jenkins ("Finished: FAILURE") and Cloud Build ('ERROR: build step 0 "..." failed: step
 * exited with non-zero status: 1').
 */
#include "builder.h"
#include "prefix.h"

static const char *const marks[] = {"##[error]",  "ERROR: Job failed",  "Job succeeded",
                                    "Finished: ", "ERROR: build step ", NULL};

static bool is_failure(struct span text)
{
    if (STARTS(text, "##[error]"))
        return span_contains(text, "Process completed with exit code ") ||
               span_contains(text, "buildx failed with: ");
    return STARTS(text, "ERROR: Job failed") || STARTS(text, "ERROR: build step ") ||
           span_equal_string(text, "Finished: FAILURE");
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct span text = span_trim(line->text);

    if (is_failure(text)) {
        steps_fail(steps, at, steps->outcome == OUTCOME_FAILED ? -1 : steps_exit_code(text));
        return WORD_FAILURE;
    }
    if (!span_equal_string(text, "Job succeeded") && !span_equal_string(text, "Finished: SUCCESS"))
        return WORD_NONE;
    if (numbering_runs_program(&at->numbering))
        return WORD_NONE;
    steps_succeed(steps, at, line);
    return WORD_SUCCESS;
}

const struct builder builder_ci = {.name = "CI", .marks = marks, .line = read_line};
