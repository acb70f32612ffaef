/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_reader.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "inflate.h"
#include "read_ahead.h"
#include "xalloc.h"

/* More threads than this gain nothing: memory bandwidth is the limit, and each holds buffers. */
#define MOST_JOBS 8

void layer_reader_init(struct layer_reader *reader, const struct image *image,
                       const struct layout *layout, uint64_t max_inflated, uint64_t jobs)
{
    *reader = (struct layer_reader){.image = image,
                                    .layout = layout,
                                    .max_inflated = max_inflated,
                                    .jobs = jobs};
    hold_budget_init(&reader->budget);
}

void layer_reader_release(struct layer_reader *reader)
{
    hold_budget_release(&reader->budget);
}

static void begin_facts(struct layer_reader *reader, size_t layer, struct layer_facts *facts)
{
    layer_facts_init(facts, &reader->image->layers[layer].blob.digest);
    facts->kept = &reader->kept;
}

/* facts are initialised. */
static bool read_once(struct layer_reader *reader, size_t layer, const struct wanted_list *wanted,
                      struct layer_facts *facts, struct error *err)
{
    const struct descriptor *blob = &reader->image->layers[layer].blob;
    char name[sizeof "layer " + sizeof(struct digest_text)];
    struct stream *in;

    snprintf(name, sizeof name, "layer %s", DIGEST_TEXT(&blob->digest));
    reader->reads++;
    in = layout_open_blob(reader->layout, blob, err);
    if (!in)
        return error_prefix(err, "%s", name);
    in = stream_verify_threaded_take(in, &blob->digest, blob->size, name);
    in = stream_inflate_take(in, reader->max_inflated, name, err);
    if (!in)
        return false;
    /* A thread costs more than inflating a small blob. */
    if (blob->size >= 4 * STREAM_PIECE)
        in = stream_read_ahead_take(in);
    return layer_scan_take(in, name, wanted, &reader->budget, facts, err);
}

/* ---- files of which a part was not enough ---- */

static void list_incomplete(const struct layer_facts *facts, struct wanted_list *list)
{
    for (size_t i = 0; i < facts->file_count; i++)
        if (facts->files[i].incomplete && !facts->files[i].dropped)
            wanted_list_add_path(list, span_string(facts->files[i].path), facts->files[i].cataloger,
                                 facts->files[i].wanted);
}

/* Moves the facts of all the file's bytes over to those of its parts. */
static void complete(struct layer_file *file, struct layer_facts *whole)
{
    size_t i = path_map_get(&whole->file_at, span_string(file->path));

    for (; i != PATH_MAP_NONE; i = whole->files[i].next_same_path) {
        struct layer_file *from = &whole->files[i];

        if (from->cataloger != file->cataloger)
            continue;
        free(file->facts);
        file->facts = STEAL(from->facts);
        file->facts_len = from->facts_len;
        file->problem_code = from->problem_code;
        file->problem = STEAL(from->problem);
        file->incomplete = false;
    }
    /* With all its bytes it is none of the cataloger's kind. */
    if (file->incomplete)
        file->dropped = true;
}

/* From the blob, as often as it takes. */
static bool read_blob(struct layer_reader *reader, size_t layer, const struct wanted_list *wanted,
                      struct layer_facts *facts, struct error *err)
{
    struct wanted_list again = {0};
    struct layer_facts whole;
    bool done = read_once(reader, layer, wanted, facts, err);

    if (!done)
        return false;
    list_incomplete(facts, &again);
    if (!wanted_list_is_empty(&again)) {
        begin_facts(reader, layer, &whole);
        done = read_once(reader, layer, &again, &whole, err);
        for (size_t i = 0; i < facts->file_count && done; i++)
            if (facts->files[i].incomplete && !facts->files[i].dropped)
                complete(&facts->files[i], &whole);
        layer_facts_release(&whole);
    }
    wanted_list_release(&again);
    return done;
}

static bool left_out(struct layer_reader *reader, const struct digest *blob, struct error *err)
{
    facts_cache_forget(&reader->cache, blob);
    return error_set(err, ERROR_TRY_AGAIN,
                     "layer %s was not fetched as its facts were cached, and they no longer are: "
                     "fetch the image again",
                     DIGEST_TEXT(blob));
}

bool layer_reader_read(struct layer_reader *reader, size_t layer, const struct wanted_list *wanted,
                       struct layer_facts *facts, struct error *err)
{
    const struct layer *of = &reader->image->layers[layer];

    begin_facts(reader, layer, facts);
    if (facts_cache_get(&reader->cache, &of->blob.digest, wanted, facts))
        return true;
    if (of->absent)
        return left_out(reader, &of->blob.digest, err);
    if (reader->closed && reader->closed[layer]) {
        reader->stopped = true;
        return error_set(err, ERROR_BUG, "layer %s is not open", DIGEST_TEXT(&of->blob.digest));
    }
    if (!read_blob(reader, layer, wanted, facts, err))
        return false;
    facts_cache_put(&reader->cache, &of->blob.digest, wanted, facts);
    return true;
}

/* ---- several at a time ---- */

struct pool {
    struct layer_reader *reader;
    const struct wanted_list *wanted;
    struct layer_facts *facts;
    pthread_mutex_t lock;
    size_t next;
    size_t failed_layer;
    struct error failure;
};

static bool take_next(struct pool *pool, size_t *ret_layer)
{
    bool taken;

    pthread_mutex_lock(&pool->lock);
    taken = !error_is_set(&pool->failure) && pool->next < pool->reader->image->layer_count;
    if (taken)
        *ret_layer = pool->next++;
    pthread_mutex_unlock(&pool->lock);
    return taken;
}

static void note_failure(struct pool *pool, size_t layer, const struct error *why)
{
    pthread_mutex_lock(&pool->lock);
    if (!error_is_set(&pool->failure) || layer < pool->failed_layer) {
        pool->failure = *why;
        pool->failed_layer = layer;
    }
    pthread_mutex_unlock(&pool->lock);
}

static void *read_layers(void *context)
{
    struct pool *pool = context;
    size_t layer;

    while (take_next(pool, &layer)) {
        struct error why = {0};

        if (!layer_reader_read(pool->reader, layer, pool->wanted, &pool->facts[layer], &why))
            note_failure(pool, layer, &why);
    }
    return NULL;
}

static size_t thread_count(const struct layer_reader *reader)
{
    size_t jobs = reader->jobs;

    if (jobs > reader->image->layer_count)
        jobs = reader->image->layer_count;
    return jobs > MOST_JOBS ? MOST_JOBS : jobs;
}

bool layer_reader_read_all(struct layer_reader *reader, const struct wanted_list *wanted,
                           struct layer_facts *facts, struct error *err)
{
    struct pool pool = {.reader = reader, .wanted = wanted, .facts = facts};
    pthread_t threads[MOST_JOBS];
    size_t jobs = thread_count(reader);
    size_t started = 0;

    pthread_mutex_init(&pool.lock, NULL);
    /* This thread is one of them; where no other can be had, the only one. */
    while (started + 1 < jobs && pthread_create(&threads[started], NULL, read_layers, &pool) == 0)
        started++;
    read_layers(&pool);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_mutex_destroy(&pool.lock);
    if (error_is_set(&pool.failure))
        return error_set(err, pool.failure.kind, "%s", pool.failure.message);
    return true;
}
