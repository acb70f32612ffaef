/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What sources share whose images have no OCI manifest, so that one is made over their config and layers
 * (docker-archive, containers-storage).
 *
 * Such a source embeds struct made_source as its first member, fills the image with config and layers,
 * and gives made_read_manifest() and made_read_config() as its own.
 */
#ifndef SOURCE_MADE_H
#define SOURCE_MADE_H

#include <jansson.h>

#include "source.h"

struct made_source {
    struct source base;
    struct strbuf manifest; /* empty until it is made */
    struct span config;     /* the kind's, which keeps it alive */
};

void made_source_init(struct made_source *s, const struct source_ops *ops);
void made_source_release(struct made_source *s);

/* Makes the manifest over image's config and layers. */
bool made_source_set(struct made_source *s, const struct image *image, struct error *err);
/* The manifest's descriptor, for find(). */
void made_source_start(const struct made_source *s, struct descriptor *ret);

/* image_source_read functions, with the source as context. */
bool made_read_manifest(void *context, const struct descriptor *blob, size_t limit,
                        struct strbuf *out, struct error *err);
bool made_read_config(void *context, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err);

/* Whether one of names, an array of strings, is the image's that is wanted (reference_same_name()). */
bool made_names_have(const json_t *names, const char *wanted);
/* Appends them for a message, quoted, with commas between them. */
void made_names_list(const json_t *names, struct strbuf *out);

#endif
