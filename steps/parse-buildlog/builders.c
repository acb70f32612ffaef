/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of builders. */
#include "builder.h"

#include <stddef.h>

/* Tekton's containers are around all others, source-to-image's stages within them. */
const struct builder *const builders[] = {&builder_tekton,   &builder_buildkit_terminal,
                                          &builder_buildkit, &builder_classic,
                                          &builder_buildah,  &builder_kaniko,
                                          &builder_s2i,      &builder_openshift,
                                          &builder_ci,       NULL};

enum builder_word builders_line(struct steps *steps, struct track_steps *at,
                                const struct log_line *line)
{
    enum builder_word word = WORD_NONE;

    if (line->time)
        at->time = line->time;
    for (const struct builder *const *b = builders; *b && word == WORD_NONE && line->text.len;
         b++) {
        if (!line->output || (*b)->reads_output)
            word = (*b)->line(steps, at, line);
    }
    at->last_line = line->number;
    return word;
}

bool builder_is_instruction(struct span text)
{
    static const char *const words[] = {"FROM ",    "RUN ",         "COPY ",
                                        "ADD ",     "ARG ",         "ENV ",
                                        "WORKDIR ", "LABEL ",       "EXPOSE ",
                                        "CMD ",     "USER ",        "VOLUME ",
                                        "SHELL ",   "HEALTHCHECK ", "ENTRYPOINT ",
                                        "ONBUILD ", "STOPSIGNAL ",  NULL};

    for (const char *const *word = words; *word; word++) {
        if (span_starts_with(text, *word))
            return true;
    }
    return false;
}

const char *builder_name(enum builder_id builder)
{
    static const char *const names[] = {[BUILDER_NONE] = "none",
                                        [BUILDER_OPENSHIFT] = "openshift",
                                        [BUILDER_CLASSIC] = "docker-classic",
                                        [BUILDER_BUILDAH] = "buildah",
                                        [BUILDER_BUILDKIT] = "buildkit",
                                        [BUILDER_KANIKO] = "kaniko",
                                        [BUILDER_TEKTON] = "tekton",
                                        [BUILDER_SHIPWRIGHT] = "shipwright",
                                        [BUILDER_S2I] = "s2i"};

    return names[builder];
}
