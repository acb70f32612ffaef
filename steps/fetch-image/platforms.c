/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platforms.h"

#include <stdlib.h>
#include <string.h>

#include "copy.h"
#include "xalloc.h"

/* NULL: it leads to none. */
static const struct image *first_image(const struct image_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (!set->images[i].is_attestation)
            return &set->images[i];
    return NULL;
}

bool platforms_load(struct source *s, const struct platform *platform, bool asked,
                    struct image_set *set, struct image *image, struct error *err)
{
    struct error none = {0};
    const struct image *first;

    if (!source_load_all(s, set, err))
        return false;
    first = first_image(set);
    if (!first)
        return error_set(err, ERROR_NO_INPUT, "the index leads to no image");
    if (source_load(s, image, platform, &none))
        return true;
    if (!asked && none.kind == ERROR_NO_INPUT)
        return source_load_manifest(s, image, &first->manifest, err);
    return error_set(err, none.kind, "%s", none.message);
}

bool platforms_copy_indexes(struct source *s, const struct image_set *set, struct layout *layout,
                            struct error *err)
{
    for (size_t i = set->index_count; i-- > 0;)
        if (!copy_document(s, s->ops->read_manifest, &set->indexes[i], LIMIT_MANIFEST, layout, err))
            return error_prefix(err, "index %s", DIGEST_TEXT(&set->indexes[i].digest));
    return true;
}

const struct descriptor *platforms_root(const struct image_set *set)
{
    return set->index_count ? &set->indexes[0] : &set->images[0].manifest;
}

static int compare_blobs(const void *a, const void *b)
{
    const struct descriptor *x = a;
    const struct descriptor *y = b;

    return memcmp(&x->digest, &y->digest, sizeof x->digest);
}

static size_t count_layers(const struct image *images, size_t count)
{
    size_t layers = 0;

    for (size_t i = 0; i < count; i++)
        layers += images[i].layer_count;
    return layers;
}

/* All layers of all images, sorted; borrowed from them. */
static struct descriptor *list_layers(const struct image *images, size_t count, size_t *ret_count)
{
    struct descriptor *blobs = xcalloc(count_layers(images, count) + 1, sizeof *blobs);

    *ret_count = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < images[i].layer_count; k++)
            blobs[(*ret_count)++] = images[i].layers[k].blob;
    qsort(blobs, *ret_count, sizeof *blobs, compare_blobs);
    return blobs;
}

uint64_t platforms_size(const struct image *images, size_t count)
{
    size_t blob_count;
    CLEANUP(cleanup_free)
    struct descriptor *blobs = list_layers(images, count, &blob_count);
    uint64_t size = 0;

    for (size_t i = 0; i < blob_count; i++)
        if (!i || compare_blobs(&blobs[i - 1], &blobs[i]) != 0)
            size = blobs[i].size > UINT64_MAX - size ? UINT64_MAX : size + blobs[i].size;
    return size;
}

void platforms_note(struct image *image, const struct image_set *set)
{
    if (!set->count)
        return;
    if (set->index_count)
        descriptor_copy(&image->index, &set->indexes[0]);
    image->platforms = xcalloc(set->count, sizeof *image->platforms);
    for (size_t i = 0; i < set->count; i++) {
        struct platform_manifest *item = &image->platforms[image->platform_count];

        if (set->images[i].is_attestation)
            continue;
        image->platform_count++;
        platform_copy(&item->platform, &set->images[i].platform);
        descriptor_copy(&item->manifest, &set->images[i].manifest);
    }
}
