/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last word of the service around a build, where no builder has one: GitHub Actions
 * ("##[error]Process completed with exit code 1."), GitLab ("ERROR: Job failed: exit code 1", "Job
 * succeeded"), Jenkins ("Finished: FAILURE"), Cloud Build ('ERROR: build step 0 "..." failed: step
 * exited with non-zero status: 1'), and of each phase CodeBuild ("Phase complete: BUILD State: FAILED"); act
 * ("[CI/build] 🏁  Job failed"), Earthly ("===== ❌ FAILURE [main] ====="), TeamCity ("Process exited with code 1
 * (Step: make (Command Line))"), the Open Build Service ('host failed "build web.spec" at Fri Mar  1 10:00:34 UTC 2024.').
 */
#include "builder.h"
#include "prefix.h"

static const char *const marks[] = {"##[error]",
                                    "ERROR: Job failed",
                                    "Job succeeded",
                                    "Finished: ",
                                    "ERROR: build step ",
                                    "Phase complete: ",
                                    "  Job failed",
                                    "= ❌ FAILURE [",
                                    "= 🌍 Earthly Build  ✅ SUCCESS",
                                    "Process exited with code ",
                                    " failed \"build ",
                                    " finished \"build ",
                                    NULL};

/* "[Container] 2024/05/01 10:00:00 Phase complete: BUILD State: FAILED": what follows PHASE, or nothing. */
static struct span state_of(struct span text, struct span *ret_phase)
{
    static const char words[] = "Phase complete: ";
    struct span rest = span_skip(text, span_find(text, words) + sizeof words - 1);

    *ret_phase = span_head(rest, span_find_byte(rest, ' '));
    rest = span_skip(rest, ret_phase->len);
    return EAT(rest, " State: ") ? rest : (struct span){0};
}

/* "host WORD \"build web.spec\" at Fri Mar ...", of OBS, in which no other word stands before. */
static bool is_of_obs(struct span text, const char *word)
{
    size_t host = span_find_byte(text, ' ');

    return span_starts_with(span_skip(text, host), word) && span_contains(text, "\" at ");
}

static bool is_failure(struct span text)
{
    struct span phase;

    if (span_equal_string(state_of(text, &phase), "FAILED"))
        return true;
    if (STARTS(text, "##[error]"))
        return span_contains(text, "Process completed with exit code ") ||
               span_contains(text, "' has timed out after ") ||
               span_contains(text, "buildx failed with: ");
    if (STARTS(text, "Process exited with code "))
        return span_contains(text, " (Step: ") && !span_contains(text, " code 0 ");
    if (is_of_obs(text, " failed \"build ") || span_contains(text, "🏁  Job failed") ||
        span_contains(text, "= ❌ FAILURE ["))
        return true;
    return STARTS(text, "ERROR: Job failed") || STARTS(text, "ERROR: build step ") ||
           span_equal_string(text, "Finished: FAILURE");
}

/* CodeBuild's last phase comes after one that failed, too. */
static bool is_success(const struct steps *steps, struct span text)
{
    struct span phase;

    if (span_equal_string(state_of(text, &phase), "SUCCEEDED"))
        return steps->outcome != OUTCOME_FAILED && (span_equal_string(phase, "POST_BUILD") ||
                                                    span_equal_string(phase, "UPLOAD_ARTIFACTS"));
    if (is_of_obs(text, " finished \"build ") || span_contains(text, "🏁  Job succeeded") ||
        span_contains(text, "= 🌍 Earthly Build  ✅ SUCCESS"))
        return steps->outcome != OUTCOME_FAILED;
    return span_equal_string(text, "Job succeeded") || span_equal_string(text, "Finished: SUCCESS");
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct span text = span_trim(line->text);

    if (is_failure(text)) {
        /* Cloud Build's page shows the latest line on top, and what is copied from it begins so. */
        if (line->number == 1 && STARTS(text, "ERROR: build step "))
            steps->newest_first = true;
        steps_fail(steps, at, steps->outcome == OUTCOME_FAILED ? -1 : steps_exit_code(text));
        return WORD_FAILURE;
    }
    if (!is_success(steps, text))
        return WORD_NONE;
    if (numbering_runs_program(&at->numbering))
        return WORD_NONE;
    steps_succeed(steps, at, line);
    return WORD_SUCCESS;
}

const struct builder builder_ci = {.name = "CI", .marks = marks, .line = read_line};
