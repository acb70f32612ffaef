/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a name to an image: index, nested indexes, manifest, config.
 *
 * Where the documents come from is the source's business (a layout, a registry,
 * an archive); which of them are asked for, in what order and how deep, is the
 * same for all and stands here.
 */
#ifndef IMAGE_SOURCE_H
#define IMAGE_SOURCE_H

#include "image.h"

/* Appends the verified bytes of a document (at most limit) to out. */
typedef bool image_source_read(void *context, const struct descriptor *blob, size_t limit,
                               struct strbuf *out, struct error *err);

struct image_source {
    image_source_read *read_manifest; /* a manifest or an index */
    image_source_read *read_blob;     /* a config */
    void *context;
};

/* Appends what read reads, which is not asked for what the descriptor itself holds. */
bool image_source_read_document(image_source_read *read, void *context,
                                const struct descriptor *blob, size_t limit, struct strbuf *out,
                                struct error *err);

/*
 * Fills manifest, config, layers and platform of image, starting from the
 * descriptor of a manifest or index.  An index is descended, at most LIMIT_INDEX_DEPTH
 * deep, to the manifest for platform.
 */
bool image_load(struct image *image, const struct image_source *source,
                const struct descriptor *start, const struct platform *platform, struct error *err);

/* The images for all platforms of an index, and attestations of them, each once, in its order. */
struct image_set {
    struct descriptor
        *indexes; /* the one that was asked for, then those it refers to; 0: no index */
    size_t index_count;
    size_t index_capacity;
    struct image *images; /* without their configs' JSON */
    size_t count;
    size_t capacity;
};

/*
 * Fills set, {0} before, with all that start leads to; of a manifest that is the one image.  An attestation
 * that is not there is passed over: who copies one platform leaves it out.  More than LIMIT_PLATFORMS images or indexes are ERROR_MALFORMED.
 */
bool image_load_all(struct image_set *set, const struct image_source *source,
                    const struct descriptor *start, struct error *err);
void image_set_release(struct image_set *set);
#define IMAGE_SET_AUTO(name) __attribute__((cleanup(image_set_release))) struct image_set name = {0}

/*
 * The descriptor of the entry called tag in a layout's parsed index.json (NULL: the only one), or of that of
 * the number N, from 0, for "@N".
 * No such tag is ERROR_NO_INPUT and lists those there are.
 */
bool layout_index_find(const json_t *index, const char *tag, struct descriptor *ret,
                       struct error *err);

#endif
