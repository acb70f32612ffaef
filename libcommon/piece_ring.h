/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pieces of bytes handed from one thread to another: a fixed ring of buffers of
 * STREAM_PIECE bytes, filled by one thread (the writer) and used in the same order
 * by one other (the reader).  Whoever is ahead waits.
 *
 * Neither thread may be running in a function of the ring when it is freed.  Nothing fails
 * but by memory.
 */
#ifndef PIECE_RING_H
#define PIECE_RING_H

#include <stdbool.h>
#include <stddef.h>

#include "span.h"

struct piece_ring;

/*
 * count buffers.  The writer may go on using the last kept ones that it handed over
 * (kept < count): they are not filled again before that.
 */
struct piece_ring *piece_ring_new(size_t count, size_t kept);
/* NULL is fine. */
void piece_ring_free(struct piece_ring *ring);

/* ---- the writer ---- */

/* The next buffer to fill; NULL when the reader wants no more. */
char *piece_ring_fill(struct piece_ring *ring);
/* Hands over the first len bytes of it. */
void piece_ring_put(struct piece_ring *ring, size_t len);
/* No more will come. */
void piece_ring_end(struct piece_ring *ring);

/* ---- the reader ---- */

/* The next piece; false when all were taken and no more will come. It is the reader's until given back. */
bool piece_ring_take(struct piece_ring *ring, struct span *ret_piece);
/* The oldest piece that was taken is free. */
void piece_ring_give_back(struct piece_ring *ring);
/* Wants no more: the writer is no longer made to wait. */
void piece_ring_stop(struct piece_ring *ring);

#endif
