/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Source-to-image: the stages that its scripts announce, "---> Installing dependencies ...", within
 * whatever builder's step runs them.
 */
#include "builder.h"
#include "prefix.h"

static const char *const marks[] = {"---> ", "Build completed successfully",
                                    " as the s2i builder image", NULL};

/* yum's dependency lines look alike: "---> Package gcc.x86_64 0:4.8 will be installed". */
static enum builder_word stage_line(struct steps *steps, struct track_steps *at,
                                    const struct log_line *line)
{
    struct span rest = line->text;

    if (!EAT(rest, "---> ") || STARTS(rest, "Package ") || rest.len < 2 || rest.data[0] < 'A' ||
        rest.data[0] > 'Z')
        return WORD_NONE;
    if (!line->output)
        steps_spoken(steps, BUILDER_S2I);
    steps_begin(steps, at, LEVEL_STAGE, SPAN_LITERAL("assemble"), span_trim(rest), line);
    return WORD_OWN;
}

/* "Using IMAGE as the s2i builder image" (OpenShift 4) */
static enum builder_word image_line(struct steps *steps, struct span text)
{
    if (!EAT(text, "Using ") || !span_ends_with(text, " as the s2i builder image"))
        return WORD_NONE;
    steps_add_base(steps, span_head(text, span_find_byte(text, ' ')));
    steps_spoken(steps, BUILDER_S2I);
    return WORD_OWN;
}

static enum builder_word read_line(struct steps *steps, struct track_steps *at,
                                   const struct log_line *line)
{
    if (line->text.data[0] == '-')
        return stage_line(steps, at, line);
    if (line->output)
        return WORD_NONE;
    if (span_equal_string(line->text, "Build completed successfully")) {
        steps_succeed(steps, at, line);
        return WORD_SUCCESS;
    }
    return image_line(steps, span_trim(line->text));
}

const struct builder builder_s2i = {.name = "source-to-image",
                                    .marks = marks,
                                    .line = read_line,
                                    .reads_output = true};
