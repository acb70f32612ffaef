/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "source.h"

#include "json_in.h"

struct source *source_open(const struct reference *ref, const struct source_options *options,
                           struct error *err)
{
    switch (ref->transport) {
    case TRANSPORT_OCI:
        return source_open_layout(ref, err);
    case TRANSPORT_DIR:
        return source_open_folder(ref, err);
    case TRANSPORT_DOCKER_ARCHIVE:
        return source_open_docker_archive(ref, err);
    case TRANSPORT_OCI_ARCHIVE:
        return source_open_oci_archive(ref, err);
    case TRANSPORT_REGISTRY:
        return source_open_registry(ref, options, err);
    }
    error_set(err, ERROR_BUG, "unknown transport %d", (int)ref->transport);
    return NULL;
}

bool source_load(struct source *s, struct image *image, const struct platform *platform,
                 struct error *err)
{
    return s->ops->load(s, image, platform, err);
}

void source_close(struct source *s)
{
    if (s)
        s->ops->close(s);
}

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
    CLEANUP(cleanup_stream) struct stream *in = s->ops->open_layer(s, blob, err);

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
    if (s->ops->copy_layers)
        return s->ops->copy_layers(s, image, layout, err);
    for (size_t i = 0; i < image->layer_count; i++) {
        const struct descriptor *blob = &image->layers[i].blob;
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

bool source_copy(struct source *s, const struct image *image, struct layout *layout,
                 struct error *err)
{
    return copy_layers(s, image, layout, err) &&
           copy_document(s, s->ops->read_blob, &image->config, LIMIT_IMAGE_CONFIG, layout, err) &&
           copy_document(s, s->ops->read_manifest, &image->manifest, LIMIT_MANIFEST, layout, err);
}
