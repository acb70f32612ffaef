/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docker-archive:FILE[:NAME[:TAG]|:@N], what `docker save` writes: manifest.json lists
 * images as {Config, RepoTags, Layers}, by member names; N counts them from 0.  There are no OCI documents in it
 * (docker 25 adds them beside), so the manifest is made here; layers stay as they are,
 * mostly plain tar.
 */
#include <stdlib.h>
#include <string.h>

#include "archive_members.h"
#include "json_in.h"
#include "source_made.h"
#include "xalloc.h"

struct docker_layer {
    struct digest digest;
    const struct archive_member *member;
};

struct docker_archive_source {
    struct made_source made;
    const char *name; /* which image, or NULL for the only one */
    const char *path;
    struct stream *stream;          /* to be read, instead of the file */
    const struct layout *layout;    /* where its layers go, or NULL */
    struct archive_members members; /* the config too */
    struct docker_layer *layers;
    size_t layer_count;
};

/* ---- which image ---- */

/* "@N" is the number of the entry, all else one of its RepoTags. */
static bool is_called(const json_t *entry, size_t number, const char *name)
{
    struct span text = span_string(name);
    uint64_t wanted;

    if (span_eat(&text, "@"))
        return span_to_uint64(text, &wanted) && wanted == number;
    return made_names_have(json_object_get(entry, "RepoTags"), name);
}

static const json_t *choose_image(const json_t *images, const char *name, struct error *err)
{
    STRBUF_AUTO(names, 600);
    json_t *entry;
    size_t i;

    if (!json_is_array(images) || !json_array_size(images)) {
        error_set(err, ERROR_MALFORMED, "manifest.json lists no image");
        return NULL;
    }
    if (!name && json_array_size(images) == 1)
        return json_array_get(images, 0);
    json_array_foreach (images, i, entry) {
        if (name && is_called(entry, i, name))
            return entry;
        made_names_list(json_object_get(entry, "RepoTags"), &names);
    }
    if (name)
        error_set(err, ERROR_NO_INPUT, "there is no image '%s'; there is %s", QUOTE(name),
                  names.len ? names.data : "none with a name");
    else
        error_set(err, ERROR_NO_INPUT, "it holds %zu images; name one of them behind the file: %s",
                  json_array_size(images), names.len ? names.data : "none has a name, take :@0");
    return NULL;
}

/* ---- its manifest ---- */

static const char *layer_type(const struct archive_member *member)
{
    static const char *const types[] = {
        [COMPRESSION_NONE] = MEDIA_TYPE_OCI_LAYER,
        [COMPRESSION_GZIP] = MEDIA_TYPE_OCI_LAYER "+gzip",
        [COMPRESSION_ZSTD] = MEDIA_TYPE_OCI_LAYER "+zstd",
        /* No registered names, but true ones; plain tar would be a lie. */
        [COMPRESSION_BZIP2] = MEDIA_TYPE_OCI_LAYER "+bzip2",
        [COMPRESSION_XZ] = MEDIA_TYPE_OCI_LAYER "+xz",
    };

    return types[member->compression];
}

/*
 * The digest of a layer's bytes as they lie there.  Those of a plain tar must be what the config
 * says (diff_id): where they were not read yet they are believed, and checked as they are read.
 */
static bool find_digest(struct docker_archive_source *s, struct docker_layer *layer, size_t index,
                        const json_t *config, struct error *err)
{
    const json_t *diff_ids = json_in_find(config, "rootfs.diff_ids");
    const struct archive_member *member = layer->member;
    struct digest expected;

    if (member->compression != COMPRESSION_NONE)
        return archive_members_digest(&s->members, member, &layer->digest, err);
    if (!digest_parse(json_in_span(json_array_get(diff_ids, index)), &expected, err))
        return error_prefix(err, "rootfs.diff_ids[%zu]", index);
    if (member->has_digest && member->digest.algorithm == expected.algorithm &&
        !digest_equal(&member->digest, &expected))
        return error_set(err, ERROR_MALFORMED, "layer '%s' has the digest %s; the config says %s",
                         QUOTE(member->name), DIGEST_TEXT(&member->digest), DIGEST_TEXT(&expected));
    layer->digest = expected;
    return true;
}

static bool set_layers(struct docker_archive_source *s, struct image *image, const json_t *names,
                       const json_t *config, struct error *err)
{
    json_t *name;
    size_t i;

    if (json_array_size(names) > LIMIT_LAYERS)
        return error_set(err, ERROR_MALFORMED, "more than %d layers", LIMIT_LAYERS);
    s->layers = xcalloc(json_array_size(names), sizeof *s->layers);
    image->layers = xcalloc(json_array_size(names), sizeof *image->layers);
    json_array_foreach (names, i, name) {
        struct docker_layer *layer = &s->layers[s->layer_count++];

        layer->member = archive_members_find(&s->members, json_in_span(name));
        if (!layer->member)
            return error_set(err, ERROR_MALFORMED, "layer '%s' is not in the archive",
                             json_is_string(name) ? QUOTE(json_string_value(name)) : "?");
        if (!find_digest(s, layer, i, config, err))
            return false;
        image->layers[image->layer_count++].blob =
            (struct descriptor){.media_type = xstrdup(layer_type(layer->member)),
                                .digest = layer->digest,
                                .size = layer->member->size};
    }
    return true;
}

static bool make_manifest(struct docker_archive_source *s, const json_t *entry, struct error *err)
{
    struct span bytes = s->made.config;
    CLEANUP(cleanup_json) json_t *config = json_in_parse(bytes, "image config", err);
    json_t *layers;
    IMAGE_AUTO(image);

    if (!config || !json_in_array(entry, "Layers", &layers, err))
        return false;
    image.config = (struct descriptor){.media_type = xstrdup(MEDIA_TYPE_OCI_CONFIG),
                                       .digest = digest_of(bytes),
                                       .size = bytes.len};
    return set_layers(s, &image, layers, config, err) && made_source_set(&s->made, &image, err);
}

static bool read_archive(struct docker_archive_source *s, struct error *err)
{
    CLEANUP(cleanup_json) json_t *images = NULL;
    const json_t *entry;
    struct span text;

    if (!archive_members_document(&s->members, "manifest.json", &text, err))
        return false;
    images = json_in_parse(text, "manifest.json", err);
    entry = images ? choose_image(images, s->name, err) : NULL;
    if (!entry)
        return false;
    return archive_members_document(&s->members, json_in_string_or(entry, "Config", ""),
                                    &s->made.config, err) &&
           make_manifest(s, entry, err);
}

/* ---- the source ---- */

static bool read_members(struct docker_archive_source *s, struct error *err)
{
    return s->stream
               ? archive_members_read_take(&s->members, STEAL(s->stream), s->path, s->layout, err)
               : archive_members_read(&s->members, err);
}

/* The archive is read once, however often it is asked. */
static bool find(struct source *base, struct descriptor *ret, struct error *err)
{
    struct docker_archive_source *s = (struct docker_archive_source *)base;

    if (!s->members.by_name && !read_members(s, err))
        return false;
    if (!s->made.manifest.len && !read_archive(s, err))
        return error_prefix(err, "docker archive '%s'", QUOTE(s->path));
    made_source_start(&s->made, ret);
    return true;
}

static char *place_name(const struct source *base)
{
    return xasprintf("'%s'", QUOTE(((const struct docker_archive_source *)base)->path));
}

static const struct archive_member *find_layer(const struct docker_archive_source *s,
                                               const struct descriptor *blob)
{
    for (size_t i = 0; i < s->layer_count; i++)
        if (digest_equal(&s->layers[i].digest, &blob->digest))
            return s->layers[i].member;
    return NULL;
}

static struct stream *open_layer(struct source *base, const struct descriptor *blob,
                                 struct error *err)
{
    struct docker_archive_source *s = (struct docker_archive_source *)base;
    const struct archive_member *member = find_layer(s, blob);

    if (member)
        return archive_members_stream(&s->members, member, err);
    source_lacks(blob, s->path, err);
    return NULL;
}

static size_t place(struct source *base, const struct descriptor *blob)
{
    struct docker_archive_source *s = (struct docker_archive_source *)base;
    const struct archive_member *member = find_layer(s, blob);

    return s->members.in_order && member ? (size_t)(member - s->members.items) : SIZE_MAX;
}

/* Two layers may be one member. */
static bool settle(struct source *base, struct error *err)
{
    struct docker_archive_source *s = (struct docker_archive_source *)base;

    for (size_t i = 0; s->layout && i < s->layer_count; i++) {
        size_t index = (size_t)(s->layers[i].member - s->members.items);
        struct layout_incoming *incoming = &s->members.items[index].incoming;
        const struct descriptor blob = {.digest = s->layers[i].digest};

        if (incoming->path && !layout_incoming_keep(incoming, s->layout, &blob, err))
            return false;
    }
    return true;
}

static void close_archive(struct source *base)
{
    struct docker_archive_source *s = (struct docker_archive_source *)base;

    archive_members_release(&s->members);
    stream_close(s->stream);
    made_source_release(&s->made);
    free(s->layers);
    free(s);
}

static struct docker_archive_source *new_source(const char *path)
{
    static const struct source_ops ops = {
        .find = find,
        .read_manifest = made_read_manifest,
        .read_blob = made_read_config,
        .open_layer = open_layer,
        .place = place,
        .settle = settle,
        .place_name = place_name,
        .close = close_archive,
    };
    struct docker_archive_source *s = xcalloc(1, sizeof *s);

    made_source_init(&s->made, &ops);
    s->path = path;
    return s;
}

struct source *source_open_docker_archive(const struct reference *ref, struct error *err)
{
    struct docker_archive_source *s = new_source(ref->path);

    s->name = ref->tag;
    if (archive_members_open(&s->members, ref->path, err))
        return &s->made.base;
    close_archive(&s->made.base);
    return NULL;
}

struct source *source_open_docker_stream_take(struct stream *in, const char *name,
                                              const struct layout *layout)
{
    struct docker_archive_source *s = new_source(name);

    s->stream = in;
    s->layout = layout;
    return &s->made.base;
}
