/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * OpenShift's builds, docker and source strategy: what is around the engine's steps.
 *
 *     Cloning "https://example.org/app.git" ...
 *     Commit: 0123... (message), with tabs before and behind "Commit:"
 *     Pulling image example.org/base ...
 *     Generating dockerfile with builder image example.org/s2i
 *     Running post commit hook ...
 *     Pushing image example.org/app:latest ...
 *     Warning: Push failed, retrying in 5s ...
 *     Successfully pushed example.org/app@sha256:0123...
 *     Push successful
 *     error: build error: Failed to push image: ...
 */
#include "builder.h"
#include "prefix.h"

static const char *const marks[] = {"Cloning \"",
                                    "\tCommit:\t",
                                    "\tAuthor:\t",
                                    "\tDate:\t",
                                    "Pulling image ",
                                    "Generating dockerfile with builder image ",
                                    "Replaced Dockerfile FROM image ",
                                    "Caching blobs under ",
                                    "Running post commit hook",
                                    "Pushing image ",
                                    "Push successful",
                                    "Successfully pushed ",
                                    "Warning: Push failed, ",
                                    "uild error: ",
                                    NULL};

/* While its steps run, it is one of them that speaks. */
static bool engine_is_done(const struct track_steps *at)
{
    return at->numbering.latest.number == 0 || at->numbering.over || at->committing;
}

static enum builder_word phase(struct steps *steps, struct track_steps *at, const char *name,
                               const struct log_line *line)
{
    if (!engine_is_done(at))
        return WORD_NONE;
    steps_spoken(steps, BUILDER_OPENSHIFT);
    steps_begin(steps, at, LEVEL_STEP, span_string(name), span_trim(line->text), line);
    steps->outcome = OUTCOME_UNKNOWN;
    return WORD_STEP;
}

static enum builder_word own(struct steps *steps)
{
    steps_spoken(steps, BUILDER_OPENSHIFT);
    return WORD_OWN;
}

static enum builder_word push_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct span rest = span_trim(line->text);
    enum builder_word word;

    if (EAT(rest, "Pushing image ")) {
        word = phase(steps, at, "push", line);
        if (word == WORD_STEP)
            steps_set_output(steps, span_head(rest, span_find_byte(rest, ' ')));
        at->pushing = at->pushing || word == WORD_STEP;
        return word;
    }
    if (!span_equal_string(rest, "Push successful") || !engine_is_done(at))
        return WORD_NONE;
    steps_succeed(steps, at, line);
    return WORD_SUCCESS;
}

static bool is_remark(struct span text)
{
    return STARTS(text, "\tCommit:\t") || STARTS(text, "\tAuthor:\t") ||
           STARTS(text, "\tDate:\t") || STARTS(text, "Replaced Dockerfile FROM image ") ||
           STARTS(text, "Caching blobs under ") || STARTS(text, "Successfully pushed ");
}

static enum builder_word failure_line(struct steps *steps, struct track_steps *at, struct span text)
{
    steps_spoken(steps, BUILDER_OPENSHIFT);
    steps_fail(steps, at, steps_exit_code(text));
    return WORD_FAILURE;
}

/* "Cloning "https://..." ...": the name of the phase that begins with the line, or NULL. */
static const char *phase_of(struct span text)
{
    bool goes_on = span_ends_with(span_trim(text), "...");

    if (STARTS(text, "Cloning \"") && goes_on)
        return "clone";
    if (STARTS(text, "Pulling image ") && goes_on)
        return "pull";
    return STARTS(text, "Running post commit hook") ? "post-commit" : NULL;
}

static enum builder_word generated(struct steps *steps, struct span image)
{
    steps_add_base(steps, span_trim(image));
    steps_spoken(steps, BUILDER_S2I);
    return WORD_OWN;
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct span text = line->text;
    const char *begun = phase_of(text);

    if (begun)
        return phase(steps, at, begun, line);
    if (EAT(text, "Generating dockerfile with builder image "))
        return generated(steps, text);
    if (text.data[0] == 'P')
        return push_line(steps, at, line);
    if (STARTS(text, "error: build error: ") || STARTS(text, "Error: build error: "))
        return failure_line(steps, at, text);
    if (at->pushing && STARTS(text, "Warning: Push failed, "))
        return own(steps);
    return is_remark(text) ? own(steps) : WORD_NONE;
}

const struct builder builder_openshift = {.name = "OpenShift", .marks = marks, .line = read_line};
