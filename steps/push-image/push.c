/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "push.h"

#include <stdlib.h>
#include <string.h>

#include "image_source.h"
#include "layout.h"
#include "progress.h"
#include "workers.h"
#include "xalloc.h"

/* What all jobs share. */
struct pusher {
    struct push *push;
    struct registry_push *registry;
    struct layout *layout;
    struct progress *progress;
};

void push_release(struct push *push)
{
    reference_release(&push->to);
    for (size_t i = 0; i < push->image_count; i++)
        image_release(&push->images[i]);
    free(push->images);
    free(push->blobs);
    free(push->warning);
    *push = (struct push){0};
}

/* ---- which blobs ---- */

static bool is_listed(const struct push *push, const struct descriptor *blob)
{
    for (size_t i = 0; i < push->blob_count; i++)
        if (digest_equal(&push->blobs[i].blob->digest, &blob->digest))
            return true;
    return false;
}

static void list_blob(struct push *push, const struct descriptor *blob, bool absent)
{
    if (is_listed(push, blob))
        return;
    push->blobs = xreallocarray(push->blobs, push->blob_count + 1, sizeof *push->blobs);
    push->blobs[push->blob_count++] = (struct pushed){.blob = blob, .absent = absent};
}

/* Foreign layers that are not here are for their own places. */
static void list_blobs(struct push *push, const struct layout *layout, const struct image *image)
{
    for (size_t i = 0; i < image->layer_count; i++) {
        const struct descriptor *blob = &image->layers[i].blob;
        bool absent = !layout_has_blob(layout, blob);

        if (!absent || !media_type_is_foreign(blob->media_type))
            list_blob(push, blob, absent);
    }
    list_blob(push, &image->config, !layout_has_blob(layout, &image->config));
}

/* ---- blobs ---- */

struct job {
    struct pusher *pusher;
    size_t blob;
};

static struct stream *open_rest(void *context, const struct descriptor *blob, uint64_t first,
                                struct error *err)
{
    const struct job *job = context;
    struct stream *whole = layout_open_blob(job->pusher->layout, blob, err);

    return whole ? progress_watch_take(job->pusher->progress, job->blob, first,
                                       stream_after_take(whole, first))
                 : NULL;
}

static bool push_one(void *context, size_t i, struct error *err)
{
    struct job job = {context, i};
    struct pushed *pushed = &job.pusher->push->blobs[i];

    if (!registry_push_blob(job.pusher->registry, pushed->blob, pushed->absent ? NULL : open_rest,
                            &job, &pushed->way, err))
        return error_prefix(err, "blob %s", DIGEST_TEXT(&pushed->blob->digest));
    progress_end(job.pusher->progress, i);
    return true;
}

static void stop(void *context)
{
    registry_push_stop(((struct pusher *)context)->registry);
}

static bool run_jobs(struct pusher *pusher, size_t jobs, struct error *err)
{
    const struct workers workers = {.jobs = pusher->push->blob_count,
                                    .threads = jobs,
                                    .work = push_one,
                                    .stop = stop,
                                    .context = pusher};

    return workers_run(&workers, err);
}

static bool push_blobs(struct pusher *pusher, const struct options *options, struct error *err)
{
    const struct push *push = pusher->push;
    CLEANUP(cleanup_free)
    const struct descriptor **blobs = xcalloc(push->blob_count, sizeof *blobs);
    bool done;

    for (size_t i = 0; i < push->blob_count; i++)
        blobs[i] = push->blobs[i].blob;
    pusher->progress = progress_start(progress_form(options->common.quiet, options->common.verbose),
                                      "blobs", blobs, push->blob_count);
    done = run_jobs(pusher, options->jobs, err);
    progress_stop(pusher->progress);
    return done;
}

/* ---- manifests ---- */

/* name NULL: under its digest. */
static bool push_document(const struct pusher *pusher, const struct descriptor *manifest,
                          const char *name, struct digest *ret_held, struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_MANIFEST);

    return layout_read_blob(pusher->layout, manifest, LIMIT_MANIFEST, &bytes, err) &&
           registry_push_manifest(pusher->registry, manifest, strbuf_span(&bytes), name, ret_held,
                                  err);
}

/* The name that the reference gives; a digest that it gives must be the image's. */
static bool find_name(const struct push *push, const struct descriptor *manifest,
                      const char **ret_name, struct error *err)
{
    *ret_name = push->to.digest ? NULL : push->to.tag;
    return !push->to.digest || strcmp(push->to.digest, DIGEST_TEXT(&manifest->digest)) == 0 ||
           error_set(err, ERROR_USAGE, "the image has the digest %s, not '%s'",
                     DIGEST_TEXT(&manifest->digest), QUOTE(push->to.digest));
}

/* ---- an index ---- */

static bool read_document(void *context, const struct descriptor *blob, size_t limit,
                          struct strbuf *out, struct error *err)
{
    return layout_read_blob(context, blob, limit, out, err);
}

/* Innermost first: a registry refuses an index that refers to what it has not. */
static bool push_index(struct pusher *pusher, const struct image_set *set, const char *name,
                       struct error *err)
{
    struct digest held;

    for (size_t i = 0; i < set->count; i++)
        if (!push_document(pusher, &set->images[i].manifest, NULL, &held, err))
            return false;
    for (size_t i = set->index_count; i-- > 0;)
        if (!push_document(pusher, &set->indexes[i], i ? NULL : name, &held, err))
            return false;
    return true;
}

static bool push_all(struct pusher *pusher, const struct image *image,
                     const struct options *options, struct error *err)
{
    const struct image_source source = {read_document, read_document, pusher->layout};
    struct push *push = pusher->push;
    IMAGE_SET_AUTO(set);
    const char *name;
    bool done;

    if (!find_name(push, &image->index, &name, err) ||
        !image_load_all(&set, &source, &image->index, err))
        return false;
    for (size_t i = 0; i < set.count; i++)
        list_blobs(push, pusher->layout, &set.images[i]);
    push->held = image->manifest.digest;
    done = push_blobs(pusher, options, err) && push_index(pusher, &set, name, err);
    /* The receipt borrows their descriptors. */
    push->images = STEAL(set.images);
    push->image_count = set.count;
    set.count = 0;
    return done;
}

static bool push_single(struct pusher *pusher, const struct image *image,
                        const struct options *options, struct error *err)
{
    const char *name;

    if (!find_name(pusher->push, &image->manifest, &name, err))
        return false;
    list_blobs(pusher->push, pusher->layout, image);
    return push_blobs(pusher, options, err) &&
           push_document(pusher, &image->manifest, name, &pusher->push->held, err);
}

/* ---- */

/* The repository that the image came from, when it is another one of the same registry, to free; or NULL. */
static char *mount_source(const struct image *image, const struct reference *to)
{
    struct error ignored = {0};
    REFERENCE_AUTO(from);

    if (!reference_parse(image->resolved, &from, &ignored) ||
        from.transport != TRANSPORT_REGISTRY || strcmp(from.host, to->host) != 0 ||
        strcmp(from.repository, to->repository) == 0)
        return NULL;
    return STEAL(from.repository);
}

bool push_image(struct push *push, const struct image *image, const struct options *options,
                struct error *err)
{
    struct registry_options how = cli_registry_options(&options->registry);
    CLEANUP(cleanup_free) char *from = NULL;
    CLEANUP(cleanup_layout) struct layout *layout = NULL;
    CLEANUP(cleanup_registry_push) struct registry_push *registry = NULL;
    struct pusher pusher = {.push = push};
    const char *warning;
    bool done;

    how.login_variable = PUSH_LOGIN;
    if (!reference_parse(options->to, &push->to, err))
        return false;
    if (push->to.transport != TRANSPORT_REGISTRY)
        return error_set(err, ERROR_USAGE, "'%s' is in no registry", QUOTE(options->to));
    if (!image->layout)
        return error_set(err, ERROR_NO_INPUT,
                         "the image document of '%s' comes without a layout: run fetch-image "
                         "without --no-layers",
                         QUOTE(image->reference));
    layout = layout_open(image->layout, err);
    from = mount_source(image, &push->to);
    registry = layout ? registry_push_open(&push->to, &how, from, err) : NULL;
    pusher.layout = layout;
    pusher.registry = registry;
    if (!registry)
        return false;
    done = image->index.media_type ? push_all(&pusher, image, options, err)
                                   : push_single(&pusher, image, options, err);
    warning = registry_push_warning(registry);
    push->warning = warning ? xstrdup(warning) : NULL;
    return done;
}
