/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "image_source.h"

#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "xalloc.h"

bool image_source_read_document(image_source_read *read, void *context,
                                const struct descriptor *blob, size_t limit, struct strbuf *out,
                                struct error *err)
{
    if (!blob->data || blob->size > limit)
        return read(context, blob, limit, out, err);
    strbuf_add(out, blob->data, (size_t)blob->size);
    return true;
}

static json_t *read_json(image_source_read *read, void *context, const struct descriptor *blob,
                         size_t limit, const char *what, struct error *err)
{
    STRBUF_AUTO(text, limit);

    if (!image_source_read_document(read, context, blob, limit, &text, err)) {
        error_prefix(err, "%s", what);
        return NULL;
    }
    return json_in_parse(strbuf_span(&text), what, err);
}

static bool load_config(struct image *image, const struct image_source *source, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_IMAGE_CONFIG);

    if (!image_source_read_document(source->read_blob, source->context, &image->config,
                                    LIMIT_IMAGE_CONFIG, &text, err))
        return error_prefix(err, "image config");
    return image_set_config_text(image, strbuf_span(&text), err);
}

static bool too_deep(struct error *err)
{
    return error_set(err, ERROR_MALFORMED, "indexes refer to indexes more than %d deep: a loop?",
                     LIMIT_INDEX_DEPTH);
}

/* The manifest that start leads to; image->manifest is set to its descriptor. */
static json_t *find_manifest(struct image *image, const struct image_source *source,
                             const struct descriptor *start, const struct platform *platform,
                             struct error *err)
{
    descriptor_copy(&image->manifest, start);
    for (int depth = 0; depth <= LIMIT_INDEX_DEPTH; depth++) {
        json_t *manifest = read_json(source->read_manifest, source->context, &image->manifest,
                                     LIMIT_MANIFEST, "manifest", err);
        bool chosen;

        if (!manifest || !manifest_is_index(manifest))
            return manifest;
        chosen = index_choose(manifest, platform, &image->manifest, err);
        json_decref(manifest);
        if (!chosen)
            return NULL;
    }
    too_deep(err);
    return NULL;
}

/* An image's own manifest, of which image->manifest is the descriptor, and its config. */
static bool load_documents(struct image *image, const struct image_source *source,
                           const json_t *manifest, struct error *err)
{
    struct span media_type = json_in_span_or_empty(manifest, "mediaType");

    if (!media_type_is_printable(media_type))
        return error_set(err, ERROR_MALFORMED, "the manifest's mediaType is no media type");
    if (media_type.len) {
        free(image->manifest.media_type);
        image->manifest.media_type = xmemdup0(media_type.data, media_type.len);
    }
    return image_set_manifest(image, manifest, err) && load_config(image, source, err);
}

bool image_load(struct image *image, const struct image_source *source,
                const struct descriptor *start, const struct platform *platform, struct error *err)
{
    CLEANUP(cleanup_json) json_t *manifest = find_manifest(image, source, start, platform, err);

    return manifest && load_documents(image, source, manifest, err);
}

/* ---- all platforms ---- */

void image_set_release(struct image_set *set)
{
    for (size_t i = 0; i < set->index_count; i++)
        descriptor_release(&set->indexes[i]);
    for (size_t i = 0; i < set->count; i++)
        image_release(&set->images[i]);
    free(set->indexes);
    free(set->images);
    *set = (struct image_set){0};
}

static bool too_many(struct error *err)
{
    return error_set(err, ERROR_MALFORMED, "the index leads to more than %d images or indexes",
                     LIMIT_PLATFORMS);
}

static bool add_image(struct image_set *set, const struct image_source *source,
                      const struct descriptor *found, const json_t *manifest, struct error *err)
{
    struct image *image;

    if (set->count == LIMIT_PLATFORMS)
        return too_many(err);
    XGROW(set->images, set->count, set->capacity);
    image = &set->images[set->count++];
    *image = (struct image){0};
    descriptor_copy(&image->manifest, found);
    if (!load_documents(image, source, manifest, err))
        return error_prefix(err, "image %s", DIGEST_TEXT(&found->digest));
    /* A thousand of them would be gigabytes. */
    json_decref(STEAL(image->config_json));
    return true;
}

/* What was met before leads to nothing new, and may be a loop. */
static bool is_known(const struct image_set *set, const struct descriptor *found)
{
    for (size_t i = 0; i < set->count; i++)
        if (digest_equal(&set->images[i].manifest.digest, &found->digest))
            return true;
    for (size_t i = 0; i < set->index_count; i++)
        if (digest_equal(&set->indexes[i].digest, &found->digest))
            return true;
    return false;
}

static bool add_index(struct image_set *set, const struct descriptor *found, struct error *err)
{
    struct descriptor *index;

    if (set->index_count == LIMIT_PLATFORMS)
        return too_many(err);
    XGROW(set->indexes, set->index_count, set->index_capacity);
    index = &set->indexes[set->index_count++];
    *index = (struct descriptor){0};
    descriptor_copy(index, found);
    return true;
}

static bool add_all(struct image_set *set, const struct image_source *source,
                    const struct descriptor *found, int depth, struct error *err);

/* A registry takes no index without them, so they go where it goes. */
static bool add_attestation(struct image_set *set, const struct image_source *source,
                            const struct descriptor *found, int depth, struct error *err)
{
    struct error failure = {0};
    size_t before = set->count;

    if (!add_all(set, source, found, depth, &failure)) {
        if (failure.kind != ERROR_NO_INPUT)
            return error_set(err, failure.kind, "%s", failure.message);
        while (set->count > before)
            image_release(&set->images[--set->count]);
    }
    for (size_t i = before; i < set->count; i++)
        set->images[i].is_attestation = true;
    return true;
}

static bool add_entry(struct image_set *set, const struct image_source *source, const json_t *entry,
                      int depth, struct error *err)
{
    struct descriptor found = {0};
    bool done = descriptor_parse(entry, &found, err) &&
                (index_entry_is_attestation(entry) ? add_attestation : add_all)(set, source, &found,
                                                                                depth, err);

    descriptor_release(&found);
    return done;
}

static bool add_entries(struct image_set *set, const struct image_source *source,
                        const json_t *index, int depth, struct error *err)
{
    json_t *manifests;
    json_t *entry;
    size_t i;

    if (!index_manifests(index, &manifests, err))
        return false;
    json_array_foreach (manifests, i, entry)
        if (!add_entry(set, source, entry, depth + 1, err))
            return false;
    return true;
}

static bool add_all(struct image_set *set, const struct image_source *source,
                    const struct descriptor *found, int depth, struct error *err)
{
    CLEANUP(cleanup_json) json_t *manifest = NULL;

    if (is_known(set, found))
        return true;
    manifest =
        read_json(source->read_manifest, source->context, found, LIMIT_MANIFEST, "manifest", err);
    if (!manifest || !manifest_is_index(manifest))
        return manifest && add_image(set, source, found, manifest, err);
    if (depth >= LIMIT_INDEX_DEPTH)
        return too_deep(err);
    return add_index(set, found, err) && add_entries(set, source, manifest, depth, err);
}

bool image_load_all(struct image_set *set, const struct image_source *source,
                    const struct descriptor *start, struct error *err)
{
    return add_all(set, source, start, 0, err);
}

/* ---- layouts ---- */

static const char *name_of_entry(const json_t *entry)
{
    const json_t *annotations = json_object_get(entry, "annotations");

    return json_string_value(json_object_get(annotations, "org.opencontainers.image.ref.name"));
}

static bool no_such_tag(const json_t *manifests, const char *tag, struct error *err)
{
    STRBUF_AUTO(names, 600);
    json_t *entry;
    size_t i;

    json_array_foreach (manifests, i, entry) {
        const char *name = name_of_entry(entry);

        if (name)
            strbuf_addf(&names, "%s'%s'", names.len ? ", " : "", QUOTE(name));
    }
    if (tag)
        return error_set(err, ERROR_NO_INPUT, "there is no image '%s'; there is %s", QUOTE(tag),
                         names.len ? names.data : "none with a name");
    return error_set(err, ERROR_NO_INPUT, "it holds %zu images; name one of %s",
                     json_array_size(manifests), names.len ? names.data : "(none has a name)");
}

bool layout_index_find(const json_t *index, const char *tag, struct descriptor *ret,
                       struct error *err)
{
    struct span number = span_string(tag);
    uint64_t wanted;
    json_t *manifests;
    json_t *entry;
    size_t i;

    if (!json_in_array(index, "manifests", &manifests, err))
        return false;
    if (!tag && json_array_size(manifests) == 1)
        return descriptor_parse(json_array_get(manifests, 0), ret, err);
    json_array_foreach (manifests, i, entry) {
        const char *name = name_of_entry(entry);

        if (tag && name && strcmp(name, tag) == 0)
            return descriptor_parse(entry, ret, err);
    }
    if (span_eat(&number, "@") && span_to_uint64(number, &wanted) &&
        wanted < json_array_size(manifests))
        return descriptor_parse(json_array_get(manifests, wanted), ret, err);
    return no_such_tag(manifests, tag, err);
}
