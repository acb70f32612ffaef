/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps.h"

#include <stdlib.h>
#include <string.h>

#include "limits.h"
#include "prefix.h"
#include "xalloc.h"

void steps_init(struct steps *steps, struct pool *pool)
{
    *steps = (struct steps){.pool = pool, .outer = NO_STEP, .inner = NO_STEP};
}

void steps_release(struct steps *steps)
{
    free(steps->items);
}

size_t steps_current(const struct steps *steps)
{
    return steps->inner != NO_STEP ? steps->inner : steps->outer;
}

static struct span keep(struct steps *steps, struct span text)
{
    return pool_keep(steps->pool, span_head(text, LIMIT_LOG_TEXT));
}

static void end_step(struct steps *steps, size_t *index, enum step_status status)
{
    struct step *step;

    if (*index == NO_STEP)
        return;
    step = &steps->items[*index];
    if (step->status == STEP_UNKNOWN)
        step->status = status;
    step->last_line = steps->last_line;
    *index = NO_STEP;
}

static size_t add_step(struct steps *steps, struct step step, uint64_t line)
{
    if (steps->count == LIMIT_LOG_STEPS) {
        steps->full = true;
        return NO_STEP;
    }
    step.exit_code = -1;
    step.first_line = line;
    step.last_line = line;
    XGROW(steps->items, steps->count, steps->capacity);
    steps->items[steps->count] = step;
    return steps->count++;
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

static void add_base(struct steps *steps, struct span name)
{
    if (name.len == 0 || is_stage(steps, name))
        return;
    for (size_t i = 0; i < steps->base_count; i++) {
        if (span_equal(steps->bases[i], name))
            return;
    }
    if (steps->base_count == BASE_IMAGES) {
        steps->bases_full = true;
        return;
    }
    name = keep(steps, name);
    if (name.len)
        steps->bases[steps->base_count++] = name;
}

static struct span next_word(struct span *rest)
{
    struct span word;

    *rest = span_trim(*rest);
    word = span_head(*rest, span_find_byte(*rest, ' '));
    *rest = span_skip(*rest, word.len);
    return word;
}

/* FROM [--platform=P] IMAGE [AS NAME]: from Dockerfile(5). */
static void read_from(struct steps *steps, struct span command)
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
        add_base(steps, image);
    word = next_word(&rest);
    if (span_equal_nocase(word, SPAN_LITERAL("AS")) && steps->stage_count < BASE_IMAGES)
        steps->stages[steps->stage_count++] = keep(steps, next_word(&rest));
}

static void set_output(struct steps *steps, struct span name)
{
    if (name.len && !span_equal(steps->output, name))
        steps->output = keep(steps, name);
}

/* ---- what announces a step ---- */

/* "2/5" or "2". */
static bool is_position(struct span text)
{
    struct span rest = text;
    struct span part;
    uint64_t number;

    if (!span_split(&rest, '/', &part) || !span_to_uint64(part, &number))
        return false;
    return rest.len == 0 || span_to_uint64(rest, &number);
}

/* "[1/2] STEP 2/5: RUN make" with word "STEP " and mark ": " gives name and command. */
static bool split_step(struct span text, const char *word, const char *mark, struct step *ret)
{
    struct span rest = text;
    size_t at;

    if (rest.len && rest.data[0] == '[') {
        struct span label = span_head(rest, span_find_byte(rest, ']'));

        if (!is_position(span_skip(label, 1)))
            return false;
        rest = span_skip(rest, label.len + 1);
        if (!EAT(rest, " "))
            return false;
    }
    if (!span_eat(&rest, word))
        return false;
    at = span_find(rest, mark);
    if (at == rest.len || !is_position(span_head(rest, at)))
        return false;
    ret->name = span_head(text, text.len - rest.len + at);
    ret->command = span_trim(span_skip(rest, at + strlen(mark)));
    return true;
}

static void begin_outer(struct steps *steps, const struct step *found, uint64_t line,
                        enum builder by)
{
    struct step step = {.name = keep(steps, found->name), .command = keep(steps, found->command)};

    end_step(steps, &steps->inner, STEP_SUCCEEDED);
    end_step(steps, &steps->outer, STEP_SUCCEEDED);
    steps->outer = add_step(steps, step, line);
    steps->outcome = OUTCOME_UNKNOWN;
    steps->committing = false;
    if (steps->builder != BUILDER_S2I)
        steps->builder = by;
    read_from(steps, found->command);
}

static bool outer_line(struct steps *steps, const struct log_line *line)
{
    struct step found;

    if (split_step(line->text, "Step ", " : ", &found))
        begin_outer(steps, &found, line->number, BUILDER_CLASSIC);
    else if (split_step(line->text, "STEP ", ": ", &found))
        begin_outer(steps, &found, line->number, BUILDER_BUILDAH);
    else
        return false;
    return true;
}

/* "---> Installing application source ...": yum's dependency lines look alike. */
static void stage_line(struct steps *steps, const struct log_line *line)
{
    struct span rest = line->text;
    struct step step = {.inner = true};

    if (!EAT(rest, "---> ") || STARTS(rest, "Package ") || rest.len < 2 || rest.data[0] < 'A' ||
        rest.data[0] > 'Z')
        return;
    end_step(steps, &steps->inner, STEP_SUCCEEDED);
    step.name = keep(steps, SPAN_LITERAL("assemble"));
    step.command = keep(steps, span_trim(rest));
    steps->inner = add_step(steps, step, line->number);
    steps->builder = BUILDER_S2I;
}

/* ---- what tells how it goes ---- */

static bool is_hex_id(struct span text)
{
    return span_is_hex(text, 12) || span_is_hex(text, 64) || span_is_hex(text, 11);
}

/* " ---> Using cache" (docker), "--> Using cache 1234" (buildah). */
static void arrow_line(struct steps *steps, struct span text)
{
    struct span rest = span_trim(text);

    if (!EAT(rest, "---> ") && !EAT(rest, "--> "))
        return;
    if (steps->outer != NO_STEP && STARTS(rest, "Using cache"))
        steps->items[steps->outer].cached = true;
}

static void succeed(struct steps *steps)
{
    steps->outcome = OUTCOME_SUCCEEDED;
    end_step(steps, &steps->inner, STEP_SUCCEEDED);
    end_step(steps, &steps->outer, STEP_SUCCEEDED);
}

static void success_line(struct steps *steps, struct span text)
{
    struct span rest = span_trim(text);

    if (EAT(rest, "Successfully built ")) {
        if (is_hex_id(rest)) /* pip says "Successfully built NAME" */
            succeed(steps);
    } else if (EAT(rest, "Successfully tagged ")) {
        set_output(steps, rest);
        succeed(steps);
    }
}

/* "Pushing image NAME ...": from now on only the push can tell. */
static void push_line(struct steps *steps, struct span text)
{
    struct span rest = span_trim(text);

    if (EAT(rest, "Pushing image ")) {
        set_output(steps, span_head(rest, span_find_byte(rest, ' ')));
        end_step(steps, &steps->inner, STEP_SUCCEEDED);
        end_step(steps, &steps->outer, STEP_SUCCEEDED);
        steps->outcome = OUTCOME_UNKNOWN;
    } else if (span_equal_string(rest, "Push successful")) {
        succeed(steps);
    }
}

/* "Using IMAGE as the s2i builder image" (OpenShift). */
static void builder_image_line(struct steps *steps, struct span text)
{
    struct span rest = span_trim(text);

    if (EAT(rest, "Using ") && span_ends_with(rest, " as the s2i builder image")) {
        add_base(steps, span_head(rest, span_find_byte(rest, ' ')));
        steps->builder = BUILDER_S2I;
    }
}

static void commit_line(struct steps *steps, struct span text)
{
    struct span rest = span_trim(text);

    if (!EAT(rest, "COMMIT"))
        return;
    if (rest.len && rest.data[0] != ' ')
        return;
    set_output(steps, span_trim(rest));
    steps->committing = true;
}

/* After COMMIT buildah ends with the image's id, alone on its line. */
static void id_line(struct steps *steps, struct span text)
{
    if (steps->committing && span_is_hex(span_trim(text), 64))
        succeed(steps);
}

static void other_line(struct steps *steps, const struct log_line *line)
{
    struct span text = line->text;

    switch (text.data[0]) {
    case ' ':
        arrow_line(steps, text);
        break;
    case '-':
        arrow_line(steps, text);
        stage_line(steps, line);
        break;
    case 'S':
        success_line(steps, text);
        break;
    case 'P':
        push_line(steps, text);
        break;
    case 'U':
        builder_image_line(steps, text);
        break;
    case 'C':
        commit_line(steps, text);
        break;
    case 'B':
        if (span_equal_string(text, "Build completed successfully")) /* s2i */
            succeed(steps);
        break;
    default:
        id_line(steps, text);
        break;
    }
}

bool steps_line(struct steps *steps, const struct log_line *line)
{
    bool began = false;

    steps->last_line = line->number - 1;
    if (line->text.len > 3) {
        char c = line->text.data[0];

        began = (c == 'S' || c == '[') && outer_line(steps, line);
        if (!began)
            other_line(steps, line);
    }
    return began;
}

void steps_fail(struct steps *steps, int exit_code)
{
    size_t current = steps_current(steps);

    steps->outcome = OUTCOME_FAILED;
    if (current == NO_STEP)
        return;
    steps->items[current].status = STEP_FAILED;
    if (steps->outer != NO_STEP) {
        steps->items[steps->outer].status = STEP_FAILED;
        current = steps->outer;
    }
    if (exit_code >= 0)
        steps->items[current].exit_code = exit_code;
}

void steps_finish(struct steps *steps, enum outcome outcome, uint64_t last_line)
{
    enum step_status status = outcome == OUTCOME_SUCCEEDED ? STEP_SUCCEEDED
                              : outcome == OUTCOME_FAILED  ? STEP_FAILED
                                                           : STEP_UNKNOWN;

    steps->last_line = last_line;
    end_step(steps, &steps->inner, status);
    end_step(steps, &steps->outer, status);
}
