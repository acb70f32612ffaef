/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep.h"

#include <inttypes.h>
#include <string.h>

#include "put_batch.h"
#include "xalloc.h"

/* ---- what is wrong ---- */

void keep_refuse(struct keeper *keeper, const struct error *why)
{
    keeper->refused++;
    error_set(&keeper->first, why->kind, "%s", why->message);
}

/* True if the fault is the document's own; the others are still worth storing. */
static bool is_refusal(const struct error *why)
{
    return why->kind == ERROR_MALFORMED || why->kind == ERROR_NO_INPUT;
}

/* One of the batch is not kept; err is set when the run must end. */
static void settle(struct keeper *keeper, struct keeping *one, struct error *why, struct error *err)
{
    error_prefix(why, "%s", one->where);
    if (!is_refusal(why))
        error_set(err, why->kind, "%s", why->message);
    else if (!one->failed)
        keep_refuse(keeper, why);
    one->failed = true;
}

/* ---- one store ---- */

static bool write_receipt(struct keeper *keeper, const struct object_store *store,
                          const struct kept *kept, const struct put_outcome *outcome,
                          struct error *err)
{
    struct receipt receipt = {.kept = kept,
                              .place = object_store_place(store),
                              .size = outcome->size,
                              .sha256 = outcome->sha256,
                              .md5 = &outcome->md5,
                              .was_there = outcome->was_there};

    return receipt_write(keeper->out, &receipt, &keeper->receipts, err);
}

static void put_into(struct keeper *keeper, struct object_store *store, struct error *err)
{
    struct kept *things[KEPT_AT_ONCE];
    CLEANUP(cleanup_free)
    struct put_outcome *outcomes = xcalloc(KEPT_AT_ONCE, sizeof *outcomes);

    for (size_t i = 0; i < keeper->count; i++)
        things[i] = &keeper->batch[i].kept;
    put_batch(store, things, keeper->count, outcomes);
    for (size_t i = 0; i < keeper->count; i++) {
        if (error_is_set(&outcomes[i].why))
            settle(keeper, &keeper->batch[i], &outcomes[i].why, err);
        else
            write_receipt(keeper, store, things[i], &outcomes[i], err);
    }
}

/* ---- all stores ---- */

static void clear_batch(struct keeper *keeper)
{
    for (size_t i = 0; i < keeper->count; i++) {
        kept_release(&keeper->batch[i].kept);
        free(keeper->batch[i].where);
        keeper->batch[i] = (struct keeping){0};
    }
    keeper->count = 0;
    keeper->bytes = 0;
}

static bool write_index(struct keeper *keeper, struct error *err)
{
    return index_write(&keeper->index, keeper->stores, keeper->store_count, keeper->how.prefix,
                       err);
}

static void count_kept(struct keeper *keeper)
{
    for (size_t i = 0; i < keeper->count; i++) {
        struct keeping *one = &keeper->batch[i];

        if (one->failed)
            continue;
        keeper->kept++;
        if (strcmp(one->kept.kind, KEPT_RAW_LOG) == 0)
            index_add_raw_log(&keeper->index, one->kept.id);
        if (one->kept.row)
            index_add_take(&keeper->index, &one->kept.day, STEAL(one->kept.row));
    }
}

/* One that is away does not keep the others from being filled. */
static bool flush(struct keeper *keeper, struct error *err)
{
    for (size_t i = 0; i < keeper->store_count; i++)
        put_into(keeper, keeper->stores[i], err);
    count_kept(keeper);
    clear_batch(keeper);
    return !error_is_set(err) && (!index_is_full(&keeper->index) || write_index(keeper, err));
}

static bool add(struct keeper *keeper, struct keeping *one, struct error *err)
{
    if (!keeper->batch)
        keeper->batch = xcalloc(KEPT_AT_ONCE, sizeof *keeper->batch);
    keeper->batch[keeper->count++] = *one;
    keeper->bytes += one->kept.size;
    return (keeper->count < KEPT_AT_ONCE && keeper->bytes < KEPT_BYTES_AT_ONCE) ||
           flush(keeper, err);
}

static bool gather(struct keeper *keeper, struct keeping *one, bool made, struct error *why,
                   struct error *err)
{
    if (made)
        return add(keeper, one, err);
    settle(keeper, one, why, err);
    kept_release(&one->kept);
    free(one->where);
    return !error_is_set(err);
}

bool keep_document(struct keeper *keeper, struct span text, const char *name, uint64_t line,
                   struct error *err)
{
    struct keeping one = {.where = xasprintf("%s, line %" PRIu64, name, line)};
    struct error why = {0};
    bool made = kept_document(&one.kept, text, &keeper->how, &why);

    return gather(keeper, &one, made, &why, err);
}

bool keep_raw_log(struct keeper *keeper, struct span bytes, const char *name, struct error *err)
{
    struct keeping one = {.where = xasprintf("%s", name)};
    struct error why = {0};
    bool made = kept_raw_log(&one.kept, bytes, &keeper->how, &why);

    return gather(keeper, &one, made, &why, err);
}

bool keep_finish(struct keeper *keeper, struct error *err)
{
    if (!flush(keeper, err) || !write_index(keeper, err))
        return false;
    if (!keeper->refused)
        return true;
    error_set(err, keeper->first.kind, "%s", keeper->first.message);
    if (keeper->refused > 1)
        error_prefix(err, "%" PRIu64 " of %" PRIu64 " refused, the first", keeper->refused,
                     keeper->refused + keeper->kept);
    return false;
}

void keep_release(struct keeper *keeper)
{
    clear_batch(keeper);
    index_release(&keeper->index);
    free(STEAL(keeper->batch));
    for (size_t i = 0; i < keeper->store_count; i++)
        object_store_close(keeper->stores[i]);
    keeper->store_count = 0;
}
