/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docker's classic builder (docker build before 23, DOCKER_BUILDKIT=0, docker-py, OpenShift 3):
 *
 *     Step 2/5 : RUN make
 *      ---> Running in 0123456789ab
 *      ---> 0123456789ab
 *     Successfully built 0123456789ab
 *     Successfully tagged example.org/image:latest
 *     The command '/bin/sh -c make' returned a non-zero code: 2
 *
 * Before 1.9 the command stood in brackets, behind a logger's "INFO[0010] "; compose puts "ERROR: Service 'a' failed to
 * build: " in front, and of a line that a terminal broke the end is left alone.
 *
 * Other errors have many forms; those of the daemon are known where no program runs.
 */
#include "builder.h"
#include "prefix.h"

/* Behind the command. */
#define FAILED " returned a non-zero code: "
/* So much of it shows that it stands there, where the log was cut. */
#define FAILED_HEAD " returned a non-zero "

static const char *const marks[] = {"Step ",
                                    "---> ",
                                    "Successfully built ",
                                    "Successfully tagged ",
                                    "Removing intermediate ",
                                    "Sending build context to Docker daemon",
                                    FAILED_HEAD,
                                    "Error response from daemon: ",
                                    "ADD failed: ",
                                    "COPY failed: ",
                                    "invalid from flag value ",
                                    "should not be blank",
                                    "Get \"https://",
                                    NULL};

static bool is_image_id(struct span text)
{
    return span_is_hex(text, 12) || span_is_hex(text, 11) || span_is_hex(text, 64);
}

static enum builder_word step_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct header header;

    if (!steps_may_speak(at, BUILDER_CLASSIC) || !header_read(line->text, "Step ", " : ", &header))
        return WORD_NONE;
    steps_go_on(steps, at, &header);
    if (!numbering_takes(&at->numbering, &header))
        return WORD_NONE;
    steps_spoken(steps, BUILDER_CLASSIC);
    at->engine = BUILDER_CLASSIC;
    steps_begin(steps, at, LEVEL_STEP, header.name, header.command, line);
    steps_from(steps, header.command);
    steps->outcome = OUTCOME_UNKNOWN;
    at->committing = false;
    return WORD_STEP;
}

/* A step that has a result did not fail, whatever it printed. */
static void result(struct steps *steps, struct track_steps *at)
{
    const struct step *step = steps_running(steps, at);

    if (step && step->status == STEP_FAILED && at->engine == BUILDER_CLASSIC)
        steps_take_back(steps, at);
    numbering_result(&at->numbering);
}

/* " ---> Using cache", " ---> Running in 0123456789ab", " ---> 0123456789ab"; pasted, the blank may be lost. */
static enum builder_word arrow_line(struct steps *steps, struct track_steps *at, struct span text)
{
    struct step *step = steps_running(steps, at);

    text = span_trim(text);
    if (!EAT(text, "---> "))
        return WORD_NONE;
    if (span_equal_string(text, "Using cache") && step)
        step->cached = true;
    else if (is_image_id(text))
        result(steps, at);
    else if (!EAT(text, "Running in ") || !is_image_id(text))
        return WORD_NONE;
    return WORD_OWN;
}

static enum builder_word success(struct steps *steps, struct track_steps *at,
                                 const struct log_line *line)
{
    if (!numbering_is_complete(&at->numbering)) {
        at->numbering.nested_succeeded = true;
        return WORD_NONE;
    }
    steps_succeed(steps, at, line);
    return WORD_SUCCESS;
}

static enum builder_word success_line(struct steps *steps, struct track_steps *at,
                                      const struct log_line *line)
{
    struct span text = span_trim(line->text);
    enum builder_word word;

    if (EAT(text, "Successfully built "))
        return is_image_id(text) ? success(steps, at, line) : WORD_NONE; /* pip has names there */
    if (!EAT(text, "Successfully tagged "))
        return WORD_NONE;
    word = success(steps, at, line);
    if (word == WORD_SUCCESS)
        steps_set_output(steps, text);
    return word;
}

/*
 * "The command '/bin/sh -c make'", or its end alone, of which no part was quoted in this line: what a program says of
 * one that it ran, "Command 'git describe' returned a non-zero code: 128", has both quotes.
 */
static bool is_command_end(struct span text)
{
    if (span_contains(text, "The command "))
        return span_ends_with(text, "'") || span_ends_with(text, "]");
    return (span_ends_with(text, "'") && span_count_byte(text, '\'') == 1) ||
           (span_ends_with(text, "]") && span_find_byte(text, '[') == text.len);
}

/* "The command '/bin/sh -c make' returned a non-zero cod": what was pasted ended there. */
static enum builder_word cut_line(struct steps *steps, struct track_steps *at, struct span text)
{
    size_t end = span_find(text, FAILED_HEAD);

    if (!STARTS(text, "The command ") || end == text.len || !steps_may_speak(at, BUILDER_CLASSIC) ||
        !is_command_end(span_head(text, end)) ||
        !span_equal(span_skip(text, end), span_head(span_string(FAILED), text.len - end)))
        return WORD_NONE;
    steps_fail(steps, at, -1);
    return WORD_FAILURE;
}

/*
 * "The command '/bin/sh -c make' returned a non-zero code: 2", until 2014 with brackets; compose has words before it,
 * and a terminal may have broken the line where it ends.
 */
static enum builder_word failure_line(struct steps *steps, struct track_steps *at, struct span text)
{
    size_t end = span_find(text, FAILED);
    struct span code = span_trim(span_skip(text, end + sizeof FAILED - 1));
    uint64_t number;

    if (end == text.len)
        return cut_line(steps, at, text);
    if (end == 0 || !steps_may_speak(at, BUILDER_CLASSIC) || !is_command_end(span_head(text, end)))
        return WORD_NONE;
    if (span_ends_with(code, "\"")) /* msg="..." */
        code.len--;
    if (!span_to_uint64(code, &number) || number > 255)
        return WORD_NONE;
    steps_fail(steps, at, (int)number);
    return WORD_FAILURE;
}

/* "ADD failed: ...", "Error response from daemon: ..." */
static enum builder_word daemon_line(struct steps *steps, struct track_steps *at, struct span text)
{
    if (steps->builder != BUILDER_CLASSIC || steps_in_program(steps, at))
        return WORD_NONE;
    if (!STARTS(text, "Error response from daemon: ") && !STARTS(text, "ADD failed: ") &&
        !STARTS(text, "COPY failed: ") && !STARTS(text, "invalid from flag value ") &&
        !STARTS(text, "Get \"https://") &&
        !(STARTS(text, "base name (") && span_ends_with(text, ") should not be blank")))
        return WORD_NONE;
    steps_fail(steps, at, -1);
    return WORD_FAILURE;
}

/* What is told by how it begins. */
static enum builder_word own_line(struct steps *steps, struct track_steps *at,
                                  const struct log_line *line)
{
    struct span text = line->text;

    switch (text.data[0]) {
    case ' ':
    case '-':
        return arrow_line(steps, at, text);
    case 'R':
        return STARTS(text, "Removing intermediate container ") ? WORD_OWN : WORD_NONE;
    case 'S':
        if (STARTS(text, "Sending build context to Docker daemon")) {
            steps_spoken(steps, BUILDER_CLASSIC);
            return WORD_OWN;
        }
        return STARTS(text, "Step ") ? step_line(steps, at, line) : success_line(steps, at, line);
    default:
        return WORD_NONE;
    }
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    enum builder_word word = own_line(steps, at, line);

    if (word == WORD_NONE)
        word = failure_line(steps, at, line->text);
    return word == WORD_NONE ? daemon_line(steps, at, line->text) : word;
}

const struct builder builder_classic = {.name = "docker classic",
                                        .marks = marks,
                                        .line = read_line};
