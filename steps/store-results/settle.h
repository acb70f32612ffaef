/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of things that were sent, or could not be: counted as kept, told as refused, waiting
 * in the spool, written into the index.
 */
#ifndef SETTLE_H
#define SETTLE_H

#include "keep.h"

/*
 * One is not kept, for the reason why. True: that is a store's failure, and it waits; else it is its
 * own fault, and the others are still worth storing.
 */
bool settle_failed(struct keeper *keeper, struct keeping *one, struct error *why);
/* All that is on its way was sent: counts it, and removes, keeps or makes the spool's files of it. */
void settle_landed(struct keeper *keeper, struct error *err);
/* Brings one into the spool unless it is there. */
bool settle_in_spool(struct keeper *keeper, struct keeping *one, struct error *err);

/* False with err set when no store is left, and no spool. */
bool settle_can_go_on(const struct keeper *keeper, struct error *err);

/* An index_sink, whose context is the keeper: puts the rows of a day into each store, into the spool where one is away. */
bool settle_put_index(void *context, const struct index_day *day, struct span rows,
                      struct error *err);
/* Writes the index, and then removes from the spool what it tells of. */
bool settle_write_index(struct keeper *keeper, struct error *err);

#endif
