/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep.h"

#include <inttypes.h>

#include "flight.h"
#include "gather.h"
#include "settle.h"
#include "xalloc.h"

void keep_refuse(struct keeper *keeper, const struct error *why)
{
    keeper->refused++;
    error_set(&keeper->first, why->kind, "%s", why->message);
}

void keep_use_store(struct keeper *keeper, struct object_store *store)
{
    keeper->stores[keeper->store_count++] = store;
    if (keeper->spool)
        object_store_set_trouble(store, flight_save, keeper);
}

bool keep_document(struct keeper *keeper, struct span text, const char *name, uint64_t line,
                   struct error *err)
{
    struct keeping one = {.where = xasprintf("%s, line %" PRIu64, name, line)};
    struct error why = {0};
    bool made = kept_document(&one.kept, text, &keeper->how, &why);

    return gather_made(keeper, &one, made, &why, err);
}

/* A log that cannot be read, or not be held while it is stored, is the input's trouble, and no store's. */
bool keep_raw_log(struct keeper *keeper, struct stream *log, const char *name, struct error *err)
{
    struct keeping one = {0};
    struct error why = {0};

    if (kept_raw_log(&one.kept, log, &keeper->how, &why)) {
        one.where = xasprintf("%s", name);
        return gather_add(keeper, &one, err);
    }
    error_prefix(&why, "%s", name);
    keep_refuse(keeper, &why);
    kept_release(&one.kept);
    return true;
}

/* ---- the end ---- */

/* What is worth trying again first: what waits. */
static bool tell_failures(const struct keeper *keeper, struct error *err)
{
    if (error_is_set(&keeper->away)) {
        error_set(err, keeper->away.kind, "%s", keeper->away.message);
        return keeper->spool && error_prefix(err, "%" PRIu64 " wait in the spool '%s'",
                                             keeper->waiting, QUOTE(keeper->spool->folder));
    }
    if (!keeper->refused)
        return true;
    error_set(err, keeper->first.kind, "%s", keeper->first.message);
    if (keeper->refused > 1)
        error_prefix(err, "%" PRIu64 " of %" PRIu64 " refused, the first", keeper->refused,
                     keeper->refused + keeper->kept);
    return false;
}

bool keep_send(struct keeper *keeper, struct error *err)
{
    return gather_send(keeper, err) && flight_land(keeper, err);
}

bool keep_finish(struct keeper *keeper, struct error *err)
{
    return keep_send(keeper, err) && settle_write_index(keeper, err) && tell_failures(keeper, err);
}

void keep_release(struct keeper *keeper)
{
    flight_join(&keeper->flight);
    flight_clear(keeper->flight.things, &keeper->flight.count);
    flight_clear(keeper->batch, &keeper->count);
    free(STEAL(keeper->flight.outcomes));
    free(STEAL(keeper->flight.things));
    index_release(&keeper->index);
    free(keeper->sent);
    keeper->sent = NULL;
    free(STEAL(keeper->batch));
    for (size_t i = 0; i < keeper->store_count; i++)
        object_store_close(keeper->stores[i]);
    keeper->store_count = 0;
}
