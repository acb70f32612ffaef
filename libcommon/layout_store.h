/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Large blobs on their way into a layout, which may take more than one life of a process.
 *
 * A blob grows in LAYOUT/partial/ALGORITHM-HEX (the folder is there as long as something is in it), and is renamed to its place when size and digest are right.
 * The file is locked (flock) by who writes it: another process that wants the same blob waits,
 * and then finds it there.  What an interrupted process left is hashed, and gone on with; what has turned out
 * wrong, or does not fit the disk, is removed.  Nothing is synced: a blob that a crash tore is found
 * by its size and digest when it is read.
 */
#ifndef LAYOUT_STORE_H
#define LAYOUT_STORE_H

#include "layout.h"

/* The bytes of blob from first on, unverified; NULL with err set. */
typedef struct stream *layout_open_rest(void *context, const struct descriptor *blob,
                                        uint64_t first, struct error *err);

/*
 * Stores the blob, unless it is there already.  False with err set: of a kind that may pass
 * (ERROR_TRY_AGAIN), what came so far is kept for the next time.
 */
bool layout_store_blob(struct layout *layout, const struct descriptor *blob,
                       layout_open_rest *open_rest, void *context, struct error *err);

/* Removes what an interrupted process, or thread, left of blob, unless somebody is writing it. */
void layout_forget_partial(struct layout *layout, const struct descriptor *blob);

#endif
