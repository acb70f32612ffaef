/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * containers-storage:[STORE]NAME|@ID, where Podman, Buildah and CRI-O unpack images (github.com/containers/storage,
 * driver "overlay"): ROOT/overlay-images/images.json and layers.json list them, overlay-images/ID has manifest and
 * config, overlay/ID/diff a layer's files, overlay-layers/ID.tar-split.gz the rest of its tar.  Compressed blobs are
 * not kept, so each layer is the plain tar that it was, whose digest is its diff_id, the config is as
 * it was, and the manifest is made here.  Nothing is locked: lists are replaced by renames, and a layer
 * that goes meanwhile is an error.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base64.h"
#include "folder.h"
#include "inflate.h"
#include "json_in.h"
#include "source_made.h"
#include "storage_root.h"
#include "tar_split.h"
#include "xalloc.h"

struct storage_layer {
    struct digest digest; /* of the plain tar */
    char *id;
};

struct storage_source {
    struct made_source made;
    const struct reference *ref;
    struct folder root;
    char *image_id;
    struct strbuf config;
    struct storage_layer *layers;
    size_t layer_count;
};

/* ---- records ---- */

static json_t *read_records(const struct storage_source *s, const char *name, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_STORAGE_RECORDS);
    CLEANUP(cleanup_stream) struct stream *in = folder_open_stream(&s->root, name, err);

    if (!in || !stream_read_all(in, &text, name, err))
        return NULL;
    return json_in_parse(strbuf_span(&text), name, err);
}

/* An id becomes part of a path: 64 hexadecimal digits, as the storage makes them. */
static bool is_id(const char *text)
{
    return strlen(text) == DIGEST_HEX && span_is_hex(span_string(text), DIGEST_HEX);
}

static bool is_image(const json_t *record, const char *wanted)
{
    struct span id = json_in_span_or_empty(record, "id");
    struct span text = span_string(wanted);

    if (span_eat(&text, "@"))
        return text.len && span_starts_with(id, text.data);
    return made_names_have(json_object_get(record, "names"), wanted);
}

static const json_t *find_image(const json_t *images, const char *wanted, struct error *err)
{
    STRBUF_AUTO(names, 600);
    json_t *record;
    size_t i;

    json_array_foreach (images, i, record) {
        if (is_image(record, wanted) && is_id(json_in_string_or(record, "id", "")))
            return record;
        made_names_list(json_object_get(record, "names"), &names);
    }
    error_set(err, ERROR_NO_INPUT, "there is no image '%s'; there is %s", QUOTE(wanted),
              names.len ? names.data : "none with a name");
    return NULL;
}

/* What is kept of the image under key; other names than [a-z0-9] are Base64 behind "=". */
static bool read_data(const struct storage_source *s, const char *key, struct strbuf *out,
                      struct error *err)
{
    STRBUF_AUTO(encoded, LIMIT_PATH);
    CLEANUP(cleanup_free) char *path = NULL;
    CLEANUP(cleanup_stream) struct stream *in = NULL;

    base64_encode(span_string(key), &encoded);
    path = xasprintf("overlay-images/%s/%s%s", s->image_id, strcmp(key, "manifest") ? "=" : "",
                     strcmp(key, "manifest") ? encoded.data : key);
    in = folder_open_stream(&s->root, path, err);
    return (in && stream_read_all(in, out, key, err)) || error_prefix(err, "%s", key);
}

/* ---- its manifest ---- */

static const json_t *find_layer(const json_t *layers, const char *id)
{
    json_t *record;
    size_t i;

    json_array_foreach (layers, i, record)
        if (strcmp(json_in_string_or(record, "id", ""), id) == 0)
            return record;
    return NULL;
}

/* The layer of the image's place index, whose diff_id is known. */
static bool take_layer(struct storage_source *s, struct layer *layer, size_t index,
                       const json_t *record, struct error *err)
{
    const char *id = json_in_string_or(record, "id", "");
    int64_t size = json_in_int_or(record, "diff-size", -1);

    if (!is_id(id) || size < 0 ||
        strcmp(json_in_string_or(record, "diff-digest", ""), DIGEST_TEXT(&layer->diff_id)) != 0)
        return error_set(err, ERROR_MALFORMED,
                         "layer '%s' is not the one that the config has as %s", QUOTE(id),
                         DIGEST_TEXT(&layer->diff_id));
    descriptor_release(&layer->blob);
    layer->blob = (struct descriptor){.media_type = xstrdup(MEDIA_TYPE_OCI_LAYER),
                                      .digest = layer->diff_id,
                                      .size = (uint64_t)size};
    s->layers[index] = (struct storage_layer){layer->diff_id, xstrdup(id)};
    return true;
}

/* From the image's top layer down to that without a parent. */
static bool take_layers(struct storage_source *s, struct image *image, const char *top,
                        struct error *err)
{
    CLEANUP(cleanup_json) json_t *records = read_records(s, "overlay-layers/layers.json", err);
    const char *id = top;

    if (!records)
        return false;
    s->layers = xcalloc(image->layer_count, sizeof *s->layers);
    s->layer_count = image->layer_count;
    for (size_t i = image->layer_count; i-- > 0;) {
        const json_t *record = find_layer(records, id);

        if (!record)
            return error_set(err, ERROR_MALFORMED, "layer '%s' is not in layers.json", QUOTE(id));
        if (!take_layer(s, &image->layers[i], i, record, err))
            return false;
        id = json_in_string_or(record, "parent", "");
    }
    return !*id || error_set(err, ERROR_MALFORMED, "it has more layers than the config says");
}

/* The manifest that the image came with says which is its config, and how many layers it has. */
static bool read_image(struct storage_source *s, const char *top, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_MANIFEST);
    CLEANUP(cleanup_json) json_t *manifest = NULL;
    struct digest digest;
    IMAGE_AUTO(image);

    if (!read_data(s, "manifest", &text, err))
        return false;
    manifest = json_in_parse(strbuf_span(&text), "manifest", err);
    if (!manifest || !image_set_manifest(&image, manifest, err) ||
        !read_data(s, DIGEST_TEXT(&image.config.digest), &s->config, err))
        return false;
    digest = digest_of(strbuf_span(&s->config));
    if (!digest_equal(&digest, &image.config.digest))
        return error_set(err, ERROR_MALFORMED, "the config is not %s",
                         DIGEST_TEXT(&image.config.digest));
    free(image.config.media_type);
    image.config.media_type = xstrdup(MEDIA_TYPE_OCI_CONFIG);
    s->made.config = strbuf_span(&s->config);
    return image_set_config_text(&image, s->made.config, err) && take_layers(s, &image, top, err) &&
           made_source_set(&s->made, &image, err);
}

/* ---- the source ---- */

static bool find_in(struct storage_source *s, struct error *err)
{
    CLEANUP(cleanup_json) json_t *images = read_records(s, "overlay-images/images.json", err);
    const json_t *record = images ? find_image(images, s->ref->tag, err) : NULL;

    if (!record)
        return false;
    s->image_id = xstrdup(json_in_string_or(record, "id", ""));
    return read_image(s, json_in_string_or(record, "layer", ""), err);
}

static bool find(struct source *base, struct descriptor *ret, struct error *err)
{
    struct storage_source *s = (struct storage_source *)base;

    if (!s->made.manifest.len && !find_in(s, err))
        return error_prefix(err, "storage '%s'", QUOTE(s->root.path));
    made_source_start(&s->made, ret);
    return true;
}

static struct stream *open_split(struct storage_source *s, const char *id, struct error *err)
{
    CLEANUP(cleanup_free) char *name = xasprintf("overlay-layers/%s.tar-split.gz", id);
    struct error why = {0};
    struct stream *packed = folder_open_stream(&s->root, name, &why);

    if (packed)
        return stream_inflate_take(packed, 0, s->root.path, err);
    if (why.kind == ERROR_NO_INPUT)
        error_set(
            err, ERROR_CONFIGURATION,
            "the storage does not know its tar any more (no '%s'): push the image, or save it",
            QUOTE(name));
    else
        error_set(err, why.kind, "%s", why.message);
    return NULL;
}

static struct stream *open_tar(struct storage_source *s, const char *id, struct error *err)
{
    CLEANUP(cleanup_free) char *files = xasprintf("%s/overlay/%s/diff", s->root.path, id);
    struct stream *split = open_split(s, id, err);
    int fd;

    if (!split)
        return NULL;
    fd = open(files, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0)
        return tar_split_open_take(split, fd, s->root.path);
    error_set_errno(err, errno, "cannot open '%s'", QUOTE(files));
    stream_close(split);
    return NULL;
}

static struct stream *open_layer(struct source *base, const struct descriptor *blob,
                                 struct error *err)
{
    struct storage_source *s = (struct storage_source *)base;

    for (size_t i = 0; i < s->layer_count; i++)
        if (digest_equal(&s->layers[i].digest, &blob->digest))
            return open_tar(s, s->layers[i].id, err);
    source_lacks(blob, s->root.path, err);
    return NULL;
}

static char *place_name(const struct source *base)
{
    return xasprintf("storage '%s'", QUOTE(((const struct storage_source *)base)->root.path));
}

static void close_storage(struct source *base)
{
    struct storage_source *s = (struct storage_source *)base;

    for (size_t i = 0; i < s->layer_count; i++)
        free(s->layers[i].id);
    free(s->layers);
    free(s->image_id);
    folder_release(&s->root);
    strbuf_release(&s->config);
    made_source_release(&s->made);
    free(s);
}

struct source *source_open_storage(const struct reference *ref, struct error *err)
{
    static const struct source_ops ops = {
        .find = find,
        .read_manifest = made_read_manifest,
        .read_blob = made_read_config,
        .open_layer = open_layer,
        .place_name = place_name,
        .close = close_storage,
    };
    CLEANUP(cleanup_free) char *root = ref->path ? xstrdup(ref->path) : storage_root_find(err);
    struct storage_source *s;

    if (!root)
        return NULL;
    s = xcalloc(1, sizeof *s);
    made_source_init(&s->made, &ops);
    s->ref = ref;
    folder_init(&s->root, root);
    strbuf_init(&s->config, LIMIT_IMAGE_CONFIG);
    return &s->made.base;
}
