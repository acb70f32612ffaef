/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BuildKit's progress on a terminal (docker build, compose, buildx bake), as people paste it: all
 * of it, its last rows, or many redraws, in which a vertex has a row each time, and is one step.
 *
 *     [+] Building 12.3s (8/9) FINISHED                                docker:default
 *      => [internal] load build definition from Dockerfile                       0.0s
 *      => => transferring dockerfile: 2.50kB                                     0.0s
 *      => CACHED [2/5] WORKDIR /app                                              0.0s
 *      => ERROR [3/5] RUN make                                                   2.3s
 *      => CANCELED [stage-1 2/3] COPY . .                                        1.9s
 *     ------
 *      > [3/5] RUN make:
 *     1.234 make: *** No targets.
 *     ------
 *
 * A row is cut where the terminal ends, and does not tell a vertex that is done from one that runs;
 * "FINISHED" stands over a build that failed, too.  That it went well is known by what comes last.
 */
#include "buildkit.h"

#include "builder.h"
#include "prefix.h"

static const char *const marks[] = {"[+] Building ",
                                    "=> [",
                                    "=> CACHED ",
                                    "=> ERROR ",
                                    "=> CANCELED ",
                                    "=> exporting to ",
                                    "=> => writing image ",
                                    "=> => naming to ",
                                    "=> => unpacking to ",
                                    "=> => exporting manifest list ",
                                    "=> => pushing ",
                                    "=> => copying files ",
                                    "=> => sending tarball",
                                    " > [",
                                    "  Built",
                                    NULL};

/* No terminal is higher; what stands further above is no row of this build. */
#define ROWS 256

/* ---- a vertex' row ---- */

struct row {
    struct span status; /* "ERROR", "CACHED", "CANCELED", or empty */
    struct span name;
    struct span command;
    int64_t milliseconds;
};

/* "ERROR [3/5] RUN make    2.3s" */
static struct row read_row(struct span text)
{
    static const char *const words[] = {"ERROR ", "CACHED ", "CANCELED ", NULL};
    struct row row = {0};
    size_t blank;

    for (const char *const *word = words; *word; word++) {
        if (span_starts_with(text, *word))
            row.status = span_head(text, span_find_byte(text, ' '));
    }
    text = span_trim(span_skip(text, row.status.len));
    blank = span_find_last_byte(text, ' ');
    row.milliseconds = blank < text.len ? buildkit_milliseconds(span_skip(text, blank + 1)) : -1;
    if (row.milliseconds >= 0)
        text = span_trim(span_head(text, blank));
    row.name = buildkit_name(text, &row.command);
    if (row.name.len == 0)
        row.name = row.command;
    return row;
}

/* The row of one vertex may be cut at another byte each time. */
static bool is_same(const struct step *step, struct span name, struct span command)
{
    size_t least = step->command.len < command.len ? step->command.len : command.len;

    return step->level == LEVEL_STEP && span_equal(step->name, name) &&
           span_equal(span_head(step->command, least), span_head(command, least));
}

/* The step's index, or NO_STEP. */
static size_t find_step(const struct steps *steps, struct span name, struct span command)
{
    for (size_t i = steps->count; i > 0 && steps->count - i < ROWS; i--) {
        if (is_same(&steps->items[i - 1], name, command))
            return i - 1;
    }
    return NO_STEP;
}

static bool is_failed(const struct step *step)
{
    return step && step->status == STEP_FAILED;
}

/* What follows a new step of a Dockerfile is not told yet, whatever other images are done. */
static void begin_row(struct steps *steps, struct track_steps *at, const struct row *row,
                      const struct log_line *line)
{
    struct span stage;
    struct count position;

    steps_begin(steps, at, LEVEL_STEP, row->name, row->command, line);
    if (steps_running(steps, at))
        steps_running(steps, at)->tools = TOOLS_ALL; /* the command may be cut */
    steps_from(steps, row->command);
    if (buildkit_position(row->name, &stage, &position) && steps->outcome == OUTCOME_SUCCEEDED)
        steps->outcome = OUTCOME_UNKNOWN;
}

/* The row's step runs from here on; all above it that says nothing else is done. */
static void take_row(struct steps *steps, struct track_steps *at, const struct row *row,
                     const struct log_line *line)
{
    size_t index = find_step(steps, row->name, row->command);
    struct log_line above = {.number = line->number - 1};

    if (index == NO_STEP) {
        begin_row(steps, at, row, line);
        return;
    }
    steps_end(steps, at, LEVEL_STEP, STEP_SUCCEEDED, &above);
    at->running[LEVEL_STEP] = index;
    steps->items[index].status = STEP_UNKNOWN;
}

/*
 * What begins a build, where its head is cut off, has what few other lines with an arrow have: its seconds, or a step of
 * a Dockerfile; it is not what a script says after its builder was done.
 */
static bool is_first(const struct row *row)
{
    struct span stage;
    struct count position;

    return row->milliseconds >= 0 || span_equal_string(row->name, "[internal]") ||
           STARTS(row->command, "exporting to ") ||
           (buildkit_position(row->name, &stage, &position) &&
            builder_is_instruction(row->command));
}

static enum builder_word row_fails(struct steps *steps, struct track_steps *at, size_t failed)
{
    if (failed == NO_STEP) {
        steps_fail(steps, at, -1);
        return WORD_FAILURE;
    }
    steps_running(steps, at)->status = STEP_FAILED;
    return WORD_QUIET;
}

/* Of vertices that fail the first stays the one that runs: what follows the rows is of it. */
static enum builder_word row_line(struct steps *steps, struct track_steps *at, struct row row,
                                  const struct log_line *line)
{
    size_t failed = is_failed(steps_running(steps, at)) ? at->running[LEVEL_STEP] : NO_STEP;
    enum builder_word word = at->rows ? WORD_QUIET : WORD_STEP;
    struct step *step;

    if (!at->rows && !is_first(&row))
        return WORD_NONE;
    if (!at->rows)
        steps->outcome = OUTCOME_UNKNOWN;
    at->rows = true;
    steps_spoken(steps, BUILDER_BUILDKIT);
    take_row(steps, at, &row, line);
    step = steps_running(steps, at);
    if (!step)
        return WORD_QUIET; /* there are too many */
    step->cached = span_equal_string(row.status, "CACHED");
    if (row.milliseconds >= 0)
        step->milliseconds = row.milliseconds;
    if (STARTS(row.status, "ERROR") && !buildkit_may_fail(row.command))
        word = row_fails(steps, at, failed == at->running[LEVEL_STEP] ? NO_STEP : failed);
    else if (row.status.len)
        steps_end(steps, at, LEVEL_STEP, step->cached ? STEP_SUCCEEDED : STEP_UNKNOWN, line);
    if (failed != NO_STEP)
        at->running[LEVEL_STEP] = failed;
    return word;
}

/* ---- a part of a vertex' work ---- */

/* What is done last, where the image or the files go. */
static bool is_result(struct span text)
{
    return STARTS(text, "writing image sha256:") || STARTS(text, "naming to ") ||
           STARTS(text, "unpacking to ") || STARTS(text, "exporting manifest list sha256:") ||
           STARTS(text, "pushing manifest for ") || STARTS(text, "copying files ") ||
           STARTS(text, "sending tarball");
}

/* The image is made; but what is pushed is not there yet, and the export goes on. */
static void push(struct steps *steps, struct track_steps *at)
{
    if (steps->outcome == OUTCOME_SUCCEEDED)
        steps->outcome = OUTCOME_UNKNOWN;
    if (at->latest == NO_STEP || steps->items[at->latest].status == STEP_FAILED)
        return;
    at->running[LEVEL_STEP] = at->latest;
    steps->items[at->latest].status = STEP_UNKNOWN;
}

/* What follows is no more of the export, which has all but ended. */
static enum builder_word part_line(struct steps *steps, struct track_steps *at, struct span text,
                                   const struct log_line *line)
{
    if (!at->rows && !STARTS(text, "writing image sha256:") &&
        !STARTS(text, "exporting manifest list sha256:"))
        return WORD_NONE;
    if (!at->rows)
        steps_spoken(steps, BUILDER_BUILDKIT);
    at->rows = true;
    if (STARTS(text, "pushing ") && !STARTS(text, "pushing manifest for "))
        push(steps, at);
    if (!is_result(text))
        return WORD_OWN;
    if (!is_failed(steps_running(steps, at)))
        steps_end(steps, at, LEVEL_STEP, STEP_SUCCEEDED, line);
    if (at->latest != NO_STEP && at->running[LEVEL_STEP] == NO_STEP)
        steps->items[at->latest].last_line = line->number;
    buildkit_succeed(steps, line);
    if (EAT(text, "naming to ") || EAT(text, "pushing manifest for "))
        steps_set_output(steps, span_head(text, span_find_byte(text, ' ')));
    return WORD_QUIET;
}

/* ---- around the rows ---- */

/* " > [3/5] RUN make:" above what it printed, in whole; without rows it stands for that of the step. */
static enum builder_word block_line(struct steps *steps, struct track_steps *at, struct span text,
                                    const struct log_line *line)
{
    struct span command;
    struct span name = buildkit_name(text, &command);
    struct span stage;
    struct count position;
    struct row row;

    if (!span_ends_with(command, ":") || !buildkit_position(name, &stage, &position) ||
        (!at->rows && !builder_is_instruction(command)) ||
        (steps->outcome == OUTCOME_FAILED && !at->rows))
        return WORD_NONE;
    steps_spoken(steps, BUILDER_BUILDKIT);
    command.len--;
    row = (struct row){.name = name, .command = command};
    take_row(steps, at, &row, line);
    if (steps_running(steps, at))
        steps_set_command(steps, steps_running(steps, at), command);
    steps_fail(steps, at, -1);
    return WORD_QUIET;
}

/* "[+] Building 1/2": a service is not built yet; "[+] Building 12.3s (8/9)" counts vertices. */
static bool has_services_left(struct span text)
{
    struct count count;
    struct span rest = span_skip(text, span_find(text, "[+] Building ") + strlen("[+] Building "));

    rest = span_head(rest, span_find_byte(rest, ' '));
    return count_read(rest, &count) && count.number < count.total;
}

/* Another build's rows follow, or those of this one again, which say again what failed. */
static enum builder_word head_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    steps_spoken(steps, BUILDER_BUILDKIT);
    steps_end(steps, at, LEVEL_STEP, STEP_UNKNOWN, line);
    at->rows = false;
    at->services_left = has_services_left(line->text);
    return WORD_QUIET;
}

/* " ✔ web  Built    12.3s": compose says it of each service, and newer ones nothing else; below their head. */
static enum builder_word built_line(struct steps *steps, struct track_steps *at, struct span text,
                                    const struct log_line *line)
{
    bool built = span_contains(text, "  Built ") || span_ends_with(text, "  Built");

    if (!built || steps->builder != BUILDER_BUILDKIT)
        return WORD_NONE;
    if (!at->services_left)
        buildkit_succeed(steps, line);
    return WORD_QUIET;
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    struct span text = span_trim(line->text);

    if (line->vertex.len || !steps_may_speak(at, BUILDER_BUILDKIT))
        return WORD_NONE;
    if (STARTS(text, "[+] Building "))
        return head_line(steps, at, line);
    if (EAT(text, "✔ "))
        return built_line(steps, at, text, line);
    if (EAT(text, "> "))
        return block_line(steps, at, text, line);
    if (!EAT(text, "=> "))
        return WORD_NONE;
    return EAT(text, "=> ") ? part_line(steps, at, text, line)
                            : row_line(steps, at, read_row(text), line);
}

const struct builder builder_buildkit_terminal = {.name = "BuildKit on a terminal",
                                                  .marks = marks,
                                                  .line = read_line};
