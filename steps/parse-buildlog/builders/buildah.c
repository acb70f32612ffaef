/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * buildah and podman:
 *
 *     [1/2] STEP 2/5: RUN make             (stages only where there are several)
 *     --> Using cache 0123...
 *     --> 0123456789ab
 *     [2/2] COMMIT example.org/image:latest    (at first: STEP 5: COMMIT example.org/image:latest)
 *     Successfully tagged example.org/image:latest
 *     0123...                              (the whole id, alone)
 *     Getting image source signatures      (a push)
 *     Writing manifest to image destination
 *     subprocess exited with status 2
 *     Error: creating build container: ...
 *     Error: building at STEP "RUN make": while running runtime: exit status 2
 */
#include "builder.h"
#include "limits.h"
#include "prefix.h"
#include "wording.h"

/* Stages side by side: how many steps ago the one may have begun that failed. */
#define STEPS_LOOKED_AT 256

static const char *const marks[] = {"STEP ",
                                    "--> ",
                                    "COMMIT",
                                    "uilding at STEP \"",
                                    "reating build container: ",
                                    "determining starting point for build: ",
                                    "subprocess exited with status ",
                                    "Getting image source signatures",
                                    "Writing manifest to image destination",
                                    "Error: ",
                                    NULL};

/* True for a step of a stage that runs beside another one (--jobs), which is not done. */
static bool is_beside(const struct track_steps *at, const struct header *header)
{
    const struct numbering *n = &at->numbering;

    return header->stage.total && header->stage.total == n->stage.total &&
           header->stage.number != n->stage.number &&
           (n->over || n->latest.number != n->latest.total);
}

static void begin(struct steps *steps, struct track_steps *at, const struct header *header,
                  const struct log_line *line)
{
    struct span image = header->command;

    steps_spoken(steps, BUILDER_BUILDAH);
    at->engine = BUILDER_BUILDAH;
    steps_begin(steps, at, LEVEL_STEP, header->name, header->command, line);
    steps_from(steps, header->command);
    at->committing = EAT(image, "COMMIT ");
    if (at->committing)
        steps_set_output(steps, image);
}

static enum builder_word step_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct header header;
    bool beside;

    if (!steps_may_speak(at, BUILDER_BUILDAH) || !header_read(line->text, "STEP ", ": ", &header))
        return WORD_NONE;
    beside = is_beside(at, &header);
    steps_go_on(steps, at, &header);
    if (!numbering_takes(&at->numbering, &header))
        return WORD_NONE;
    if (!beside)
        steps->outcome = OUTCOME_UNKNOWN;
    begin(steps, at, &header, line);
    return beside ? WORD_OWN : WORD_STEP;
}

static enum builder_word arrow_line(struct steps *steps, struct track_steps *at, struct span text)
{
    struct step *step = steps_running(steps, at);

    if (!EAT(text, "--> "))
        return WORD_NONE;
    if (STARTS(text, "Using cache") && step)
        step->cached = true;
    else if (!span_is_hex(span_trim(text), 11) && !span_is_hex(span_trim(text), 12) &&
             !span_is_hex(span_trim(text), 64))
        return WORD_NONE;
    return WORD_OWN;
}

/* "COMMIT NAME", "[2/2] COMMIT NAME", and of a stage that is no result "COMMIT" alone. */
static enum builder_word commit_line(struct steps *steps, struct track_steps *at, struct span text)
{
    if (text.len && text.data[0] == '[')
        text = span_skip(text, span_find(text, "] ") + 2);
    if (!EAT(text, "COMMIT") || (text.len && text.data[0] != ' '))
        return WORD_NONE;
    if (!numbering_is_complete(&at->numbering)) {
        at->numbering.nested_succeeded = at->numbering.nested.number > 0;
        return WORD_NONE;
    }
    steps_set_output(steps, span_trim(text));
    at->committing = true;
    return WORD_OWN;
}

/* After COMMIT buildah ends with the image's id, alone on its line. */
static enum builder_word id_line(struct steps *steps, struct track_steps *at,
                                 const struct log_line *line)
{
    if (!at->committing || !span_is_hex(span_trim(line->text), 64))
        return WORD_NONE;
    steps_succeed(steps, at, line);
    return WORD_SUCCESS;
}

/* What a RUN instruction ran, by buildah's own runner. */
static enum builder_word exit_line(struct steps *steps, struct track_steps *at, struct span text)
{
    if (at->engine != BUILDER_BUILDAH || !STARTS(text, "subprocess exited with status "))
        return WORD_NONE;
    steps_fail(steps, at, steps_exit_code(text));
    return WORD_FAILURE;
}

/* After a build its image may be pushed: as long as that is not done, all is not well. */
static enum builder_word push_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct span text = line->text;

    if (at->engine != BUILDER_BUILDAH || !at->numbering.over)
        return WORD_NONE;
    if (STARTS(text, "Getting image source signatures")) {
        if (at->running[LEVEL_STEP] != NO_STEP)
            return WORD_OWN;
        steps_begin(steps, at, LEVEL_STEP, SPAN_LITERAL("push"), text, line);
        steps->outcome = OUTCOME_UNKNOWN;
        at->pushing = true;
        return WORD_STEP;
    }
    if (!at->pushing || at->running[LEVEL_STEP] == NO_STEP)
        return WORD_NONE;
    if (STARTS(text, "Writing manifest to image destination")) {
        steps_succeed(steps, at, line);
        return WORD_SUCCESS;
    }
    if (!STARTS(text, "Error: "))
        return WORD_NONE;
    steps_fail(steps, at, -1);
    return WORD_FAILURE;
}

/* How many bytes at text's start are the command, of whose blanks buildah's message has one; 0: they are another's. */
static size_t command_length(struct span text, struct span command)
{
    size_t n = 0;

    for (size_t i = 0; i < command.len; i++) {
        char c = wording_is_blank(command.data[i]) ? ' ' : command.data[i];

        if (c == ' ' && i > 0 && wording_is_blank(command.data[i - 1]))
            continue;
        if (n == text.len || text.data[n++] != c)
            return 0;
    }
    return n;
}

/* The latest step with the command that text, after 'building at STEP "', begins with; or NO_STEP. */
static size_t step_with(const struct steps *steps, struct span text)
{
    for (size_t i = steps->count; i > 0 && i + STEPS_LOOKED_AT > steps->count; i--) {
        struct span command = steps->items[i - 1].command;
        bool exact = command.len && span_equal(span_head(text, command.len), command);
        size_t n = exact ? command.len : command_length(text, command);
        struct span rest = span_skip(text, n);

        if (n && (rest.len == 0 || STARTS(rest, "\": ") || command.len > LIMIT_LOG_TEXT / 2))
            return i - 1;
    }
    return NO_STEP;
}

/* 'building at STEP "RUN make": ...': of a step that there was, or it is a program's old log. */
static enum builder_word step_failure(struct steps *steps, struct track_steps *at, struct span text)
{
    size_t failed = step_with(steps, text);

    if (failed == NO_STEP && at->latest != NO_STEP)
        return WORD_NONE;
    if (failed != NO_STEP)
        at->running[LEVEL_STEP] = failed;
    steps_fail(steps, at, steps_exit_code(text));
    return WORD_FAILURE;
}

static enum builder_word failure_line(struct steps *steps, struct track_steps *at, struct span text)
{
    struct span rest = text;

    if (!steps_may_speak(at, BUILDER_BUILDAH) ||
        (!EAT(rest, "Error: ") && !EAT(rest, "error ") && !EAT(rest, "Error ")))
        return WORD_NONE;
    span_eat(&rest, "error ");
    if (EAT(rest, "building at STEP \""))
        return step_failure(steps, at, rest);
    if (steps_in_program(steps, at) || (!STARTS(rest, "creating build container: ") &&
                                        !STARTS(rest, "determining starting point for build: ")))
        return WORD_NONE;
    steps_spoken(steps, BUILDER_BUILDAH);
    steps_fail(steps, at, -1);
    return WORD_FAILURE;
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    switch (line->text.data[0]) {
    case '[':
    case 'S':
    case 'C': {
        enum builder_word word = step_line(steps, at, line);

        return word == WORD_NONE ? commit_line(steps, at, line->text) : word;
    }
    case '-':
        return arrow_line(steps, at, line->text);
    case 'G':
    case 'W':
        return push_line(steps, at, line);
    case 's':
        return exit_line(steps, at, line->text);
    case 'E':
    case 'e':
        if (push_line(steps, at, line) == WORD_FAILURE)
            return WORD_FAILURE;
        if (failure_line(steps, at, line->text) == WORD_FAILURE)
            return WORD_FAILURE;
        return id_line(steps, at, line);
    default:
        return id_line(steps, at, line);
    }
}

const struct builder builder_buildah = {.name = "buildah", .marks = marks, .line = read_line};
