/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gather.h"

#include "flight.h"
#include "settle.h"
#include "xalloc.h"

bool gather_send(struct keeper *keeper, struct error *err)
{
    if (!flight_land(keeper, err))
        return false;
    flight_take_off(keeper);
    return !keeper->spool || flight_land(keeper, err);
}

bool gather_add(struct keeper *keeper, struct keeping *one, struct error *err)
{
    if (!keeper->batch)
        keeper->batch = xcalloc(KEPT_AT_ONCE, sizeof *keeper->batch);
    keeper->batch[keeper->count++] = *one;
    keeper->bytes += one->kept.size;
    return (keeper->count < KEPT_AT_ONCE && keeper->bytes < KEPT_BYTES_AT_ONCE) ||
           gather_send(keeper, err);
}

bool gather_made(struct keeper *keeper, struct keeping *one, bool made, struct error *why,
                 struct error *err)
{
    if (made)
        return gather_add(keeper, one, err);
    settle_failed(keeper, one, why);
    if (one->spooled && !one->waits)
        spool_set_aside(keeper->spool, one->spooled, err);
    kept_release(&one->kept);
    free(one->where);
    return !error_is_set(err);
}
