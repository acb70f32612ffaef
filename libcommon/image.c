/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "image.h"

#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "json_in.h"
#include "xalloc.h"

/* ---- life cycle ---- */

void platform_release(struct platform *p)
{
    free(STEAL(p->os));
    free(STEAL(p->architecture));
    free(STEAL(p->variant));
    free(STEAL(p->os_version));
}

static char *copy_string(const char *text)
{
    return text ? xstrdup(text) : NULL;
}

void platform_copy(struct platform *to, const struct platform *from)
{
    struct platform copy = {copy_string(from->os), copy_string(from->architecture),
                            copy_string(from->variant), copy_string(from->os_version)};

    platform_release(to);
    *to = copy;
}

static void release_platforms(struct image *image)
{
    for (size_t i = 0; i < image->platform_count; i++) {
        platform_release(&image->platforms[i].platform);
        descriptor_release(&image->platforms[i].manifest);
    }
    free(STEAL(image->platforms));
    image->platform_count = 0;
}

static void release_layers(struct image *image)
{
    for (size_t i = 0; i < image->layer_count; i++)
        descriptor_release(&image->layers[i].blob);
    free(STEAL(image->layers));
    image->layer_count = 0;
}

void image_release(struct image *image)
{
    free(STEAL(image->reference));
    free(STEAL(image->resolved));
    free(STEAL(image->layout));
    free(STEAL(image->artifact_type));
    platform_release(&image->platform);
    descriptor_release(&image->manifest);
    descriptor_release(&image->config);
    descriptor_release(&image->index);
    release_layers(image);
    release_platforms(image);
    json_decref(STEAL(image->config_json));
    json_decref(STEAL(image->warnings));
}

void image_set_reference(struct image *image, const char *reference, const char *name,
                         const struct digest *digest)
{
    free(image->reference);
    free(image->resolved);
    image->reference = xstrdup(reference);
    image->resolved = xasprintf("%s@%s", name, DIGEST_TEXT(digest));
}

/* ---- manifest and config ---- */

static char *copy_span(struct span s)
{
    return xmemdup0(s.data, s.len);
}

bool manifest_is_index(const json_t *manifest)
{
    const char *type = json_in_string_or(manifest, "mediaType", "");

    if (strcmp(type, MEDIA_TYPE_OCI_INDEX) == 0 || strcmp(type, MEDIA_TYPE_DOCKER_LIST) == 0)
        return true;
    return json_is_array(json_object_get(manifest, "manifests")) &&
           !json_object_get(manifest, "layers");
}

static bool set_layers(struct image *image, const json_t *layers, struct error *err)
{
    size_t count = json_array_size(layers);

    if (count > LIMIT_LAYERS)
        return error_set(err, ERROR_MALFORMED, "the image has %zu layers, more than %d", count,
                         LIMIT_LAYERS);
    release_layers(image);
    image->layers = xcalloc(count, sizeof *image->layers);
    image->layer_count = count;
    for (size_t i = 0; i < count; i++)
        if (!descriptor_parse(json_array_get(layers, i), &image->layers[i].blob, err))
            return error_prefix(err, "layers[%zu]", i);
    return true;
}

static bool has_image_layers(const struct image *image)
{
    for (size_t i = 0; i < image->layer_count; i++)
        if (media_type_is_layer(image->layers[i].blob.media_type))
            return true;
    return image->layer_count == 0;
}

static void set_artifact_type(struct image *image, struct span artifact_type)
{
    const char *config = image->config.media_type;
    bool has_image_config = media_type_is_image_config(config);

    free(STEAL(image->artifact_type));
    if (has_image_config && has_image_layers(image))
        return;
    if (artifact_type.len)
        image->artifact_type = copy_span(artifact_type);
    else if (has_image_config || (strcmp(config, MEDIA_TYPE_OCI_EMPTY) == 0 && image->layer_count))
        image->artifact_type = xstrdup(image->layers[0].blob.media_type);
    else
        image->artifact_type = xstrdup(config);
}

static bool refuse_others(const json_t *manifest, struct error *err)
{
    if (json_in_int_or(manifest, "schemaVersion", 2) == 1)
        return error_set(err, ERROR_MALFORMED,
                         "the manifest is of Docker's schema 1, which is not supported: push the "
                         "image again with a current client");
    if (strcmp(json_in_string_or(manifest, "mediaType", ""), MEDIA_TYPE_OCI_ARTIFACT) == 0)
        return error_set(err, ERROR_MALFORMED,
                         "this is no image but an artifact of type '%s', in a form (artifact "
                         "manifest) that OCI took back",
                         QUOTE(json_in_string_or(manifest, "artifactType", "?")));
    /* Who reads it as an index sees another image (CVE-2021-41190). */
    return !json_object_get(manifest, "manifests") ||
           error_set(err, ERROR_MALFORMED, "it is a manifest and an index at once");
}

bool image_set_manifest(struct image *image, const json_t *manifest, struct error *err)
{
    json_t *layers;
    json_t *config;

    if (!refuse_others(manifest, err))
        return false;
    if (!json_in_object(manifest, "config", &config, err) ||
        !descriptor_parse(config, &image->config, err))
        return error_prefix(err, "config");
    if (!json_in_array(manifest, "layers", &layers, err) || !set_layers(image, layers, err))
        return false;
    set_artifact_type(image, json_in_span_or_empty(manifest, "artifactType"));
    return true;
}

static bool set_diff_ids(struct image *image, const json_t *diff_ids, struct error *err)
{
    if (json_array_size(diff_ids) != image->layer_count)
        return error_set(err, ERROR_MALFORMED, "the config has %zu diff_ids for %zu layers",
                         json_array_size(diff_ids), image->layer_count);
    for (size_t i = 0; i < image->layer_count; i++) {
        struct span text = json_in_span(json_array_get(diff_ids, i));

        if (!digest_parse(text, &image->layers[i].diff_id, err))
            return error_prefix(err, "rootfs.diff_ids[%zu]", i);
        image->layers[i].has_diff_id = true;
    }
    return true;
}

static char *string_or_null(const json_t *root, const char *path)
{
    struct span s = json_in_span_or_empty(root, path);

    return s.len ? copy_span(s) : NULL;
}

static void read_platform(struct platform *ret, const json_t *object, const char *version)
{
    struct span os_version = json_in_span(json_object_get(object, version));

    platform_release(ret);
    ret->os = string_or_null(object, "os");
    ret->architecture = string_or_null(object, "architecture");
    ret->variant = string_or_null(object, "variant");
    ret->os_version = os_version.len ? copy_span(os_version) : NULL;
}

bool image_set_config_take(struct image *image, json_t *config, struct error *err)
{
    const json_t *diff_ids = json_in_find(config, "rootfs.diff_ids");

    json_decref(image->config_json);
    image->config_json = config;
    read_platform(&image->platform, config, "os.version");
    /* An artifact's config is no image config: it has none, or they are of something else. */
    return image->artifact_type || !json_is_array(diff_ids) || set_diff_ids(image, diff_ids, err);
}

bool image_set_config_text(struct image *image, struct span text, struct error *err)
{
    struct error why = {0};
    json_t *config = json_in_parse(text, "image config", &why);

    if (config)
        return image_set_config_take(image, config, err);
    return image->artifact_type || error_set(err, why.kind, "%s", why.message);
}

time_t image_created(const struct image *image)
{
    return document_parse_time(json_in_span_or_empty(image->config_json, "created"));
}

/* ---- the image document ---- */

static void write_descriptor(struct json_out *w, const char *key, const struct descriptor *d)
{
    json_out_key(w, key);
    json_out_object(w);
    descriptor_write_members(w, d);
    json_out_end(w);
}

void image_write_manifest(struct json_out *w, const struct image *image)
{
    json_out_object(w);
    json_out_member_int(w, "schemaVersion", 2);
    json_out_member_cstring(w, "mediaType", MEDIA_TYPE_OCI_MANIFEST);
    write_descriptor(w, "config", &image->config);
    json_out_key(w, "layers");
    json_out_array(w);
    for (size_t i = 0; i < image->layer_count; i++) {
        json_out_object(w);
        descriptor_write_members(w, &image->layers[i].blob);
        json_out_end(w);
    }
    json_out_end(w);
    json_out_end(w);
}

void image_warn(struct image *image, const char *code, const char *message)
{
    json_t *warning = json_new_object();

    json_put_string(warning, "code", span_string(code));
    json_put_null(warning, "path");
    json_put_string(warning, "message", span_string(message));
    if (!image->warnings)
        image->warnings = json_new_array();
    json_append_take(image->warnings, warning);
}

static void write_layer(struct json_out *w, const struct layer *layer, bool with_place)
{
    json_out_object(w);
    descriptor_write_members(w, &layer->blob);
    json_out_member_cstring(w, "diff_id", layer->has_diff_id ? DIGEST_TEXT(&layer->diff_id) : NULL);
    if (with_place)
        json_out_member_bool(w, "absent", layer->absent);
    json_out_end(w);
}

static void write_platform(struct json_out *w, const struct platform *platform)
{
    json_out_key(w, "platform");
    json_out_object(w);
    json_out_member_cstring(w, "os", platform->os);
    json_out_member_cstring(w, "architecture", platform->architecture);
    json_out_member_cstring(w, "variant", platform->variant);
    if (platform->os_version)
        json_out_member_cstring(w, "os_version", platform->os_version);
    json_out_end(w);
}

static void write_image(struct json_out *w, const struct image *image, bool with_place)
{
    json_out_member_cstring(w, "reference", image->reference);
    json_out_member_cstring(w, "resolved", image->resolved);
    write_platform(w, &image->platform);
    if (image->artifact_type)
        json_out_member_cstring(w, "artifact_type", image->artifact_type);
    if (with_place)
        json_out_member_cstring(w, "layout", image->layout);
    write_descriptor(w, "manifest", &image->manifest);
    write_descriptor(w, "config", &image->config);
    json_out_key(w, "layers");
    json_out_array(w);
    for (size_t i = 0; i < image->layer_count; i++)
        write_layer(w, &image->layers[i], with_place);
    json_out_end(w);
}

static void write_platforms(struct json_out *w, const struct image *image)
{
    if (image->index.media_type)
        write_descriptor(w, "index", &image->index);
    if (!image->platform_count)
        return;
    json_out_key(w, "platforms");
    json_out_array(w);
    for (size_t i = 0; i < image->platform_count; i++) {
        json_out_object(w);
        write_platform(w, &image->platforms[i].platform);
        write_descriptor(w, "manifest", &image->platforms[i].manifest);
        json_out_end(w);
    }
    json_out_end(w);
}

void image_write(struct json_out *w, const struct image *image)
{
    write_image(w, image, true);
    write_platforms(w, image);
    if (image->warnings) {
        json_out_key(w, "warnings");
        json_out_value(w, image->warnings);
    }
}

void image_write_facts(struct json_out *w, const struct image *image)
{
    write_image(w, image, false);
}

static bool read_descriptor(const json_t *result, const char *key, struct descriptor *ret,
                            struct error *err)
{
    json_t *object;

    if (!json_in_object(result, key, &object, err))
        return false;
    return descriptor_parse(object, ret, err) || error_prefix(err, "%s", key);
}

static bool read_layer_facts(struct layer *layer, const json_t *object, struct error *err)
{
    struct span diff_id = json_in_span_or_empty(object, "diff_id");

    layer->absent = json_in_bool_or(object, "absent", false);
    layer->has_diff_id = diff_id.len > 0;
    return !diff_id.len || digest_parse(diff_id, &layer->diff_id, err);
}

static bool read_platforms(struct image *ret, const json_t *result, struct error *err)
{
    const json_t *platforms = json_object_get(result, "platforms");

    if (json_object_get(result, "index") && !read_descriptor(result, "index", &ret->index, err))
        return false;
    if (json_array_size(platforms) > LIMIT_PLATFORMS)
        return error_set(err, ERROR_MALFORMED, "more than %d platforms", LIMIT_PLATFORMS);
    ret->platforms = xcalloc(json_array_size(platforms), sizeof *ret->platforms);
    for (size_t i = 0; i < json_array_size(platforms); i++) {
        const json_t *object = json_array_get(platforms, i);
        struct platform_manifest *item = &ret->platforms[ret->platform_count++];

        read_platform(&item->platform, json_object_get(object, "platform"), "os_version");
        if (!read_descriptor(object, "manifest", &item->manifest, err))
            return error_prefix(err, "platforms[%zu]", i);
    }
    return true;
}

static bool read_result(struct image *ret, const json_t *result, struct error *err)
{
    json_t *layers;

    ret->reference = string_or_null(result, "reference");
    ret->resolved = string_or_null(result, "resolved");
    ret->layout = string_or_null(result, "layout");
    ret->artifact_type = string_or_null(result, "artifact_type");
    read_platform(&ret->platform, json_object_get(result, "platform"), "os_version");
    if (!ret->reference || !ret->resolved)
        return error_set(err, ERROR_MALFORMED, "'reference' or 'resolved' is missing");
    if (!read_descriptor(result, "manifest", &ret->manifest, err) ||
        !read_descriptor(result, "config", &ret->config, err) ||
        !json_in_array(result, "layers", &layers, err) || !set_layers(ret, layers, err))
        return false;
    for (size_t i = 0; i < ret->layer_count; i++)
        if (!read_layer_facts(&ret->layers[i], json_array_get(layers, i), err))
            return error_prefix(err, "layers[%zu]", i);
    return read_platforms(ret, result, err);
}

bool image_read(struct image *ret, const json_t *document, struct error *err)
{
    return read_result(ret, json_object_get(document, "result"), err) ||
           error_prefix(err, "image document: result");
}
