/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copy.h"

#include <stdlib.h>

#include "xalloc.h"

static bool copy_document(struct source *s, image_source_read *read, const struct descriptor *blob,
                          size_t limit, struct layout *layout, struct error *err)
{
    STRBUF_AUTO(bytes, limit);
    CLEANUP(cleanup_stream) struct stream *in = NULL;

    if (layout_has_blob(layout, blob))
        return true;
    if (!read(s, blob, limit, &bytes, err))
        return false;
    in = stream_of_span(strbuf_span(&bytes));
    return layout_write_blob(layout, blob, in, err);
}

/* ret_opened: what failed was the layer's bytes, not the way to them. */
static bool copy_layer_once(struct source *s, const struct descriptor *blob, struct layout *layout,
                            bool *ret_opened, struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = source_open_layer(s, blob, err);

    *ret_opened = in != NULL;
    return in && layout_write_blob(layout, blob, in, err);
}

/* A connection that broke is tried again, as often as a request is; opening has its own tries and pauses. */
static bool copy_layer(struct source *s, const struct descriptor *blob, struct layout *layout,
                       struct error *err)
{
    if (layout_has_blob(layout, blob))
        return true;
    for (int n = 1;; n++) {
        struct error failure = {0};
        bool opened;

        if (copy_layer_once(s, blob, layout, &opened, &failure))
            return true;
        if (failure.kind == ERROR_TRY_AGAIN && opened && n < LIMIT_HTTP_TRIES)
            continue;
        error_set(err, failure.kind, "%s", failure.message);
        return n > 1 ? error_prefix(err, "after %d tries", n) : false;
    }
}

static bool copy_layers(struct source *s, const struct image *image, struct layout *layout,
                        struct error *err)
{
    CLEANUP(cleanup_free) size_t *order = xcalloc(image->layer_count, sizeof *order);

    source_order(s, image, order);
    for (size_t i = 0; i < image->layer_count; i++) {
        const struct descriptor *blob = &image->layers[order[i]].blob;
        struct error failure = {0};

        if (copy_layer(s, blob, layout, &failure))
            continue;
        /* It need not be there, and hosts that it names (`urls`) are not asked. */
        if (media_type_is_foreign(blob->media_type) && failure.kind == ERROR_NO_INPUT)
            continue;
        error_set(err, failure.kind, "%s", failure.message);
        return error_prefix(err, "layer %s", DIGEST_TEXT(&blob->digest));
    }
    return true;
}

bool copy_image(struct source *s, const struct image *image, struct layout *layout,
                struct error *err)
{
    return copy_layers(s, image, layout, err) &&
           copy_document(s, s->ops->read_blob, &image->config, LIMIT_IMAGE_CONFIG, layout, err) &&
           copy_document(s, s->ops->read_manifest, &image->manifest, LIMIT_MANIFEST, layout, err);
}
