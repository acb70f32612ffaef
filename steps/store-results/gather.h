/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is gathered until it is worth sending: the first half of keep.h, which documents, raw logs
 * and what waits in the spool go through.
 */
#ifndef GATHER_H
#define GATHER_H

#include "keep.h"

/* Takes over one, which is whole; sends all when that is enough.  False with err set: the run ends. */
bool gather_add(struct keeper *keeper, struct keeping *one, struct error *err);
/* The same of one that was made, or not for the reason why, which is settled then (settle.h). */
bool gather_made(struct keeper *keeper, struct keeping *one, bool made, struct error *why,
                 struct error *err);
/* What was sent before lands, and what is gathered takes off; with a spool it lands too. */
bool gather_send(struct keeper *keeper, struct error *err);

#endif
