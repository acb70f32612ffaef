/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tee.h"

#include <stdlib.h>

#include "xalloc.h"

struct tee {
    struct stream base;
    struct stream *in;
    int fd;
    bool closed; /* nobody reads the copy any more */
    const char *name;
};

static bool tee_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct tee *tee = (struct tee *)base;
    struct error why = {0};

    if (!stream_next(tee->in, ret_piece, err))
        return false;
    if (tee->closed || write_all(tee->fd, ret_piece->data, ret_piece->len, tee->name, &why))
        return true;
    tee->closed = why.kind == ERROR_CLOSED_PIPE;
    return tee->closed || error_set(err, why.kind, "%s", why.message);
}

static void tee_close(struct stream *base)
{
    struct tee *tee = (struct tee *)base;

    stream_close(tee->in);
    free(tee);
}

struct stream *stream_tee_take(struct stream *in, int fd, const char *name)
{
    static const struct stream_ops ops = {.next = tee_next, .close = tee_close};
    struct tee *tee = xcalloc(1, sizeof *tee);

    tee->base.ops = &ops;
    tee->in = in;
    tee->fd = fd;
    tee->name = name;
    return &tee->base;
}
