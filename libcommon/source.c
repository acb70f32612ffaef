/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "source.h"

#include <stdlib.h>

#include "media_type.h"
#include "xalloc.h"

struct source *source_open(const struct reference *ref, struct error *err)
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
    case TRANSPORT_STORAGE:
        return source_open_storage(ref, err);
    case TRANSPORT_DOCKER_DAEMON:
    case TRANSPORT_REGISTRY:
        break;
    }
    error_set(err, ERROR_BUG, "transport %d is not local", (int)ref->transport);
    return NULL;
}

/* Into image, or, when that is NULL, into set. */
static bool load(struct source *s, const struct platform *platform, struct image *image,
                 struct image_set *set, struct error *err)
{
    struct image_source documents = {s->ops->read_manifest, s->ops->read_blob, s};
    CLEANUP(cleanup_free) char *place = NULL;
    struct descriptor start = {0};
    bool done;

    if (!s->ops->find(s, &start, err))
        return false;
    done = image ? image_load(image, &documents, &start, platform, err)
                 : image_load_all(set, &documents, &start, err);
    descriptor_release(&start);
    place = s->ops->place_name ? s->ops->place_name(s) : NULL;
    return done || (place && error_prefix(err, "%s", place));
}

bool source_load(struct source *s, struct image *image, const struct platform *platform,
                 struct error *err)
{
    return load(s, platform, image, NULL, err);
}

bool source_load_manifest(struct source *s, struct image *image, const struct descriptor *manifest,
                          struct error *err)
{
    struct image_source documents = {s->ops->read_manifest, s->ops->read_blob, s};
    static const struct platform none;

    return image_load(image, &documents, manifest, &none, err);
}

bool source_load_all(struct source *s, struct image_set *set, struct error *err)
{
    return load(s, NULL, NULL, set, err);
}

bool source_load_config(struct source *s, struct image *image, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_IMAGE_CONFIG);

    if (s->ops->check && !s->ops->check(s, err))
        return false;
    if (!image_source_read_document(s->ops->read_blob, s, &image->config, LIMIT_IMAGE_CONFIG, &text,
                                    err))
        return error_prefix(err, "image config");
    return image_set_config_text(image, strbuf_span(&text), err);
}

void source_warn(const struct source *s, struct image *image)
{
    if (s->ops->warn)
        s->ops->warn(s, image);
}

bool source_settle(struct source *s, struct error *err)
{
    return !s->ops->settle || s->ops->settle(s, err);
}

struct stream *source_open_layer(struct source *s, const struct descriptor *blob, struct error *err)
{
    return s->ops->open_layer(s, blob, err);
}

struct stream *source_open_rest(struct source *s, const struct descriptor *blob, uint64_t first,
                                struct error *err)
{
    struct stream *whole;

    if (s->ops->open_rest)
        return s->ops->open_rest(s, blob, first, err);
    whole = source_open_layer(s, blob, err);
    return whole ? stream_after_take(whole, first) : NULL;
}

static bool find_layer(struct source *s, const struct descriptor *blob, struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = NULL;

    if (s->ops->find_layer)
        return s->ops->find_layer(s, blob, err);
    in = source_open_layer(s, blob, err);
    return in != NULL;
}

bool source_has_layer(struct source *s, const struct descriptor *blob, bool *ret_there,
                      struct error *err)
{
    struct error why = {0};

    *ret_there = find_layer(s, blob, &why);
    return *ret_there || why.kind == ERROR_NO_INPUT || error_set(err, why.kind, "%s", why.message);
}

bool source_lacks(const struct descriptor *blob, const char *path, struct error *err)
{
    return error_set(err,
                     media_type_is_foreign(blob->media_type) ? ERROR_NO_INPUT : ERROR_MALFORMED,
                     "'%s' does not hold it", QUOTE(path));
}

void source_stop(struct source *s)
{
    if (s->ops->stop)
        s->ops->stop(s);
}

void source_share(struct source *s, struct broker *broker)
{
    if (s->ops->share)
        s->ops->share(s, broker);
}

void source_close(struct source *s)
{
    if (s)
        s->ops->close(s);
}

/* ---- the order of layers ---- */

struct placed {
    size_t place;
    size_t layer;
};

static int compare_places(const void *a, const void *b)
{
    const struct placed *x = a;
    const struct placed *y = b;

    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return (x->layer > y->layer) - (x->layer < y->layer);
}

bool source_order(struct source *s, const struct image *image, size_t *order)
{
    CLEANUP(cleanup_free)
    struct placed *layers = xcalloc(image->layer_count, sizeof *layers);
    bool in_order = false;

    for (size_t i = 0; i < image->layer_count; i++) {
        size_t place = s->ops->place ? s->ops->place(s, &image->layers[i].blob) : SIZE_MAX;

        layers[i] = (struct placed){place, i};
        in_order = in_order || place != SIZE_MAX;
    }
    qsort(layers, image->layer_count, sizeof *layers, compare_places);
    for (size_t i = 0; i < image->layer_count; i++)
        order[i] = layers[i].layer;
    return in_order;
}
