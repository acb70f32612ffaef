/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep.h"

#include <stdlib.h>

#include "cached.h"
#include "copy.h"
#include "platforms.h"
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

char *layout_folder(const struct options *options, struct error *err)
{
    return options->layout ? xstrdup(options->layout) : cache_layout(err);
}

static void set_string(char **member, char *value)
{
    free(*member);
    *member = value;
}

/* The name in the layout's index.json: the tag in a layout of one's own, the whole name in the cache. */
static char *index_name(const struct fetch *f)
{
    struct span name = span_string(f->text);
    bool is_local =
        f->ref->transport != TRANSPORT_REGISTRY && f->ref->transport != TRANSPORT_DOCKER_DAEMON;

    if (f->options->layout || is_local)
        return f->ref->tag ? xstrdup(f->ref->tag) : NULL;
    span_eat(&name, "docker://");
    return xmemdup0(name.data, name.len);
}

/* ---- copied ---- */

bool keep_open_layout(struct fetch *f, struct error *err)
{
    CLEANUP(cleanup_free) char *folder = layout_folder(f->options, err);

    if (folder && !f->layout)
        f->layout = layout_open_or_create(folder, err);
    return f->layout != NULL;
}

static bool copy_with_progress(const struct fetch *f, const struct image *image, struct error *err)
{
    const struct cli_common *common = &f->options->common;
    CLEANUP(cleanup_free)
    const struct descriptor **layers = xcalloc(image->layer_count, sizeof *layers);
    struct progress *progress;
    bool done;

    for (size_t i = 0; i < image->layer_count; i++)
        layers[i] = &image->layers[i].blob;
    progress = progress_start(progress_form(common->quiet, common->verbose), "layers", layers,
                              image->layer_count);
    done = copy_image(f->source, image, f->layout, f->options->jobs, progress, err);
    progress_stop(progress);
    return done;
}

static bool copy_all(const struct fetch *f, struct error *err)
{
    for (size_t i = 0; i < f->set.count; i++)
        if (!copy_with_progress(f, &f->set.images[i], err))
            return error_prefix(err, "image %s", DIGEST_TEXT(&f->set.images[i].manifest.digest));
    return platforms_copy_indexes(f->source, &f->set, f->layout, err);
}

static bool store(struct fetch *f, struct image *image, struct error *err)
{
    CLEANUP(cleanup_free) char *name = index_name(f);
    const struct descriptor *root = f->set.count ? platforms_root(&f->set) : &image->manifest;

    if (!keep_open_layout(f, err) || !source_settle(f->source, err) ||
        !(f->set.count ? copy_all(f, err) : copy_with_progress(f, image, err)) ||
        !layout_add_manifest(f->layout, root, name, err))
        return false;
    set_string(&image->layout, xstrdup(layout_path(f->layout)));
    return true;
}

/* ---- or referred to in place ---- */

static bool has_layers(const struct layout *layout, const struct image *image, struct error *err)
{
    for (size_t i = 0; i < image->layer_count; i++)
        if (!image->layers[i].absent && !media_type_is_foreign(image->layers[i].blob.media_type) &&
            !layout_has_blob(layout, &image->layers[i].blob))
            return error_set(err, ERROR_MALFORMED,
                             "OCI layout '%s': layer %s is not there, or not of %llu bytes",
                             QUOTE(layout_path(layout)), DIGEST_TEXT(&image->layers[i].blob.digest),
                             (unsigned long long)image->layers[i].blob.size);
    return true;
}

/* What the images name must be there. */
static bool refer_in_place(const struct fetch *f, struct image *image, struct error *err)
{
    CLEANUP(cleanup_layout) struct layout *layout = layout_open(f->ref->path, err);

    if (!layout || !has_layers(layout, image, err))
        return false;
    for (size_t i = 0; i < f->set.count; i++)
        if (!has_layers(layout, &f->set.images[i], err))
            return false;
    set_string(&image->layout, xstrdup(layout_path(layout)));
    return true;
}

/* Only foreign layers and those that are cached can be absent from what was copied. */
static bool mark_absent(struct image *image, struct error *err)
{
    CLEANUP(cleanup_layout) struct layout *layout = layout_open(image->layout, err);

    for (size_t i = 0; layout && i < image->layer_count; i++)
        image->layers[i].absent = !layout_has_blob(layout, &image->layers[i].blob);
    return layout != NULL;
}

static void mark_cached(struct fetch *f, struct image *image)
{
    if (!f->cache)
        return;
    cached_layers_mark(f->cache, image, f->warn);
    for (size_t i = 0; i < f->set.count; i++)
        cached_layers_mark(f->cache, &f->set.images[i], f->warn);
}

bool keep_image(struct fetch *f, struct image *image, struct error *err)
{
    bool in_place = f->ref->transport == TRANSPORT_OCI && !f->options->layout;

    for (size_t i = 0; i < image->layer_count; i++)
        image->layers[i].absent = f->options->no_layers;
    if (f->options->no_layers)
        return true;
    mark_cached(f, image);
    return (in_place ? refer_in_place(f, image, err) : store(f, image, err)) &&
           mark_absent(image, err);
}
