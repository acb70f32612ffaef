/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flight.h"

#include "settle.h"
#include "xalloc.h"

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
        keeper->is_away[at] |= settle_failed(keeper, &things[i], &outcomes[i].why);
    }
}

/* ---- all stores ---- */

void flight_save(void *context)
{
    struct keeper *keeper = context;
    struct error untold = {0}; /* what still waits in the end is put there again */

    for (size_t i = 0; i < keeper->flight.count; i++)
        if (!keeper->flight.things[i].failed || keeper->flight.things[i].waits)
            settle_in_spool(keeper, &keeper->flight.things[i], &untold);
}

/* A thread's. */
static void *send_to_all(void *context)
{
    struct keeper *keeper = context;

    for (size_t i = 0; i < keeper->store_count; i++)
        send_to(keeper, i);
    return NULL;
}

void flight_take_off(struct keeper *keeper)
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

bool flight_join(struct flight *flight)
{
    if (!flight->has_thread)
        return false;
    pthread_join(flight->thread, NULL);
    flight->has_thread = false;
    return true;
}

bool flight_land(struct keeper *keeper, struct error *err)
{
    struct flight *flight = &keeper->flight;
    bool is_sent = flight_join(flight);

    for (size_t i = 0; flight->count && i < keeper->store_count; i++) {
        if (!is_sent)
            send_to(keeper, i);
        heed_outcomes(keeper, i, err);
    }
    settle_landed(keeper, err);
    flight_clear(flight->things, &flight->count);
    free(STEAL(flight->outcomes));
    return settle_can_go_on(keeper, err) &&
           (!index_is_full(&keeper->index) || settle_write_index(keeper, err));
}

void flight_clear(struct keeping *things, size_t *count)
{
    for (size_t i = 0; i < *count; i++) {
        kept_release(&things[i].kept);
        free(things[i].where);
        things[i] = (struct keeping){0};
    }
    *count = 0;
}
