/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document.h"
#include "inflate.h"
#include "json_in.h"
#include "source_registry.h"
#include "stream.h"
#include "tar_header.h"
#include "tree_image.h"
#include "xalloc.h"

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
    return error_set(err, ERROR_NO_INPUT, "the image document of '%s' comes without layers: %s",
                     QUOTE(image->reference),
                     image->layout ? "give the --layer-cache that fetch-image was given"
                                   : "run fetch-image without --no-layers");
}

static bool open_document(struct input *input, const char *path, bool has_cache, struct error *err)
{
    static const char *const kinds[] = {"image", NULL};
    CLEANUP(cleanup_json) json_t *document = document_read_file(path, kinds, err);

    if (!document || !image_read(&input->image, document, err) ||
        !check_layers_present(&input->image, has_cache, err))
        return false;
    input->is_document = true;
    input->ref.transport = TRANSPORT_OCI;
    input->ref.path = xstrdup(input->image.layout);
    input->source = source_open(&input->ref, err);
    return input->source != NULL;
}

static bool open_reference(struct input *input, const char *operand, struct error *err)
{
    if (!source_reference_parse(operand, &input->ref, err))
        return false;
    input->source = source_open(&input->ref, err);
    return input->source != NULL;
}

/*
 * A bare name, as one types it for docker: no file is there, nor does it look as if one had been
 * meant, whose name would then be told to Docker Hub.
 */
static bool is_registry_name(const char *operand)
{
    struct error ignored = {0};
    REFERENCE_AUTO(ref);

    return access(operand, F_OK) != 0 && !span_ends_with(span_string(operand), ".json") &&
           reference_parse(operand, &ref, &ignored) && ref.transport == TRANSPORT_REGISTRY;
}

static bool open_registry(struct input *input, const char *operand,
                          const struct registry_options *how, struct error *err)
{
    if (!source_reference_parse(operand, &input->ref, err))
        return false;
    input->source = source_open_registry(&input->ref, how, err);
    return input->source != NULL;
}

#define ROOTFS "rootfs:"

static bool open_tree(struct input *input, struct span path, struct error *err)
{
    if (!path.len)
        return error_set(err, ERROR_USAGE, "'" ROOTFS "' names no folder");
    input->tree = tree_open(path.data, err);
    return input->tree != NULL;
}

static bool is_local_reference(struct span operand)
{
    static const char *const prefixes[] = {"oci:", "oci-archive:", "docker-archive:", "dir:"};

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (span_starts_with(operand, prefixes[i]))
            return true;
    return false;
}

/* A tar, or something compressed, which no document is. */
static bool is_archive(const char *path)
{
    struct error untold = {0};
    CLEANUP(cleanup_stream) struct stream *in = stream_open_regular(path, &untold);
    struct span start;

    if (!in || !stream_next(in, &start, &untold))
        return false;
    start = span_head(start, TAR_BLOCK);
    /* What is shorter may be a tar without members, but was hardly meant as one. */
    return compression_of(start) != COMPRESSION_NONE ||
           (start.len == TAR_BLOCK && tar_begins(start));
}

/* What names no file may well have been meant as an image: says how that is named. */
static bool is_file(const char *operand, struct error *err)
{
    struct stat st;

    if (strcmp(operand, "-") == 0)
        return true;
    if (stat(operand, &st) != 0)
        return error_set_errno(
            err, errno,
            "cannot open '%s', which is read as the file of an image document (an "
            "image of a registry: 'docker://%s')",
            QUOTE(operand), QUOTE(operand));
    if (S_ISDIR(st.st_mode))
        return error_set(
            err, ERROR_USAGE,
            "'%s' is a folder: say of which kind, as 'oci:%s', 'dir:%s' or 'rootfs:%s'",
            QUOTE(operand), QUOTE(operand), QUOTE(operand), QUOTE(operand));
    return !is_archive(operand) ||
           error_set(err, ERROR_USAGE,
                     "'%s' is an archive: say of which kind, as 'docker-archive:%s' or "
                     "'oci-archive:%s'",
                     QUOTE(operand), QUOTE(operand), QUOTE(operand));
}

bool input_open(struct input *input, const char *operand, const struct registry_options *how,
                bool has_cache, struct error *err)
{
    struct span text = span_string(operand);

    input->operand = operand;
    if (span_eat(&text, ROOTFS))
        return open_tree(input, text, err);
    if (is_local_reference(text))
        return open_reference(input, operand, err);
    if (span_starts_with(text, "docker://") || is_registry_name(operand))
        return open_registry(input, operand, how, err);
    if (span_starts_with(text, "docker-daemon:") || span_starts_with(text, "containers-storage:"))
        return error_set(err, ERROR_USAGE, "use: fetch-image '%s' | extract-packages",
                         QUOTE(operand));
    return is_file(operand, err) && open_document(input, operand, has_cache, err);
}

void input_share(struct input *input, struct broker *broker)
{
    if (input->tree)
        tree_share(input->tree, broker);
    else
        source_share(input->source, broker);
}

/* ---- in the confined process ---- */

static bool load_for(struct input *input, const char *platform_text, struct platform *platform,
                     struct error *err)
{
    struct image *image = &input->image;
    CLEANUP(cleanup_free) char *name = NULL;

    if ((platform_text && !platform_parse(span_string(platform_text), platform, err)) ||
        !source_load(input->source, image, platform, err) ||
        (platform_text && !image_check_platform(image, platform, err)))
        return false;
    name = reference_name(&input->ref, input->operand);
    image_set_reference(image, input->operand, name, &image->manifest.digest);
    return true;
}

static bool load(struct input *input, const char *platform_text, struct error *err)
{
    struct platform platform = {0};
    bool done;

    if (input->tree) {
        tree_image_begin(&input->image, input->operand);
        return true;
    }
    if (input->is_document)
        return source_load_config(input->source, &input->image, err);
    platform_of_host(&platform);
    done = load_for(input, platform_text, &platform, err);
    platform_release(&platform);
    return done;
}

bool input_load(struct input *input, const char *platform_text, struct error *err)
{
    if (!load(input, platform_text, err))
        return false;
    input->ways = layer_ways_new(&input->image, input->source, err);
    return input->ways || error_prefix(err, "image '%s'", QUOTE(input->image.reference));
}

const char *input_registry_warning(const struct input *input)
{
    bool is_registry = input->source && input->ref.transport == TRANSPORT_REGISTRY;

    return is_registry ? source_registry_warning(input->source) : NULL;
}

void input_release(struct input *input)
{
    source_close(input->source);
    tree_close(input->tree);
    reference_release(&input->ref);
    image_release(&input->image);
    free(input->ways);
}
