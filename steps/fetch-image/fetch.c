/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch.h"

#include <stdlib.h>
#include <string.h>

#include "copy.h"
#include "source_registry.h"
#include "xalloc.h"

/* ${XDG_CACHE_HOME:-~/.cache}/build-analysis/layout (XDG base directory specification) */
static char *cache_layout(struct error *err)
{
    const char *cache = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");

    if (cache && cache[0] == '/')
        return xasprintf("%s/build-analysis/layout", cache);
    if (home && *home)
        return xasprintf("%s/.cache/build-analysis/layout", home);
    error_set(err, ERROR_CONFIGURATION,
              "neither XDG_CACHE_HOME nor HOME is set: say where to keep the image with --layout");
    return NULL;
}

static void set(char **member, char *value)
{
    free(*member);
    *member = value;
}

/* The name in the layout's index.json: the tag in a layout of one's own, the whole name in the cache. */
static char *index_name(const char *text, const struct reference *ref,
                        const struct options *options)
{
    struct span name = span_string(text);

    if (options->layout || ref->transport != TRANSPORT_REGISTRY)
        return ref->tag ? xstrdup(ref->tag) : NULL;
    span_eat(&name, "docker://");
    return xmemdup0(name.data, name.len);
}

static bool copy_with_progress(struct layout *layout, struct source *source,
                               const struct image *image, const struct options *options,
                               struct error *err)
{
    const struct cli_common *common = &options->common;
    struct progress *progress =
        progress_start(progress_form(common->quiet, common->verbose), image);
    bool done = copy_image(source, image, layout, options->jobs, progress, err);

    progress_stop(progress);
    return done;
}

static bool copy_into(struct layout *layout, struct source *source, struct image *image,
                      const char *name, const struct options *options, struct error *err)
{
    if (!copy_with_progress(layout, source, image, options, err) ||
        !layout_add_manifest(layout, &image->manifest, name, err))
        return false;
    set(&image->layout, xstrdup(layout_path(layout)));
    return true;
}

static bool store(struct source *source, const char *text, const struct reference *ref,
                  const struct options *options, struct image *image, struct error *err)
{
    CLEANUP(cleanup_free)
    char *folder = options->layout ? xstrdup(options->layout) : cache_layout(err);
    CLEANUP(cleanup_layout)
    struct layout *layout = folder ? layout_open_or_create(folder, err) : NULL;
    CLEANUP(cleanup_free) char *name = index_name(text, ref, options);

    return layout && copy_into(layout, source, image, name, options, err);
}

/* Referred to in place: what the image names must be there. */
static bool check_in_place(const struct image *image, struct error *err)
{
    CLEANUP(cleanup_layout) struct layout *layout = layout_open(image->layout, err);

    for (size_t i = 0; layout && i < image->layer_count; i++)
        if (!media_type_is_foreign(image->layers[i].blob.media_type) &&
            !layout_has_blob(layout, &image->layers[i].blob))
            return error_set(err, ERROR_MALFORMED,
                             "OCI layout '%s': layer %s is not there, or not of %llu bytes",
                             QUOTE(image->layout), DIGEST_TEXT(&image->layers[i].blob.digest),
                             (unsigned long long)image->layers[i].blob.size);
    return layout != NULL;
}

/* Only foreign layers can be absent from what was copied. */
static bool mark_absent(struct image *image, struct error *err)
{
    CLEANUP(cleanup_layout) struct layout *layout = layout_open(image->layout, err);

    for (size_t i = 0; layout && i < image->layer_count; i++)
        image->layers[i].absent = !layout_has_blob(layout, &image->layers[i].blob);
    return layout != NULL;
}

static bool load(struct source *source, const char *platform_text, struct image *image,
                 struct error *err)
{
    struct platform platform = {0};
    bool done;

    platform_of_host(&platform);
    done = (!platform_text || platform_parse(span_string(platform_text), &platform, err)) &&
           source_load(source, image, &platform, err) &&
           (!platform_text || image_check_platform(image, &platform, err));
    platform_release(&platform);
    return done;
}

static bool fetch(const char *text, const struct reference *ref, const struct options *options,
                  struct image *image, struct error *err)
{
    const struct registry_options how = cli_registry_options(&options->registry);
    CLEANUP(cleanup_free) char *name = NULL;
    CLEANUP(cleanup_source)
    struct source *source = ref->transport == TRANSPORT_REGISTRY ? source_open_registry(ref, &how)
                                                                 : source_open(ref, err);

    if (!source || !load(source, options->platform, image, err))
        return false;
    name = reference_name(ref, text);
    image_set_reference(image, text, name);
    for (size_t i = 0; i < image->layer_count; i++)
        image->layers[i].absent = options->no_layers;
    if (options->no_layers) {
        set(&image->layout, NULL);
        return true;
    }
    return (ref->transport == TRANSPORT_OCI && !options->layout
                ? check_in_place(image, err)
                : store(source, text, ref, options, image, err)) &&
           mark_absent(image, err);
}

bool fetch_image(const char *text, const struct options *options, struct image *image,
                 struct error *err)
{
    REFERENCE_AUTO(ref);

    return reference_parse(text, &ref, err) && fetch(text, &ref, options, image, err);
}
