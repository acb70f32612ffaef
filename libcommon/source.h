/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where an image comes from: one kind a transport, one file a kind.
 *
 *     struct source *source = source_open(&ref, err);  what lies on this machine; nothing is read
 *     source_load(source, &image, &platform, err)      the documents: manifest, config
 *     source_open_layer(source, &blob, err)            a layer's bytes, not yet verified
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
    /* The manifest or index that the reference names. */
    bool (*find)(struct source *s, struct descriptor *ret, struct error *err);
    /* The bytes of what find() leads to, with the source as context. */
    image_source_read *read_manifest;
    image_source_read *read_blob;
    struct stream *(*open_layer)(struct source *s, const struct descriptor *blob,
                                 struct error *err);
    /* NULL, or the same from byte first on, where it costs no more than what is left. */
    struct stream *(*open_rest)(struct source *s, const struct descriptor *blob, uint64_t first,
                                struct error *err);
    /*
     * NULL, or where a layer comes in what must be read in order; SIZE_MAX for any layer when it
     * need not.
     */
    size_t (*place)(struct source *s, const struct descriptor *blob);
    /* NULL, or whether what was opened is of the kind: find() looks itself. */
    bool (*check)(struct source *s, struct error *err);
    /* NULL, or ERROR_NO_INPUT unless a layer is there, where opening it would cost more. */
    bool (*find_layer)(struct source *s, const struct descriptor *blob, struct error *err);
    /* NULL, or ends soon what is under way on other threads, as a failure. */
    void (*stop)(struct source *s);
    /* NULL where all is open already; else it asks broker for files from now on. */
    void (*share)(struct source *s, struct broker *broker);
    /* NULL, or gives the layers that came into a layout while it was read their names there. */
    bool (*settle)(struct source *s, struct error *err);
    /* NULL, or adds to the image that was loaded what its reader has to know. */
    void (*warn)(const struct source *s, struct image *image);
    /* NULL, or what errors of what find() leads to begin with, as a string to free. */
    char *(*place_name)(const struct source *s);
    void (*close)(struct source *s);
};

struct source {
    const struct source_ops *ops;
};

/* A local one for ref (borrowed, must outlive the source). NULL with err set. */
struct source *source_open(const struct reference *ref, struct error *err);
/* Manifest, config, layers and platform of the image for platform. */
bool source_load(struct source *s, struct image *image, const struct platform *platform,
                 struct error *err);
/* The same from its own manifest. */
bool source_load_manifest(struct source *s, struct image *image, const struct descriptor *manifest,
                          struct error *err);
/* The same of the images for all platforms. */
bool source_load_all(struct source *s, struct image_set *set, struct error *err);
/* For an image whose layers and config are known: reads the config. */
bool source_load_config(struct source *s, struct image *image, struct error *err);
/* After loading: adds what is to be known of how the source has it (image_warn()). */
void source_warn(const struct source *s, struct image *image);
/* After loading, for one that was given a layout: the image's layers are there from now on. */
bool source_settle(struct source *s, struct error *err);
/*
 * A layer of the image that was loaded.  Any number may be open on any threads, unless
 * source_order() says otherwise.  NULL with err set.
 */
struct stream *source_open_layer(struct source *s, const struct descriptor *blob,
                                 struct error *err);
/* The same from byte first on. */
struct stream *source_open_rest(struct source *s, const struct descriptor *blob, uint64_t first,
                                struct error *err);
/*
 * Whether a layer that need not be there is, be it right or not; not while another is open of a source in
 * order.  False with err set when that cannot be found out.
 */
bool source_has_layer(struct source *s, const struct descriptor *blob, bool *ret_there,
                      struct error *err);
/*
 * Fills order with the numbers of the image's layers as they are best asked for.  True when only
 * one layer may be open at a time: each step back costs reading all from the start again.
 */
bool source_order(struct source *s, const struct image *image, size_t *order);
/* One of several threads has failed: what the others wait for ends soon, as a failure. */
void source_stop(struct source *s);
/* Before the fork of a process that is confined, in which it is then used (broker.h). */
void source_share(struct source *s, struct broker *broker);
void source_close(struct source *s);
DEFINE_CLEANUP(cleanup_source, struct source *, source_close)

/*
 * For the kinds: the archive at path does not hold the layer, which is ERROR_MALFORMED, but
 * ERROR_NO_INPUT for a foreign one (media_type.h), which need not be there.  Returns false.
 */
bool source_lacks(const struct descriptor *blob, const char *path, struct error *err);

/* The kinds; source_open chooses. */
struct source *source_open_layout(const struct reference *ref, struct error *err);
struct source *source_open_folder(const struct reference *ref, struct error *err);
struct source *source_open_docker_archive(const struct reference *ref, struct error *err);
struct source *source_open_storage(const struct reference *ref, struct error *err);
/*
 * The one image that in (taken over) is, read once: layers come into layout (borrowed) as they are met, and
 * what else comes leaves nothing there; with NULL they are hashed alone.  name is for messages.  Never NULL.
 */
struct source *source_open_docker_stream_take(struct stream *in, const char *name,
                                              const struct layout *layout);
struct source *source_open_oci_archive(const struct reference *ref, struct error *err);

#endif
