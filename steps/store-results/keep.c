/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep.h"

#include <inttypes.h>
#include <string.h>

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

/* A store failed. */
static void heed_failure(struct keeper *keeper, const struct error *why)
{
    error_set(&keeper->away, why->kind, "%s", why->message);
}

/* False with err set when no store is left, and no spool. */
static bool can_go_on(const struct keeper *keeper, struct error *err)
{
    for (size_t i = 0; i < keeper->store_count; i++)
        if (keeper->spool || !keeper->is_away[i])
            return !error_is_set(err);
    return error_set(err, keeper->away.kind, "%s", keeper->away.message);
}

/* One of the batch is not kept. */
static void settle(struct keeper *keeper, struct keeping *one, struct error *why)
{
    error_prefix(why, "%s", one->where);
    if (!is_refusal(why)) {
        one->waits = true;
        heed_failure(keeper, why);
    } else if (!one->failed) {
        keep_refuse(keeper, why);
    }
    one->failed = true;
}

/* ---- into the spool ---- */

static bool put_into_spool(struct keeper *keeper, struct keeping *one, struct error *err)
{
    struct error why = {0};

    if (one->spooled || spool_keep(keeper->spool, &one->kept, &one->spooled, &why))
        return true;
    error_prefix(&why, "%s", one->where);
    return error_set(err, why.kind, "%s", why.message);
}

/* A store is in trouble, and the batch may be in memory only for as long as it is tried again. */
static void save_batch(void *context)
{
    struct keeper *keeper = context;
    struct error untold = {0}; /* what still waits in the end is put there again */

    for (size_t i = 0; i < keeper->flight.count; i++)
        if (!keeper->flight.things[i].failed || keeper->flight.things[i].waits)
            put_into_spool(keeper, &keeper->flight.things[i], &untold);
}

/* ---- one store ---- */

void keep_use_store(struct keeper *keeper, struct object_store *store)
{
    keeper->stores[keeper->store_count++] = store;
    if (keeper->spool)
        object_store_set_trouble(store, save_batch, keeper);
}

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

/* Of the things on their way, at one of the stores. */
static struct put_outcome *outcomes_at(const struct keeper *keeper, size_t at)
{
    return keeper->flight.outcomes + at * KEPT_AT_ONCE;
}

/* Of the keeper it changes nothing but what is on its way, as the next are gathered meanwhile. */
static void send_to(struct keeper *keeper, size_t at)
{
    struct flight *flight = &keeper->flight;
    struct kept *things[KEPT_AT_ONCE];

    if (keeper->is_away[at])
        return;
    for (size_t i = 0; i < flight->count; i++)
        things[i] = &flight->things[i].kept;
    put_batch(keeper->stores[at], things, flight->count, outcomes_at(keeper, at));
}

/* To ask one that is away would cost the time of all tries again. */
static void put_off(struct keeper *keeper)
{
    for (size_t i = 0; i < keeper->flight.count; i++)
        keeper->flight.things[i].failed = keeper->flight.things[i].waits = true;
}

static void heed_outcomes(struct keeper *keeper, size_t at, struct error *err)
{
    struct put_outcome *outcomes = outcomes_at(keeper, at);
    struct keeping *things = keeper->flight.things;

    if (keeper->is_away[at]) {
        put_off(keeper);
        return;
    }
    for (size_t i = 0; i < keeper->flight.count; i++) {
        if (!error_is_set(&outcomes[i].why)) {
            things[i].stored = true;
            write_receipt(keeper, keeper->stores[at], &things[i].kept, &outcomes[i], err);
            continue;
        }
        keeper->is_away[at] |= !is_refusal(&outcomes[i].why);
        settle(keeper, &things[i], &outcomes[i].why);
    }
}

/* ---- all stores ---- */

static void clear_things(struct keeping *things, size_t *count)
{
    for (size_t i = 0; i < *count; i++) {
        kept_release(&things[i].kept);
        free(things[i].where);
        things[i] = (struct keeping){0};
    }
    *count = 0;
}

/* An index_sink. */
static bool put_index(void *context, const struct index_day *day, struct span rows,
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
    return can_go_on(keeper, err);
}

static bool write_index(struct keeper *keeper, struct error *err)
{
    if (!index_write(&keeper->index, put_index, keeper, err))
        return false;
    while (keeper->sent_count)
        if (!spool_remove(keeper->spool, keeper->sent[--keeper->sent_count], err))
            return false;
    return true;
}

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
    return !one->waits || put_into_spool(keeper, one, err);
}

/* A thread's. */
static void *send_to_all(void *context)
{
    struct keeper *keeper = context;

    for (size_t i = 0; i < keeper->store_count; i++)
        send_to(keeper, i);
    return NULL;
}

/*
 * Sends what is gathered, on a thread, so that the next can be gathered.  With a spool it is sent when it
 * lands: what is brought there when a store is in trouble is then all that there is in memory.
 */
static void take_off(struct keeper *keeper)
{
    struct flight *flight = &keeper->flight;
    struct keeping *landed = flight->things;

    flight->things = keeper->batch;
    flight->count = keeper->count;
    keeper->batch = landed;
    keeper->count = 0;
    keeper->bytes = 0;
    flight->outcomes = xcalloc(keeper->store_count * KEPT_AT_ONCE, sizeof *flight->outcomes);
    flight->has_thread = !keeper->spool && flight->count &&
                         pthread_create(&flight->thread, NULL, send_to_all, keeper) == 0;
}

/* True if a thread has sent it. */
static bool join(struct flight *flight)
{
    if (!flight->has_thread)
        return false;
    pthread_join(flight->thread, NULL);
    flight->has_thread = false;
    return true;
}

/* A store that is away does not keep the others from being filled. */
static bool land(struct keeper *keeper, struct error *err)
{
    struct flight *flight = &keeper->flight;
    bool is_sent = join(flight);

    for (size_t i = 0; flight->count && i < keeper->store_count; i++) {
        if (!is_sent)
            send_to(keeper, i);
        heed_outcomes(keeper, i, err);
    }
    count_kept(keeper);
    for (size_t i = 0; keeper->spool && i < flight->count; i++)
        settle_spool(keeper, &flight->things[i], err);
    clear_things(flight->things, &flight->count);
    free(STEAL(flight->outcomes));
    return can_go_on(keeper, err) && (!index_is_full(&keeper->index) || write_index(keeper, err));
}

/* What was sent before lands, and what is gathered takes off. */
static bool flush(struct keeper *keeper, struct error *err)
{
    if (!land(keeper, err))
        return false;
    take_off(keeper);
    return !keeper->spool || land(keeper, err);
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
    settle(keeper, one, why);
    if (one->spooled && !one->waits)
        spool_set_aside(keeper->spool, one->spooled, err);
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

/* A log that cannot be read, or not be held while it is stored, is the input's trouble, and no store's. */
bool keep_raw_log(struct keeper *keeper, struct stream *log, const char *name, struct error *err)
{
    struct keeping one = {0};
    struct error why = {0};

    if (kept_raw_log(&one.kept, log, &keeper->how, &why)) {
        one.where = xasprintf("%s", name);
        return add(keeper, &one, err);
    }
    error_prefix(&why, "%s", name);
    keep_refuse(keeper, &why);
    kept_release(&one.kept);
    return true;
}

/* ---- the spool ---- */

static char *where_in_spool(const struct keeper *keeper, const char *name)
{
    return xasprintf("'%s/%s'", keeper->spool->folder, name);
}

static bool send_document(struct keeper *keeper, const char *name, struct span text,
                          struct error *err)
{
    struct keeping one = {.where = where_in_spool(keeper, name), .spooled = name};
    struct kept_how how = keeper->how;
    struct error why = {0};
    bool made;

    /* It was validated, or was not to be. */
    how.validate = false;
    made = kept_document(&one.kept, span_trim(text), &how, &why);
    return gather(keeper, &one, made, &why, err);
}

/* What cannot be read does not keep the rest from being sent, nor the next run. */
static bool pass_over(struct keeper *keeper, const char *name, const struct error *why,
                      struct error *err)
{
    if (why->kind == ERROR_NO_INPUT)
        return true;
    keep_refuse(keeper, why);
    return spool_set_aside(keeper->spool, name, err);
}

static bool send_raw_log(struct keeper *keeper, const char *name, uint64_t masked,
                         struct error *err)
{
    struct keeping one = {.spooled = name};
    struct object_file file;
    struct error why = {0};

    if (!spool_open_file(keeper->spool, name, &file, &why))
        return pass_over(keeper, name, &why, err);
    kept_raw_log_take(&one.kept, &file, &keeper->how);
    one.kept.masked = (size_t)masked;
    one.where = where_in_spool(keeper, name);
    return add(keeper, &one, err);
}

static bool send_index(struct keeper *keeper, const char *name, const struct index_day *day,
                       struct span rows, struct error *err)
{
    if (!put_index(keeper, day, rows, err))
        return false;
    return error_is_set(&keeper->away) || spool_remove(keeper->spool, name, err);
}

static bool send_one(struct keeper *keeper, const char *name, struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_DOCUMENT + 1);
    struct spooled spooled = {0};
    struct error why = {0};

    if (!spool_name_parse(name, &spooled))
        return true;
    if (spooled.kind == SPOOLED_RAW_LOG)
        return send_raw_log(keeper, name, spooled.masked, err);
    if (!spool_read(keeper->spool, name, &bytes, &why))
        return pass_over(keeper, name, &why, err);
    if (spooled.kind == SPOOLED_DOCUMENT)
        return send_document(keeper, name, strbuf_span(&bytes), err);
    return send_index(keeper, name, &spooled.day, strbuf_span(&bytes), err);
}

bool keep_send_spool(struct keeper *keeper, struct error *err)
{
    size_t count = keeper->spool->count;
    size_t i;

    for (i = 0; i < count && !error_is_set(&keeper->away); i++)
        if (!send_one(keeper, keeper->spool->names[i], err))
            return false;
    keeper->waiting += count - i;
    return flush(keeper, err) && write_index(keeper, err);
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
    return flush(keeper, err) && land(keeper, err);
}

bool keep_finish(struct keeper *keeper, struct error *err)
{
    return keep_send(keeper, err) && write_index(keeper, err) && tell_failures(keeper, err);
}

void keep_release(struct keeper *keeper)
{
    join(&keeper->flight);
    clear_things(keeper->flight.things, &keeper->flight.count);
    clear_things(keeper->batch, &keeper->count);
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
