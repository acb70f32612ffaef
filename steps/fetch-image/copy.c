/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copy.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "layout_store.h"
#include "xalloc.h"

/* What all jobs share. */
struct copier {
    struct source *source;
    const struct image *image;
    struct layout *layout;
    struct progress *progress;
    size_t *order;
    atomic_size_t next;
    atomic_bool stopped; /* a layer has failed: the others need not go on */
    pthread_mutex_t lock;
    struct error *err; /* the first failure */
};

static bool copy_document(struct source *s, image_source_read *read, const struct descriptor *blob,
                          size_t limit, struct layout *layout, struct error *err)
{
    STRBUF_AUTO(bytes, limit);
    CLEANUP(cleanup_stream) struct stream *in = NULL;

    if (layout_has_blob(layout, blob))
        return true;
    if (!read(s, blob, limit, &bytes, err))
        return false;
    in = stream_of_span(strbuf_span(&bytes));
    return layout_write_blob(layout, blob, in, err);
}

/* ---- a layer's bytes on their way ---- */

/* Tells what passes, and ends when another layer has failed. */
struct watched {
    struct stream base;
    struct stream *upstream;
    struct copier *copier;
    size_t layer;
};

static bool watched_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct watched *s = (struct watched *)base;

    if (atomic_load(&s->copier->stopped))
        return error_set(err, ERROR_TRY_AGAIN, "another layer failed");
    if (!stream_next(s->upstream, ret_piece, err))
        return false;
    progress_add(s->copier->progress, s->layer, ret_piece->len);
    return true;
}

static void watched_close(struct stream *base)
{
    struct watched *s = (struct watched *)base;

    stream_close(s->upstream);
    free(s);
}

/* One layer of the copier's. */
struct job {
    struct copier *copier;
    size_t layer;
};

static struct stream *open_rest(void *context, const struct descriptor *blob, uint64_t first,
                                struct error *err)
{
    static const struct stream_ops ops = {.next = watched_next, .close = watched_close};
    const struct job *job = context;
    struct stream *upstream = source_open_rest(job->copier->source, blob, first, err);
    struct watched *s;

    if (!upstream)
        return NULL;
    progress_begin(job->copier->progress, job->layer, first);
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->upstream = upstream;
    s->copier = job->copier;
    s->layer = job->layer;
    return &s->base;
}

/* ---- the jobs ---- */

static bool copy_layer(struct job *job, struct error *err)
{
    const struct descriptor *blob = &job->copier->image->layers[job->layer].blob;
    struct error failure = {0};

    if (layout_store_blob(job->copier->layout, blob, open_rest, job, &failure)) {
        progress_end(job->copier->progress, job->layer);
        return true;
    }
    /* It need not be there, and hosts that it names (`urls`) are not asked. */
    if (media_type_is_foreign(blob->media_type) && failure.kind == ERROR_NO_INPUT)
        return true;
    error_set(err, failure.kind, "%s", failure.message);
    return error_prefix(err, "layer %s", DIGEST_TEXT(&blob->digest));
}

static void fail(struct copier *copier, const struct error *failure)
{
    pthread_mutex_lock(&copier->lock);
    if (!atomic_exchange(&copier->stopped, true))
        error_set(copier->err, failure->kind, "%s", failure->message);
    source_stop(copier->source);
    pthread_mutex_unlock(&copier->lock);
}

static void *copy_some(void *context)
{
    struct copier *copier = context;
    size_t i;

    while (!atomic_load(&copier->stopped) &&
           (i = atomic_fetch_add(&copier->next, 1)) < copier->image->layer_count) {
        struct job job = {copier, copier->order[i]};
        struct error failure = {0};

        if (!copier->image->layers[job.layer].absent && !copy_layer(&job, &failure))
            fail(copier, &failure);
    }
    return NULL;
}

/* With as many threads as can be had, up to jobs; the caller's is one of them. */
static void run_jobs(struct copier *copier, size_t jobs)
{
    CLEANUP(cleanup_free) pthread_t *threads = xcalloc(jobs, sizeof *threads);
    size_t count = 0;

    while (count + 1 < jobs && pthread_create(&threads[count], NULL, copy_some, copier) == 0)
        count++;
    copy_some(copier);
    while (count > 0)
        pthread_join(threads[--count], NULL);
}

static bool copy_layers(struct source *s, const struct image *image, struct layout *layout,
                        size_t jobs, struct progress *progress, struct error *err)
{
    CLEANUP(cleanup_free) size_t *order = xcalloc(image->layer_count, sizeof *order);
    struct copier copier = {.source = s,
                            .image = image,
                            .layout = layout,
                            .progress = progress,
                            .order = order,
                            .lock = PTHREAD_MUTEX_INITIALIZER,
                            .err = err};

    if (source_order(s, image, order))
        jobs = 1;
    run_jobs(&copier, jobs < image->layer_count ? jobs : image->layer_count);
    return !atomic_load(&copier.stopped);
}

bool copy_image(struct source *s, const struct image *image, struct layout *layout, size_t jobs,
                struct progress *progress, struct error *err)
{
    return copy_layers(s, image, layout, jobs, progress, err) &&
           copy_document(s, s->ops->read_blob, &image->config, LIMIT_IMAGE_CONFIG, layout, err) &&
           copy_document(s, s->ops->read_manifest, &image->manifest, LIMIT_MANIFEST, layout, err);
}
