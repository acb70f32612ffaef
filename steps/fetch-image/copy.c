/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copy.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "layout_store.h"
#include "turns.h"
#include "workers.h"
#include "xalloc.h"

/* What all jobs share. */
struct copier {
    struct source *source;
    const struct image *image;
    struct layout *layout;
    struct progress *progress;
    struct turns turns;
    atomic_bool stopped; /* a layer has failed: the others need not go on */
};

bool copy_document(struct source *s, image_source_read *read, const struct descriptor *blob,
                   size_t limit, struct layout *layout, struct error *err)
{
    STRBUF_AUTO(bytes, limit);
    CLEANUP(cleanup_stream) struct stream *in = NULL;

    if (layout_has_blob(layout, blob))
        return true;
    if (!image_source_read_document(read, s, blob, limit, &bytes, err))
        return false;
    in = stream_of_span(strbuf_span(&bytes));
    return layout_write_blob(layout, blob, in, err);
}

/* ---- a layer's bytes on their way ---- */

/* Ends when another layer has failed. */
struct stoppable {
    struct stream base;
    struct stream *upstream;
    struct copier *copier;
};

static bool is_stopped(const struct stoppable *s, struct error *err)
{
    return atomic_load(&s->copier->stopped) &&
           !error_set(err, ERROR_TRY_AGAIN, "another layer failed");
}

static bool stoppable_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct stoppable *s = (struct stoppable *)base;

    return !is_stopped(s, err) && stream_next(s->upstream, ret_piece, err);
}

static bool stoppable_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                           struct error *err)
{
    struct stoppable *s = (struct stoppable *)base;

    return !is_stopped(s, err) && stream_read(s->upstream, out, capacity, ret_len, err);
}

static void stoppable_close(struct stream *base)
{
    struct stoppable *s = (struct stoppable *)base;

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
    static const struct stream_ops ops = {.next = stoppable_next,
                                          .read = stoppable_read,
                                          .close = stoppable_close};
    const struct job *job = context;
    struct stream *upstream = source_open_rest(job->copier->source, blob, first, err);
    struct stoppable *s;

    if (!upstream)
        return NULL;
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->upstream = upstream;
    s->copier = job->copier;
    return progress_watch_take(job->copier->progress, job->layer, first, &s->base);
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
    /* It need not be there. */
    if (media_type_is_foreign(blob->media_type) && failure.kind == ERROR_NO_INPUT)
        return true;
    error_set(err, failure.kind, "%s", failure.message);
    return error_prefix(err, "layer %s", DIGEST_TEXT(&blob->digest));
}

static bool copy_one(void *context, size_t i, struct error *err)
{
    struct copier *copier = context;
    struct job job = {.copier = copier};
    struct turn turn;
    bool done;

    (void)i;
    turns_take(&copier->turns, &turn);
    job.layer = turn.layer;
    done = copier->image->layers[turn.layer].absent || copy_layer(&job, err);
    turns_give_back(&copier->turns, &turn);
    return done;
}

static void stop(void *context)
{
    struct copier *copier = context;

    atomic_store(&copier->stopped, true);
    source_stop(copier->source);
}

static bool run_jobs(struct copier *copier, size_t jobs, struct error *err)
{
    const struct image *image = copier->image;
    CLEANUP(cleanup_free) size_t *order = xcalloc(image->layer_count, sizeof *order);
    bool in_order = source_order(copier->source, image, order);
    struct workers workers = {.jobs = image->layer_count,
                              .work = copy_one,
                              .stop = stop,
                              .context = copier};
    bool done;

    turns_init(&copier->turns, image, in_order ? order : NULL, jobs);
    workers.threads = turns_threads(&copier->turns);
    done = workers_run(&workers, err);
    turns_release(&copier->turns);
    return done;
}

static bool copy_layers(struct source *s, const struct image *image, struct layout *layout,
                        size_t jobs, struct progress *progress, struct error *err)
{
    struct copier copier = {.source = s, .image = image, .layout = layout, .progress = progress};

    if (run_jobs(&copier, jobs, err))
        return true;
    /* What a full disk holds is room that others want. */
    for (size_t i = 0; err->kind == ERROR_LOCAL_IO && i < image->layer_count; i++)
        layout_forget_partial(layout, &image->layers[i].blob);
    return false;
}

bool copy_image(struct source *s, const struct image *image, struct layout *layout, size_t jobs,
                struct progress *progress, struct error *err)
{
    return copy_layers(s, image, layout, jobs, progress, err) &&
           copy_document(s, s->ops->read_blob, &image->config, LIMIT_IMAGE_CONFIG, layout, err) &&
           copy_document(s, s->ops->read_manifest, &image->manifest, LIMIT_MANIFEST, layout, err);
}
