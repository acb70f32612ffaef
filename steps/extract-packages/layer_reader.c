/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_reader.h"

#include <stdio.h>
#include <stdlib.h>

#include "inflate.h"
#include "read_ahead.h"
#include "tar_header.h"
#include "workers.h"
#include "xalloc.h"

/* More threads than this gain nothing: memory bandwidth is the limit, and each holds buffers. */
#define MOST_JOBS 8

void layer_reader_init(struct layer_reader *reader, const struct image *image,
                       struct layer_place place, uint64_t max_inflated, uint64_t jobs)
{
    *reader = (struct layer_reader){.image = image,
                                    .place = place,
                                    .max_inflated = max_inflated,
                                    .jobs = jobs};
    hold_budget_init(&reader->budget);
}

void layer_reader_release(struct layer_reader *reader)
{
    hold_budget_release(&reader->budget);
    tree_account_release(&reader->account);
}

static void begin_facts(struct layer_reader *reader, size_t layer, struct layer_facts *facts)
{
    layer_facts_init(facts, &reader->image->layers[layer].blob.digest);
    facts->kept = &reader->kept;
    if (!reader->place.tree)
        return;
    /* It has no digest yet, and nobody may know the key. */
    facts->entries.key = path_key_of_process();
    facts->file_at.key = facts->entries.key;
    facts->link_at.key = facts->entries.key;
}

static bool read_tree(struct layer_reader *reader, const struct wanted_list *wanted,
                      struct layer_facts *facts, struct error *err)
{
    struct tree_account again = {0};
    bool first = reader->reads++ == 0;
    bool done = tree_scan(reader->place.tree, wanted, &reader->budget, facts,
                          first ? &reader->account : &again, err);

    tree_account_release(&again);
    return done;
}

/* For messages. */
struct layer_name {
    char text[sizeof "layer " + sizeof(struct digest_text)];
};

static struct layer_name name_of(const struct descriptor *blob)
{
    struct layer_name name;

    snprintf(name.text, sizeof name.text, "layer %s", DIGEST_TEXT(&blob->digest));
    return name;
}

static struct stream *open_blob(const struct layer_reader *reader, const struct descriptor *blob,
                                const char *name, struct error *err)
{
    struct stream *in = source_open_layer(reader->place.source, blob, err);

    if (in)
        return stream_named_take(in, name);
    error_prefix(err, "%s", name);
    return NULL;
}

/* Whether the blob is a tar, from its first bytes; ret_tar is set on success. */
static bool peek(const struct layer_reader *reader, size_t layer, bool *ret_tar, struct error *err)
{
    const struct descriptor *blob = &reader->image->layers[layer].blob;
    struct layer_name name = name_of(blob);
    CLEANUP(cleanup_stream) struct stream *in = open_blob(reader, blob, name.text, err);
    STRBUF_AUTO(start, TAR_BLOCK);

    in = in ? stream_inflate_take(STEAL(in), reader->max_inflated, name.text, err) : NULL;
    while (in && start.len < TAR_BLOCK) {
        struct span piece;

        if (!stream_next(in, &piece, err))
            return false;
        if (!piece.len)
            break;
        strbuf_add_span(&start, span_head(piece, TAR_BLOCK - start.len));
    }
    *ret_tar = tar_begins(strbuf_span(&start));
    return in != NULL;
}

/* facts are initialised. */
static bool read_once(struct layer_reader *reader, size_t layer, const struct wanted_list *wanted,
                      struct layer_facts *facts, struct error *err)
{
    const struct descriptor *blob = &reader->image->layers[layer].blob;
    struct layer_name of = name_of(blob);
    const char *name = of.text;
    struct stream *in;

    if (reader->place.tree)
        return read_tree(reader, wanted, facts, err);
    reader->reads++;
    in = open_blob(reader, blob, name, err);
    if (!in)
        return false;
    in = stream_verify_threaded_take(in, &blob->digest, blob->size, name);
    in = stream_inflate_take(in, reader->max_inflated, name, err);
    if (!in)
        return false;
    /* A thread costs more than inflating a small blob. */
    bool large = blob->size >= 4 * STREAM_PIECE;
    bool hashed = reader->verify_diff_ids && wanted == reader->cache.all;
    if (hashed)
        in = stream_hash_take(in, large, &facts->diff_id);
    if (large)
        in = stream_read_ahead_take(in);
    facts->has_diff_id =
        layer_scan_take(in, name, reader->cache.form, wanted, &reader->budget, facts, err) &&
        hashed;
    return !error_is_set(err);
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

static enum layer_way way_of(const struct layer_reader *reader, size_t layer)
{
    return reader->ways ? reader->ways[layer] : LAYER_READ;
}

/* A second look is at bytes that were hashed in the first. */
static bool check_diff_id(const struct layer_reader *reader, size_t layer,
                          const struct wanted_list *wanted, const struct layer_facts *facts,
                          struct error *err)
{
    const struct layer *of = &reader->image->layers[layer];

    if (!reader->verify_diff_ids || wanted != reader->cache.all)
        return true;
    if (!of->has_diff_id)
        return error_set(err, ERROR_MALFORMED, "layer %s: the config has no diff_id to verify",
                         DIGEST_TEXT(&of->blob.digest));
    if (of->diff_id.algorithm != DIGEST_SHA256)
        return error_set(err, ERROR_CONFIGURATION,
                         "layer %s: its diff_id '%s' cannot be verified, sha256 can",
                         DIGEST_TEXT(&of->blob.digest), DIGEST_TEXT(&of->diff_id));
    return digest_equal(&facts->diff_id, &of->diff_id) ||
           error_set(err, ERROR_MALFORMED,
                     "layer %s: its inflated bytes have the digest %s; the config's diff_id is %s",
                     DIGEST_TEXT(&of->blob.digest), DIGEST_TEXT(&facts->diff_id),
                     DIGEST_TEXT(&of->diff_id));
}

static bool leave_unread(struct layer_reader *reader, size_t layer)
{
    reader->unread[layer] = true;
    return true;
}

/* Whether the layer's blob can be had. */
static bool check_open(struct layer_reader *reader, size_t layer, struct error *err)
{
    const struct layer *of = &reader->image->layers[layer];

    if (of->absent)
        return left_out(reader, &of->blob.digest, err);
    return true;
}

bool layer_reader_read(struct layer_reader *reader, size_t layer, const struct wanted_list *wanted,
                       struct layer_facts *facts, struct error *err)
{
    const struct digest *blob = &reader->image->layers[layer].blob.digest;
    enum layer_way way = way_of(reader, layer);
    bool tar = true;

    begin_facts(reader, layer, facts);
    /* Not even from the cache: it may be a layer of another image. */
    if (way == LAYER_NOT_ONE)
        return leave_unread(reader, layer);
    if (facts_cache_get(&reader->cache, blob, wanted, facts))
        return check_diff_id(reader, layer, wanted, facts, err);
    if (way == LAYER_FOREIGN)
        return leave_unread(reader, layer);
    if (!check_open(reader, layer, err) || (way == LAYER_IF_TAR && !peek(reader, layer, &tar, err)))
        return false;
    if (!tar)
        return leave_unread(reader, layer);
    if (!read_blob(reader, layer, wanted, facts, err))
        return false;
    facts_cache_put(&reader->cache, blob, wanted, facts);
    return check_diff_id(reader, layer, wanted, facts, err);
}

/* ---- several at a time ---- */

/* What all jobs share. */
struct all_layers {
    struct layer_reader *reader;
    const struct wanted_list *wanted;
    struct layer_facts *facts;
    const size_t *order; /* of the layers, as they are read */
};

static bool read_one(void *context, size_t i, struct error *err)
{
    const struct all_layers *all = context;
    size_t layer = all->order[i];

    return layer_reader_read(all->reader, layer, all->wanted, &all->facts[layer], err);
}

static size_t thread_count(const struct layer_reader *reader, bool in_order)
{
    if (in_order)
        return 1;
    return reader->jobs > MOST_JOBS ? MOST_JOBS : reader->jobs;
}

bool layer_reader_read_all(struct layer_reader *reader, const struct wanted_list *wanted,
                           struct layer_facts *facts, struct error *err)
{
    CLEANUP(cleanup_free) size_t *order = xcalloc(reader->image->layer_count, sizeof *order);
    struct all_layers all = {.reader = reader, .wanted = wanted, .facts = facts, .order = order};
    /* A tree is one layer, whose number is 0. */
    bool in_order =
        reader->place.source && source_order(reader->place.source, reader->image, order);
    const struct workers workers = {.jobs = reader->image->layer_count,
                                    .threads = thread_count(reader, in_order),
                                    .work = read_one,
                                    .context = &all};

    return workers_run(&workers, err);
}
