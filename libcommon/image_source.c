/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "image_source.h"

#include <string.h>

#include "json_in.h"
#include "xalloc.h"

static json_t *read_json(image_source_read *read, void *context, const struct descriptor *blob,
                         size_t limit, const char *what, struct error *err)
{
    STRBUF_AUTO(text, limit);

    if (!read(context, blob, limit, &text, err)) {
        error_prefix(err, "%s", what);
        return NULL;
    }
    return json_in_parse(strbuf_span(&text), what, err);
}

static bool load_config(struct image *image, const struct image_source *source, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_IMAGE_CONFIG);

    if (!source->read_blob(source->context, &image->config, LIMIT_IMAGE_CONFIG, &text, err))
        return error_prefix(err, "image config");
    return image_set_config_text(image, strbuf_span(&text), err);
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
    error_set(err, ERROR_MALFORMED, "indexes refer to indexes more than %d deep: a loop?",
              LIMIT_INDEX_DEPTH);
    return NULL;
}

bool image_load(struct image *image, const struct image_source *source,
                const struct descriptor *start, const struct platform *platform, struct error *err)
{
    CLEANUP(cleanup_json) json_t *manifest = find_manifest(image, source, start, platform, err);
    struct span media_type;

    if (!manifest)
        return false;
    media_type = json_in_span_or_empty(manifest, "mediaType");
    if (media_type.len) {
        free(image->manifest.media_type);
        image->manifest.media_type = xmemdup0(media_type.data, media_type.len);
    }
    return image_set_manifest(image, manifest, err) && load_config(image, source, err);
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
    return no_such_tag(manifests, tag, err);
}

static bool read_from_layout(void *context, const struct descriptor *blob, size_t limit,
                             struct strbuf *out, struct error *err)
{
    return layout_read_blob(context, blob, limit, out, err);
}

bool image_load_from_layout(struct image *image, const struct layout *layout, const char *tag,
                            const struct platform *platform, const char *reference,
                            struct error *err)
{
    struct image_source source = {read_from_layout, read_from_layout,
                                  (struct layout *)(uintptr_t)layout};
    CLEANUP(cleanup_json) json_t *index = layout_index(layout, err);
    struct descriptor start = {0};
    bool done = index && layout_index_find(index, tag, &start, err) &&
                image_load(image, &source, &start, platform, err);

    descriptor_release(&start);
    if (!done)
        return error_prefix(err, "OCI layout '%s'", QUOTE(layout_path(layout)));
    image_set_reference(image, reference, reference);
    image->layout = xstrdup(layout_path(layout));
    return true;
}
