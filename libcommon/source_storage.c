/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * containers-storage:[STORE]NAME|@ID, where Podman, Buildah and CRI-O unpack images: see storage_store.h.  Compressed
 * blobs are not kept, so each layer is the plain tar that it was, whose digest is its diff_id, the config is as
 * it was, and the manifest is made here.  A layer whose tar-split data are not there is packed anew from its files,
 * once to know its digest and again when it is asked for; the config then gets its new diff_id,
 * as an image whose diff_ids are not those of its layers can be run by nobody.
 *
 * An image, and a layer, may lie in the first store or in one of those that are only read.
 */
#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "source_made.h"
#include "storage_conf.h"
#include "storage_records.h"
#include "storage_store.h"
#include "xalloc.h"

struct storage_layer {
    struct digest digest; /* of the plain tar */
    char *id;
    const struct storage_store *store;
    bool is_packed; /* here */
};

struct storage_source {
    struct made_source made;
    const struct reference *ref;
    struct storage_roots roots;
    struct storage_store stores[LIMIT_STORAGE_ROOTS];
    size_t store_count;
    struct strbuf config;
    struct digest config_before; /* as the storage has it */
    struct storage_layer *layers;
    size_t layer_count;
    size_t packed;
};

/* ---- layers ---- */

static const json_t *find_layer(struct storage_source *s, const char *id,
                                const struct storage_store **ret_store)
{
    for (size_t i = 0; i < s->store_count; i++) {
        const json_t *record = storage_layer_find(s->stores[i].layers, id);

        *ret_store = &s->stores[i];
        if (record)
            return record;
    }
    return NULL;
}

/* Its files are known by other owners than the image's. */
static bool check_owners(const json_t *record, struct error *err)
{
    return (!json_array_size(json_object_get(record, "uidmap")) &&
            !json_array_size(json_object_get(record, "gidmap"))) ||
           error_set(err, ERROR_CONFIGURATION,
                     "it has no tar-split data, and owners that are mapped, which is not "
                     "supported: push the image, or save it");
}

static bool hash_packed(const struct storage_layer *layer, struct digest *ret_digest,
                        uint64_t *ret_size, struct error *err)
{
    CLEANUP(cleanup_stream)
    struct stream *in = storage_store_pack(layer->store, layer->id, err);
    struct span piece = {0};

    *ret_size = 0;
    if (!in)
        return false;
    in = stream_hash_take(STEAL(in), true, ret_digest);
    do {
        if (!stream_next(in, &piece, err))
            return false;
        *ret_size += piece.len;
    } while (piece.len);
    return true;
}

static bool take_packed(struct storage_source *s, struct storage_layer *layer, const json_t *record,
                        uint64_t *ret_size, struct error *err)
{
    layer->is_packed = true;
    s->packed++;
    return check_owners(record, err) && hash_packed(layer, &layer->digest, ret_size, err);
}

static bool take_split(struct storage_layer *layer, const json_t *record,
                       const struct digest *diff_id, uint64_t *ret_size, struct error *err)
{
    int64_t size = json_in_int_or(record, "diff-size", -1);

    if (size < 0 || strcmp(json_in_string_or(record, "diff-digest", ""), DIGEST_TEXT(diff_id)) != 0)
        return error_set(err, ERROR_MALFORMED, "it is not the one that the config has as %s",
                         DIGEST_TEXT(diff_id));
    layer->digest = *diff_id;
    *ret_size = (uint64_t)size;
    return true;
}

/* Who wrote it has not ended, and removes it some day. */
static bool check_complete(const json_t *record, struct error *err)
{
    return !json_in_bool_or(record, "flags.incomplete", false) ||
           error_set(err, ERROR_MALFORMED, "it was not written to its end");
}

static bool take_layer(struct storage_source *s, struct layer *layer, struct storage_layer *from,
                       const json_t *record, struct error *err)
{
    uint64_t size = 0;
    bool has_split;

    if (!check_complete(record, err) ||
        !storage_store_has_split(from->store, from->id, &has_split, err) ||
        !(has_split ? take_split(from, record, &layer->diff_id, &size, err)
                    : take_packed(s, from, record, &size, err)))
        return error_prefix(err, "layer '%s'", QUOTE(from->id));
    layer->diff_id = from->digest;
    descriptor_release(&layer->blob);
    layer->blob = (struct descriptor){.media_type = xstrdup(MEDIA_TYPE_OCI_LAYER),
                                      .digest = from->digest,
                                      .size = size};
    return true;
}

/* From the image's top layer down to that without a parent. */
static bool take_layers(struct storage_source *s, struct image *image, const char *top,
                        struct error *err)
{
    const char *id = top;

    s->layers = xcalloc(image->layer_count, sizeof *s->layers);
    s->layer_count = image->layer_count;
    for (size_t i = image->layer_count; i-- > 0;) {
        struct storage_layer *layer = &s->layers[i];
        const json_t *record = storage_is_id(id) ? find_layer(s, id, &layer->store) : NULL;

        if (!record)
            return error_set(err, ERROR_MALFORMED, "layer '%s' is not in layers.json", QUOTE(id));
        layer->id = xstrdup(id);
        if (!take_layer(s, &image->layers[i], layer, record, err))
            return false;
        id = json_in_string_or(record, "parent", "");
    }
    return !*id || error_set(err, ERROR_MALFORMED, "it has more layers than the config says");
}

/* ---- documents ---- */

/* With the diff_ids of the layers as they are now. */
static bool write_config(struct storage_source *s, struct image *image, struct error *err)
{
    json_t *diff_ids = json_new_array();
    JSON_OUT_AUTO(w);

    for (size_t i = 0; i < image->layer_count; i++)
        json_append_take(diff_ids,
                         json_new_string(span_string(DIGEST_TEXT(&image->layers[i].diff_id))));
    json_put_take(json_object_get(image->config_json, "rootfs"), "diff_ids", diff_ids);
    json_out_init_buffer(&w, LIMIT_IMAGE_CONFIG);
    json_out_value(&w, image->config_json);
    if (!json_out_finish(&w, err))
        return false;
    strbuf_truncate(&s->config, 0);
    strbuf_add_span(&s->config, strbuf_span(&w.buf));
    return true;
}

static bool read_config(struct storage_source *s, const struct storage_store *store, const char *id,
                        struct image *image, struct error *err)
{
    const char *key = DIGEST_TEXT(&image->config.digest);

    if (!storage_store_data(store, id, key, &s->config, err))
        return false;
    s->config_before = digest_of(strbuf_span(&s->config));
    if (!digest_equal(&s->config_before, &image->config.digest))
        return error_set(err, ERROR_MALFORMED, "the config is not %s",
                         DIGEST_TEXT(&image->config.digest));
    return image_set_config_text(image, strbuf_span(&s->config), err);
}

static bool make_documents(struct storage_source *s, struct image *image, struct error *err)
{
    if (s->packed && !write_config(s, image, err))
        return false;
    s->made.config = strbuf_span(&s->config);
    descriptor_release(&image->config);
    image->config = (struct descriptor){.media_type = xstrdup(MEDIA_TYPE_OCI_CONFIG),
                                        .digest = digest_of(s->made.config),
                                        .size = s->made.config.len};
    return made_source_set(&s->made, image, err);
}

/* The manifest that the image came with says which is its config, and how many layers it has. */
static bool read_image(struct storage_source *s, const struct storage_store *store,
                       const json_t *record, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_MANIFEST);
    CLEANUP(cleanup_json) json_t *manifest = NULL;
    const char *id = json_in_string_or(record, "id", "");
    IMAGE_AUTO(image);

    if (!storage_store_data(store, id, "manifest", &text, err))
        return false;
    manifest = json_in_parse(strbuf_span(&text), "manifest", err);
    return manifest && image_set_manifest(&image, manifest, err) &&
           read_config(s, store, id, &image, err) &&
           take_layers(s, &image, json_in_string_or(record, "layer", ""), err) &&
           make_documents(s, &image, err);
}

/* ---- the source ---- */

/* One need not be there, but all of them. */
static bool open_stores(struct storage_source *s, struct error *err)
{
    struct error absent = {0};

    for (size_t i = 0; i < s->roots.count; i++) {
        struct storage_store *store = &s->stores[s->store_count];
        struct error why = {0};

        if (storage_store_open(store, s->roots.items[i], &why)) {
            s->store_count++;
            continue;
        }
        storage_store_release(store);
        error_prefix(&why, "storage '%s'", QUOTE(s->roots.items[i]));
        if (why.kind != ERROR_NO_INPUT)
            return error_set(err, why.kind, "%s", why.message);
        error_set(&absent, why.kind, "%s", why.message);
    }
    return s->store_count || error_set(err, absent.kind, "%s", absent.message);
}

static const json_t *find_image(struct storage_source *s, const struct storage_store **ret_store,
                                struct error *err)
{
    const char *wanted = s->ref->tag;
    STRBUF_AUTO(names, 600);

    for (size_t i = 0; i < s->store_count; i++) {
        const json_t *record = storage_image_find(s->stores[i].images, wanted, err);

        *ret_store = &s->stores[i];
        if (record && !storage_is_id(json_in_string_or(record, "id", "")))
            error_set(err, ERROR_MALFORMED, "images.json has an image without an id");
        if (error_is_set(err))
            return NULL;
        if (record)
            return record;
        storage_image_names(s->stores[i].images, &names);
    }
    error_set(err, ERROR_NO_INPUT, "there is no image '%s'; there is %s", QUOTE(wanted),
              names.len ? names.data : "none with a name");
    return NULL;
}

static bool find_in(struct storage_source *s, struct error *err)
{
    const struct storage_store *store;
    const json_t *record;
    bool done;

    if (!s->store_count && !open_stores(s, err))
        return false;
    record = find_image(s, &store, err);
    done = record && read_image(s, store, record, err);
    for (size_t i = 0; i < s->store_count; i++)
        storage_store_end_images(&s->stores[i]);
    return done || error_prefix(err, "storage '%s'", QUOTE(s->roots.items[0]));
}

static bool find(struct source *base, struct descriptor *ret, struct error *err)
{
    struct storage_source *s = (struct storage_source *)base;

    if (!s->made.manifest.len && !find_in(s, err))
        return false;
    made_source_start(&s->made, ret);
    return true;
}

static struct stream *open_layer(struct source *base, const struct descriptor *blob,
                                 struct error *err)
{
    struct storage_source *s = (struct storage_source *)base;

    for (size_t i = 0; i < s->layer_count; i++) {
        const struct storage_layer *layer = &s->layers[i];

        if (digest_equal(&layer->digest, &blob->digest))
            return layer->is_packed ? storage_store_pack(layer->store, layer->id, err)
                                    : storage_store_tar(layer->store, layer->id, err);
    }
    source_lacks(blob, s->roots.items[0], err);
    return NULL;
}

/* What a storage holds is not what the registry has. */
static void warn(const struct source *base, struct image *image)
{
    const struct storage_source *s = (const struct storage_source *)base;
    CLEANUP(cleanup_free) char *packed = NULL;

    image_warn(image, "layers-packed-anew",
               "the storage keeps no compressed layers: they are plain tar, and their digests and "
               "the manifest's are others than in a registry");
    if (!s->packed)
        return;
    packed = xasprintf("layers without tar-split data (%zu) are packed from their files, and the "
                       "config has their new diff_ids; before, it was %s",
                       s->packed, DIGEST_TEXT(&s->config_before));
    image_warn(image, "config-written-anew", packed);
}

static char *place_name(const struct source *base)
{
    return xasprintf("storage '%s'", QUOTE(((const struct storage_source *)base)->roots.items[0]));
}

static void close_storage(struct source *base)
{
    struct storage_source *s = (struct storage_source *)base;

    for (size_t i = 0; i < s->layer_count; i++)
        free(s->layers[i].id);
    free(s->layers);
    for (size_t i = 0; i < s->store_count; i++)
        storage_store_release(&s->stores[i]);
    storage_roots_release(&s->roots);
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
        .warn = warn,
        .place_name = place_name,
        .close = close_storage,
    };
    struct storage_source *s = xcalloc(1, sizeof *s);

    made_source_init(&s->made, &ops);
    s->ref = ref;
    strbuf_init(&s->config, LIMIT_IMAGE_CONFIG);
    if (ref->path ? storage_roots_take(ref->path, span_string(ref->options), &s->roots, err)
                  : storage_roots_find(&s->roots, err))
        return &s->made.base;
    close_storage(&s->made.base);
    return NULL;
}
