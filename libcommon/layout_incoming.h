/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A blob that comes into a layout before anybody knows its digest, or whether it is wanted.
 *
 *     layout_incoming_open(&in, layout, err)         LAYOUT/partial/incoming-XXXXXX
 *     layout_incoming_write(&in, piece, err) ...
 *     layout_incoming_close(&in, err)                written
 *     layout_incoming_keep(&in, layout, &blob, err)  it is a blob from now on
 *     layout_incoming_release(&in)                   or is gone
 *
 * Begins as {0}.  It is removed by a signal too; what a crash leaves, layout_gc.h removes.
 */
#ifndef LAYOUT_INCOMING_H
#define LAYOUT_INCOMING_H

#include "layout.h"

struct layout_incoming {
    char *path; /* NULL: none, or kept */
    int fd;     /* while it is written */
};

bool layout_incoming_open(struct layout_incoming *in, const struct layout *layout,
                          struct error *err);
bool layout_incoming_write(struct layout_incoming *in, struct span bytes, struct error *err);
bool layout_incoming_close(struct layout_incoming *in, struct error *err);
/* The caller says what its digest is, having hashed what was written. */
bool layout_incoming_keep(struct layout_incoming *in, const struct layout *layout,
                          const struct descriptor *blob, struct error *err);
void layout_incoming_release(struct layout_incoming *in);

#endif
