/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settle.h"

#include <string.h>

#include "xalloc.h"

/* ---- what is wrong ---- */

/* True if the fault is the document's own; the others are still worth storing. */
static bool is_refusal(const struct error *why)
{
    return why->kind == ERROR_MALFORMED || why->kind == ERROR_NO_INPUT;
}

/* A store failed. */
static void heed_failure(struct keeper *keeper, const struct error *why)
{
    error_set(&keeper->away, why->kind, "%s", why->message);
}

bool settle_can_go_on(const struct keeper *keeper, struct error *err)
{
    for (size_t i = 0; i < keeper->store_count; i++)
        if (keeper->spool || !keeper->is_away[i])
            return !error_is_set(err);
    return error_set(err, keeper->away.kind, "%s", keeper->away.message);
}

bool settle_failed(struct keeper *keeper, struct keeping *one, struct error *why)
{
    bool is_away = !is_refusal(why);

    error_prefix(why, "%s", one->where);
    if (is_away) {
        one->waits = true;
        heed_failure(keeper, why);
    } else if (!one->failed) {
        keep_refuse(keeper, why);
    }
    one->failed = true;
    return is_away;
}

/* ---- into the spool ---- */

bool settle_in_spool(struct keeper *keeper, struct keeping *one, struct error *err)
{
    struct error why = {0};

    if (one->spooled || spool_keep(keeper->spool, &one->kept, &one->spooled, &why))
        return true;
    error_prefix(&why, "%s", one->where);
    return error_set(err, why.kind, "%s", why.message);
}

/* ---- the index ---- */

bool settle_put_index(void *context, const struct index_day *day, struct span rows,
                      struct error *err)
{
    struct keeper *keeper = context;
    CLEANUP(cleanup_free) char *key = index_key(keeper->how.prefix, day, rows);
    struct error why = {0};
    bool taken; /* by the same bytes */

    for (size_t i = 0; i < keeper->store_count; i++)
        if (!keeper->is_away[i] &&
            !object_store_put_new(keeper->stores[i], key, rows, &taken, &why))
            keeper->is_away[i] = true;
    if (error_is_set(&why))
        heed_failure(keeper, &why);
    if (keeper->spool && error_is_set(&keeper->away))
        spool_keep_index(keeper->spool, day, rows, err);
    return settle_can_go_on(keeper, err);
}

bool settle_write_index(struct keeper *keeper, struct error *err)
{
    if (!index_write(&keeper->index, settle_put_index, keeper, err))
        return false;
    while (keeper->sent_count)
        if (!spool_remove(keeper->spool, keeper->sent[--keeper->sent_count], err))
            return false;
    return true;
}

/* ---- what has landed ---- */

/* What waits in the spool is counted by the run that sends it. */
static bool is_kept(const struct keeper *keeper, const struct keeping *one)
{
    return !one->failed || (one->waits && one->stored && !keeper->spool);
}

static void count_kept(struct keeper *keeper)
{
    for (size_t i = 0; i < keeper->flight.count; i++) {
        struct keeping *one = &keeper->flight.things[i];

        if (!is_kept(keeper, one))
            continue;
        keeper->kept++;
        if (strcmp(one->kept.kind, KEPT_RAW_LOG) == 0)
            index_add_raw_log(&keeper->index, one->kept.id);
        if (one->kept.row)
            index_add_take(&keeper->index, &one->kept.day, STEAL(one->kept.row));
    }
}

/* What becomes of the spool's file of one of the batch, or whether it gets one. */
static bool settle_spool(struct keeper *keeper, struct keeping *one, struct error *err)
{
    if (one->spooled && !one->failed) {
        XGROW(keeper->sent, keeper->sent_count, keeper->sent_capacity);
        keeper->sent[keeper->sent_count++] = one->spooled;
    }
    if (one->waits)
        keeper->waiting++;
    if (one->spooled && one->failed && !one->waits)
        return spool_set_aside(keeper->spool, one->spooled, err);
    return !one->waits || settle_in_spool(keeper, one, err);
}

void settle_landed(struct keeper *keeper, struct error *err)
{
    count_kept(keeper);
    for (size_t i = 0; keeper->spool && i < keeper->flight.count; i++)
        settle_spool(keeper, &keeper->flight.things[i], err);
}
