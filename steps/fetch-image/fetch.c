/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch.h"

#include "docker_daemon.h"
#include "find_referrers.h"
#include "json_in.h"
#include "keep.h"
#include "platforms.h"
#include "source_registry.h"
#include "xalloc.h"

/* Its layers go where they are kept as they come. */
static bool open_daemon(struct fetch *f, struct error *err)
{
    struct stream *in = docker_daemon_save(f->ref->path, f->options->max_size, err);

    if (!in)
        return error_prefix(err, "'%s'", QUOTE(f->text));
    if (!f->options->no_layers && !keep_open_layout(f, err)) {
        stream_close(in);
        return false;
    }
    f->source = source_open_docker_stream_take(in, f->text, f->layout);
    return true;
}

static bool open_cache(struct fetch *f, struct error *err)
{
    if (!f->options->cache.where)
        return true;
    f->cache = cli_layer_cache_open(&f->options->cache, 0, err);
    if (f->cache && layer_cache_trusts_its_writers(f->cache))
        f->warn(CLI_LAYER_CACHE_TRUST);
    return f->cache != NULL;
}

/* What an earlier run has kept is looked for there first; nothing is made of what is not there. */
static bool open_registry(struct fetch *f, struct error *err)
{
    const struct registry_options how = cli_registry_options(&f->options->registry);
    CLEANUP(cleanup_free) char *folder = NULL;
    struct error ignored = {0};

    f->source = source_open_registry(f->ref, &how, err);
    if (!f->source)
        return false;
    if (!f->options->no_layers)
        folder = layout_folder(f->options, &ignored);
    f->found = folder ? layout_open(folder, &ignored) : NULL;
    source_registry_look_in(f->source, f->found);
    return true;
}

static bool open_source(struct fetch *f, struct error *err)
{
    if (f->ref->transport == TRANSPORT_DOCKER_DAEMON)
        return open_daemon(f, err);
    if (f->ref->transport == TRANSPORT_REGISTRY)
        return open_registry(f, err);
    f->source = source_open(f->ref, err);
    return f->source != NULL;
}

static bool load_for(struct fetch *f, const struct platform *platform, struct image *image,
                     struct error *err)
{
    bool asked = f->options->platform;

    if (!(f->options->all_platforms
              ? platforms_load(f->source, platform, asked, &f->set, image, err)
              : source_load(f->source, image, platform, err)))
        return false;
    platforms_note(image, &f->set);
    return !asked || image_check_platform(image, platform, err);
}

static bool load(struct fetch *f, struct image *image, struct error *err)
{
    const char *text = f->options->platform;
    struct platform platform = {0};
    bool done;

    platform_of_host(&platform);
    done = (!text || platform_parse(span_string(text), &platform, err)) &&
           load_for(f, &platform, image, err);
    platform_release(&platform);
    return done;
}

/* A bare name that the registry has not may be one of the daemon's, which is asked for nothing unless it is named. */
static bool suggest_daemon(const struct fetch *f, struct error *err)
{
    CLEANUP(cleanup_free) char *socket = NULL;

    if (err->kind != ERROR_NO_INPUT || f->ref->transport != TRANSPORT_REGISTRY ||
        span_starts_with(span_string(f->text), "docker://") ||
        registry_root(source_registry(f->source))->media_type)
        return false;
    socket = docker_daemon_socket();
    return socket && error_prefix(err,
                                  "'%s' (for an image of this machine's daemon: "
                                  "'docker-daemon:%s')",
                                  QUOTE(f->text), QUOTE(f->text));
}

/* Before the first byte of a layer. */
static bool check_size(const struct fetch *f, const struct image *image, struct error *err)
{
    uint64_t most = f->options->max_size;
    uint64_t size =
        f->set.count ? platforms_size(f->set.images, f->set.count) : platforms_size(image, 1);

    return !most || size <= most ||
           error_set(err, ERROR_CONFIGURATION,
                     "its layers have %llu bytes, more than the %llu that --max-size allows",
                     (unsigned long long)size, (unsigned long long)most);
}

/* Behind all else, as it is of an image that is there. */
static bool look_for_referrers(struct fetch *f, const struct image *image, struct referrers *list,
                               struct error *err)
{
    struct registry *registry;

    if (!f->options->referrers)
        return true;
    registry = source_registry(f->source);
    if (!find_referrers(registry, image, list, err) ||
        !keep_referrer_documents(registry, list, f->layout, f->warn, err))
        return false;
    if (list->cut)
        f->warn("more is attached to the image than is listed");
    return true;
}

static bool check_options(const struct fetch *f, struct error *err)
{
    return !f->options->referrers || f->ref->transport == TRANSPORT_REGISTRY ||
           error_set(err, ERROR_USAGE, "--referrers asks a registry, and '%s' is in none",
                     QUOTE(f->text));
}

static bool fetch(struct fetch *f, struct image *image, struct referrers *referrers,
                  struct error *err)
{
    CLEANUP(cleanup_free) char *name = NULL;

    if (!check_options(f, err) || !open_cache(f, err) || !open_source(f, err))
        return false;
    if (!load(f, image, err))
        return suggest_daemon(f, err);
    name = reference_name(f->ref, f->text);
    image_set_reference(image, f->text, name, &image->manifest.digest);
    source_warn(f->source, image);
    return check_size(f, image, err) && keep_image(f, image, err) &&
           look_for_referrers(f, image, referrers, err);
}

static void tell_registry_warning(const struct fetch *f)
{
    bool is_registry = f->source && f->ref->transport == TRANSPORT_REGISTRY;
    const char *text = is_registry ? source_registry_warning(f->source) : NULL;
    CLEANUP(cleanup_free) char *warning = NULL;

    if (!text)
        return;
    warning = xasprintf("registry '%s' warns: %s", QUOTE(f->ref->host), text);
    f->warn(warning);
}

static void release(struct fetch *f)
{
    image_set_release(&f->set);
    source_close(f->source);
    layout_close(f->layout);
    layout_close(f->found);
    layer_cache_close(f->cache);
}

bool fetch_image(const char *text, const struct options *options, fetch_warn *warn,
                 struct image *image, struct referrers *referrers, struct error *err)
{
    REFERENCE_AUTO(ref);
    struct fetch f = {.text = text, .ref = &ref, .options = options, .warn = warn};
    bool done = source_reference_parse(text, &ref, err) && fetch(&f, image, referrers, err);

    tell_registry_warning(&f);
    release(&f);
    return done;
}
