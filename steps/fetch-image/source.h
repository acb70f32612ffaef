/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where an image comes from: one kind a transport, one file a kind.
 *
 *     struct source *source = source_open(&ref, &options, err);
 *     source_load(source, &image, &platform, err)      the documents: manifest, config
 *     source_copy(source, &image, layout, err)         all blobs, verified, into a layout
 *     source_close(source);
 *
 * A source owns what it opened.  Errors name the transport's file or registry.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "image_source.h"
#include "layout.h"
#include "reference.h"

struct source;

struct source_ops {
    /* Fills manifest, config, layers, platform. */
    bool (*load)(struct source *s, struct image *image, const struct platform *platform,
                 struct error *err);
    /* The bytes of what load() found, with the source as context. */
    image_source_read *read_manifest;
    image_source_read *read_blob;
    /* Either: one layer's bytes at a time, in any order ... */
    struct stream *(*open_layer)(struct source *s, const struct descriptor *blob,
                                 struct error *err);
    /* ... or all that are not in the layout, in the source's own order. */
    bool (*copy_layers)(struct source *s, const struct image *image, struct layout *layout,
                        struct error *err);
    void (*close)(struct source *s);
};

struct source {
    const struct source_ops *ops;
};

struct source_options {
    bool tls_verify;
};

/* Opens ref (borrowed, must outlive the source). NULL with err set. */
struct source *source_open(const struct reference *ref, const struct source_options *options,
                           struct error *err);
bool source_load(struct source *s, struct image *image, const struct platform *platform,
                 struct error *err);
/*
 * Copies manifest, config and layers; those that the layout has already are not asked for.  A foreign layer
 * (media_type.h) that the source does not have is left out.
 */
bool source_copy(struct source *s, const struct image *image, struct layout *layout,
                 struct error *err);
void source_close(struct source *s);
DEFINE_CLEANUP(cleanup_source, struct source *, source_close)

/* The kinds; source_open chooses. */
struct source *source_open_layout(const struct reference *ref, struct error *err);
struct source *source_open_folder(const struct reference *ref, struct error *err);
struct source *source_open_docker_archive(const struct reference *ref, struct error *err);
struct source *source_open_oci_archive(const struct reference *ref, struct error *err);
struct source *source_open_registry(const struct reference *ref,
                                    const struct source_options *options, struct error *err);

#endif
