/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BuildKit's plain progress (docker build, buildx, buildctl); rawjson comes in the same form.
 * Vertices run side by side, each in a track of its own, and these are its words of one:
 *
 *     #7 [build 2/3] RUN make        (again, whenever it comes back to this vertex)
 *     #7 ...                         (others come first)
 *     #7 CACHED | #7 DONE 1.2s | #7 CANCELED
 *     #7 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2
 *
 * What it says at the end is of no vertex: the last lines again, the Dockerfile's, and
 * "ERROR: failed to solve: ...".
 */
#include "buildkit.h"

#include "builder.h"
#include "limits.h"
#include "prefix.h"

static const char *const marks[] = {
    " DONE",           " CACHED",        " CANCELED",       " ERROR",  " FROM ",    " RUN ",
    " COPY ",          " ADD ",          "] WORKDIR ",      "[auth] ", "[context ", " exporting",
    " naming to ",     " unpacking to ", " pushing",        "------",  " > [",      " | >>> ",
    "failed to solve", "[internal]",     "importing cache", NULL};

/* ---- a vertex ---- */

/* Where lines have no times, those before a step's output count from its begin, which is 1. */
static void begin_at_origin(struct steps *steps, struct track_steps *at, struct span name,
                            struct span command, const struct log_line *line)
{
    int64_t time = at->time;

    if (line->time == 0)
        at->time = 1;
    steps_begin(steps, at, LEVEL_STEP, name, command, line);
    at->time = time;
}

struct span buildkit_name(struct span text, struct span *ret_command)
{
    size_t end = span_find(text, "] ");

    if (!STARTS(text, "[") || end >= text.len)
        end = 0;
    *ret_command = end ? span_skip(text, end + 2) : text;
    return span_head(text, end ? end + 1 : 0);
}

static void begin_vertex(struct steps *steps, struct track_steps *at, const struct log_line *line)
{
    struct span command;
    struct span name = buildkit_name(line->text, &command);

    if (name.len == 0)
        name = line->vertex;
    begin_at_origin(steps, at, name, command, line);
    steps_from(steps, command);
    if (steps->outcome == OUTCOME_SUCCEEDED || at->over)
        steps->outcome = OUTCOME_UNKNOWN;
    at->over = false;
}

int64_t buildkit_milliseconds(struct span text)
{
    size_t point = span_find_byte(text, '.');
    struct span tenths = span_skip(text, point + 1);
    uint64_t seconds;

    if (tenths.len != 2 || tenths.data[1] != 's' || tenths.data[0] < '0' || tenths.data[0] > '9' ||
        !span_to_uint64(span_head(text, point), &seconds) || seconds > UINT32_MAX)
        return -1;
    return (int64_t)seconds * 1000 + (int64_t)(tenths.data[0] - '0') * 100;
}

static bool is_export(const struct step *step)
{
    return step && span_starts_with(step->command, "exporting to ");
}

void buildkit_succeed(struct steps *steps, const struct log_line *line)
{
    if (steps->outcome == OUTCOME_FAILED)
        return;
    steps->outcome = OUTCOME_SUCCEEDED;
    steps->succeeded = line->number;
}

static enum builder_word done(struct steps *steps, struct track_steps *at,
                              const struct log_line *line, bool cached)
{
    struct step *step = steps_running(steps, at);
    struct span rest = line->text;
    bool last = is_export(step);

    if (step) {
        step->cached = cached;
        if (EAT(rest, "DONE "))
            step->milliseconds = buildkit_milliseconds(rest);
    }
    steps_end(steps, at, LEVEL_STEP, STEP_SUCCEEDED, line);
    at->over = true;
    if (last)
        buildkit_succeed(steps, line);
    return WORD_SUCCESS;
}

/* A cache that cannot be read fails no build: what would be in it is made. */
static bool is_import(const struct step *step)
{
    return step && buildkit_may_fail(step->command);
}

bool buildkit_may_fail(struct span command)
{
    return span_starts_with(command, "importing cache manifest from ");
}

/* The header may be missing where a log was cut. */
static enum builder_word failed(struct steps *steps, struct track_steps *at,
                                const struct log_line *line)
{
    struct step *step = steps_running(steps, at);

    if (!step)
        begin_at_origin(steps, at, line->vertex, span_of(NULL, 0), line);
    if (!is_import(step))
        steps_fail(steps, at, steps_exit_code(line->text));
    steps_end(steps, at, LEVEL_STEP, STEP_FAILED, line);
    at->over = true;
    return is_import(step) ? WORD_SUCCESS : WORD_FAILURE;
}

static enum builder_word canceled(struct steps *steps, struct track_steps *at,
                                  const struct log_line *line)
{
    steps_end(steps, at, LEVEL_STEP, STEP_UNKNOWN, line);
    at->over = true;
    return WORD_SUCCESS;
}

/*
 * "naming to NAME 0.0s done", "pushing manifest for NAME@DIGEST 0.5s done": what an export does last,
 * after which a log may be cut before its vertex is said to be done.
 */
static void name_line(struct steps *steps, const struct log_line *line)
{
    struct span text = span_trim(line->text);
    bool last = STARTS(text, "naming to ") || STARTS(text, "unpacking to ") ||
                STARTS(text, "pushing manifest for ");

    if (EAT(text, "naming to ") || EAT(text, "pushing manifest for "))
        steps_set_output(steps, span_head(text, span_find_byte(text, ' ')));
    if (last && span_ends_with(text, " done"))
        buildkit_succeed(steps, line);
    else if (STARTS(text, "pushing ") && steps->outcome == OUTCOME_SUCCEEDED)
        steps->outcome = OUTCOME_UNKNOWN;
}

/* After its last vertex a number begins another: of the next build in the same log. */
static bool begins_again(const struct steps *steps, struct track_steps *at, struct span text)
{
    const struct step *step = at->latest == NO_STEP ? NULL : &steps->items[at->latest];

    if (!STARTS(text, "[") && !STARTS(text, "exporting to ") && !STARTS(text, "importing ") &&
        !STARTS(text, "building with "))
        return false;
    return !step || step->command.len > text.len ||
           !span_equal(span_skip(text, text.len - step->command.len), step->command);
}

/* Parts of a vertex' work, which no vertex is called. */
static bool is_progress(struct span text)
{
    return STARTS(text, "sha256:") || STARTS(text, "extracting ") ||
           STARTS(text, "transferring ") || STARTS(text, "resolve ") || STARTS(text, "WARN: ");
}

static enum builder_word vertex_line(struct steps *steps, struct track_steps *at,
                                     const struct log_line *line)
{
    struct span text = span_trim(line->text);

    steps_spoken(steps, BUILDER_BUILDKIT);
    if (span_equal_string(text, "DONE") || STARTS(text, "DONE "))
        return done(steps, at, line, false);
    if (span_equal_string(text, "CACHED"))
        return done(steps, at, line, true);
    if (span_equal_string(text, "CANCELED"))
        return canceled(steps, at, line);
    if (STARTS(text, "ERROR: ") || STARTS(text, "ERROR "))
        return failed(steps, at, line);
    name_line(steps, line);
    if (is_progress(text) || span_equal_string(text, "...") || text.len == 0 ||
        at->running[LEVEL_STEP] != NO_STEP)
        return WORD_OWN;
    if (at->over && !begins_again(steps, at, text))
        return WORD_OWN;
    begin_vertex(steps, at, line);
    return WORD_STEP;
}

/* ---- the end ---- */

/* " 12 | >>> RUN make" */
static bool is_dockerfile_line(struct span text)
{
    size_t bar = span_find(span_head(text, 16), " | ");
    uint64_t number;

    return bar < 16 && bar < text.len && span_to_uint64(span_trim(span_head(text, bar)), &number);
}

/* What stands around a vertex' last lines, and around those of the Dockerfile. */
static bool is_fence(struct span text)
{
    return span_equal_string(text, "------") || span_equal_string(text, "--------------------");
}

static enum builder_word last_line(struct steps *steps, struct track_steps *at, struct span text)
{
    const struct step *step = steps_running(steps, at);

    if (steps->builder != BUILDER_BUILDKIT || (step && step->status != STEP_FAILED))
        return WORD_NONE;
    if (STARTS(text, " > ") || is_fence(span_trim(text)))
        return WORD_QUIET;
    if (steps->outcome == OUTCOME_FAILED && is_dockerfile_line(text))
        return WORD_QUIET;
    if (!span_contains(span_head(text, 48), "failed to solve"))
        return WORD_NONE;
    steps_fail(steps, at, steps_exit_code(text));
    return WORD_FAILURE;
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    return line->vertex.len ? vertex_line(steps, at, line) : last_line(steps, at, line->text);
}

const struct builder builder_buildkit = {.name = "BuildKit", .marks = marks, .line = read_line};

/* ---- a log without an export ---- */

bool buildkit_position(struct span name, struct span *ret_stage, struct count *ret)
{
    size_t blank;

    if (!EAT(name, "[") || !span_ends_with(name, "]"))
        return false;
    name.len--;
    blank = span_find_last_byte(name, ' ');
    *ret_stage = span_head(name, blank < name.len ? blank : 0);
    return count_read(blank < name.len ? span_skip(name, blank + 1) : name, ret) && ret->total;
}

/* A stage's last step, where it is in the list. */
static bool has_last_step(const struct steps *steps, struct span stage)
{
    for (size_t i = steps->count; i > 0; i--) {
        struct span name;
        struct count at;

        if (buildkit_position(steps->items[i - 1].name, &name, &at) && span_equal(name, stage) &&
            at.number == at.total)
            return true;
    }
    return false;
}

bool buildkit_is_done(const struct steps *steps)
{
    struct span known = {0};
    bool any = false;

    if (steps->builder != BUILDER_BUILDKIT || steps->count > 1000)
        return false;
    for (size_t i = 0; i < steps->count; i++) {
        struct span stage;
        struct count at;

        if (is_import(&steps->items[i]))
            continue;
        if (steps->items[i].status != STEP_SUCCEEDED)
            return false;
        if (!buildkit_position(steps->items[i].name, &stage, &at))
            continue;
        if ((!any || !span_equal(stage, known)) && !has_last_step(steps, stage)) {
            /* An image that several stages are from stands as of none: "[1/3] FROM debian:12". */
            if (stage.len == 0 && span_starts_with(steps->items[i].command, "FROM "))
                continue;
            return false;
        }
        known = stage;
        any = true;
    }
    return any;
}
