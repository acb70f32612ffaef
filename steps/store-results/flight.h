/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is on its way to all stores together, the second half of keep.h: a thread sends it while the
 * next are gathered.
 *
 *     flight_land(keeper, &err); flight_take_off(keeper); ... flight_land(keeper, &err)
 */
#ifndef FLIGHT_H
#define FLIGHT_H

#include "keep.h"

/*
 * Sends what is gathered, which is empty then.  With a spool it is sent when it lands: what is brought
 * there when a store is in trouble is then all that there is in memory.
 */
void flight_take_off(struct keeper *keeper);
/*
 * Waits until it is sent, writes the receipts, and settles what each store said; a store that is
 * away does not keep the others from being filled.  False with err set: the run ends.
 */
bool flight_land(struct keeper *keeper, struct error *err);
/*
 * For object_store_set_trouble(), whose context is the keeper: what is on its way is brought into the spool, as it may be
 * in memory only for as long as the store is tried again.
 */
void flight_save(void *context);
/* Waits for the thread. True if there was one, which has sent all. */
bool flight_join(struct flight *flight);
/* Releases what count things hold; count is 0 then. */
void flight_clear(struct keeping *things, size_t *count);

#endif
