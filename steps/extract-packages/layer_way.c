/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_way.h"

#include <stdlib.h>

#include "xalloc.h"

/* A foreign layer need not be there. */
static bool find_foreign(struct source *source, const struct layer *layer, bool *ret_there,
                         struct error *err)
{
    *ret_there = !layer->absent;
    return !media_type_is_foreign(layer->blob.media_type) || layer->absent ||
           source_has_layer(source, &layer->blob, ret_there, err) ||
           error_prefix(err, "layer %s", DIGEST_TEXT(&layer->blob.digest));
}

static enum layer_way way_of(const struct image *image, const struct layer *layer, bool is_there)
{
    const char *type = layer->blob.media_type;

    if (media_type_is_foreign(type) && !is_there)
        return LAYER_FOREIGN;
    if (media_type_is_layer(type))
        return image->artifact_type ? LAYER_IF_TAR : LAYER_READ;
    /* With an image's config it may be an image all the same. */
    return media_type_is_image_config(image->config.media_type) ? LAYER_IF_TAR : LAYER_NOT_ONE;
}

enum layer_way *layer_ways_new(const struct image *image, struct source *source, struct error *err)
{
    CLEANUP(cleanup_free) enum layer_way *ways = xcalloc(image->layer_count + 1, sizeof *ways);

    for (size_t i = 0; i < image->layer_count; i++) {
        const struct layer *layer = &image->layers[i];
        bool is_there;

        if (media_type_is_encrypted(layer->blob.media_type)) {
            error_set(err, ERROR_CONFIGURATION,
                      "layer %s is encrypted ('%s'), and decrypting is not built in",
                      DIGEST_TEXT(&layer->blob.digest), QUOTE(layer->blob.media_type));
            return NULL;
        }
        if (!find_foreign(source, layer, &is_there, err))
            return NULL;
        ways[i] = way_of(image, layer, is_there);
    }
    return STEAL(ways);
}

static void warn_of_artifact(const struct image *image, size_t unread, struct findings *findings)
{
    if (image->layer_count && !unread)
        return;
    findings_warn(findings, "artifact", span_of(NULL, 0),
                  "this is no image but an artifact of type '%s'; layers that are no file systems "
                  "and were not read: %zu of %zu",
                  QUOTE(image->artifact_type), unread, image->layer_count);
}

static void warn_of_layer(const struct layer *layer, enum layer_way way, struct findings *findings)
{
    const char *type = layer->blob.media_type;

    if (way == LAYER_FOREIGN)
        findings_warn(findings, "foreign-layer", span_of(NULL, 0),
                      "layer %s is of type '%s', which registries need not have, and is not there: "
                      "what it holds is not listed",
                      DIGEST_TEXT(&layer->blob.digest), QUOTE(type));
    else
        findings_warn(findings, "not-a-layer", span_of(NULL, 0),
                      "layer %s is of type '%s' and no tar: it was not read",
                      DIGEST_TEXT(&layer->blob.digest), QUOTE(type));
}

void layer_ways_warn(const struct image *image, const enum layer_way *ways, const bool *unread,
                     struct findings *findings)
{
    size_t count = 0;

    if (image->layer_count && layer_form_of(image) == LAYER_FORM_WINDOWS)
        findings_warn(findings, "windows", span_of(NULL, 0),
                      "this is an image of Windows: packages that lie in files are listed; what "
                      "the registry and the database of MSI know of is not read");
    for (size_t i = 0; i < image->layer_count; i++) {
        if (!unread[i])
            continue;
        count++;
        if (!image->artifact_type || ways[i] == LAYER_FOREIGN)
            warn_of_layer(&image->layers[i], ways[i], findings);
    }
    if (image->artifact_type)
        warn_of_artifact(image, count, findings);
}
