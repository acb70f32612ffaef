/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "document.h"
#include "image_source.h"
#include "json_in.h"
#include "reference.h"

/* Of a foreign layer that is absent a warning tells (layer_way.h). */
static bool lacks_layers(const struct image *image)
{
    for (size_t i = 0; i < image->layer_count; i++)
        if (image->layers[i].absent && !media_type_is_foreign(image->layers[i].blob.media_type))
            return true;
    return false;
}

static bool check_layers_present(const struct image *image, bool has_cache, struct error *err)
{
    if (image->layout && (has_cache || !lacks_layers(image)))
        return true;
    return error_set(err, ERROR_NO_INPUT,
                     "the image document of '%s' comes without layers: run fetch-image "
                     "without --no-layers",
                     QUOTE(image->reference));
}

/* The config is not in the document; its bytes are in the layout. */
static bool read_config(struct input *input, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_IMAGE_CONFIG);

    if (!layout_read_blob(input->layout, &input->image.config, LIMIT_IMAGE_CONFIG, &text, err))
        return error_prefix(err, "image config");
    return image_set_config_text(&input->image, strbuf_span(&text), err);
}

static bool open_document(struct input *input, const char *path, bool has_cache, struct error *err)
{
    static const char *const kinds[] = {"image", NULL};
    CLEANUP(cleanup_json) json_t *document = document_read_file(path, kinds, err);

    if (!document || !image_read(&input->image, document, err) ||
        !check_layers_present(&input->image, has_cache, err))
        return false;
    input->layout = layout_open(input->image.layout, err);
    return input->layout && read_config(input, err);
}

static bool open_reference(struct input *input, const char *operand, const char *platform_text,
                           struct error *err)
{
    REFERENCE_AUTO(ref);
    struct platform platform = {0};
    bool done = false;

    if (!reference_parse(operand, &ref, err))
        return false;
    platform_of_host(&platform);
    if (!platform_text || platform_parse(span_string(platform_text), &platform, err)) {
        input->layout = layout_open(ref.path, err);
        done = input->layout &&
               image_load_from_layout(&input->image, input->layout, ref.tag, &platform, operand,
                                      err) &&
               (!platform_text || image_check_platform(&input->image, &platform, err));
    }
    platform_release(&platform);
    return done;
}

/* "HOST/NAME:TAG", as one types it: no file is there, and the tag gives it away. */
static bool looks_like_registry_name(const char *operand)
{
    const char *slash = strrchr(operand, '/');
    struct error ignored = {0};
    REFERENCE_AUTO(ref);

    return strpbrk(slash ? slash : operand, ":@") && access(operand, F_OK) != 0 &&
           reference_parse(operand, &ref, &ignored) && ref.transport == TRANSPORT_REGISTRY;
}

static bool is_remote_or_archive(struct span operand)
{
    static const char *const prefixes[] = {"docker://", "docker-archive:", "oci-archive:", "dir:"};

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (span_starts_with(operand, prefixes[i]))
            return true;
    return false;
}

bool input_open(struct input *input, const char *operand, const char *platform, bool has_cache,
                struct error *err)
{
    struct span text = span_string(operand);

    if (is_remote_or_archive(text) || looks_like_registry_name(operand))
        return error_set(err, ERROR_USAGE,
                         "only 'oci:' layouts are read in place; use: fetch-image '%s' | "
                         "extract-packages",
                         QUOTE(operand));
    if (!(span_starts_with(text, "oci:") ? open_reference(input, operand, platform, err)
                                         : open_document(input, operand, has_cache, err)))
        return false;
    input->ways = layer_ways_new(&input->image, input->layout, err);
    return input->ways || error_prefix(err, "image '%s'", QUOTE(input->image.reference));
}

void input_release(struct input *input)
{
    image_release(&input->image);
    free(input->ways);
    layout_close(input->layout);
}
