/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bzip2 by libbz2, which checks each block's and each stream's checksum; at most 4 MiB of memory. */
#include <bzlib.h>
#include <limits.h>
#include <stdlib.h>

#include "decoder.h"
#include "xalloc.h"

struct bzip2_decoder {
    struct decoder base;
    bz_stream stream;
    bool open; /* stream is initialised */
    struct decoder_place place;
};

static void start_stream(struct bzip2_decoder *d)
{
    if (d->open)
        BZ2_bzDecompressEnd(&d->stream);
    d->stream = (bz_stream){0};
    d->open = BZ2_bzDecompressInit(&d->stream, 0, 0) == BZ_OK;
    if (!d->open)
        out_of_memory();
}

static bool begin_next(struct bzip2_decoder *d, struct span *in, struct error *err)
{
    bool begins = false;

    if (!decoder_next_member(&d->place, in, 'B', "bzip2", &begins, err))
        return false;
    if (begins)
        start_stream(d);
    return true;
}

static unsigned at_most(size_t size)
{
    return size < UINT_MAX ? (unsigned)size : UINT_MAX;
}

static bool bzip2_decode(struct decoder *base, struct span *in, char *out, size_t capacity,
                         size_t *ret_produced, bool *ret_between, struct error *err)
{
    struct bzip2_decoder *d = (struct bzip2_decoder *)base;
    unsigned room = at_most(capacity);
    unsigned given;
    int status;

    *ret_produced = 0;
    if (d->place.between && !begin_next(d, in, err))
        return false;
    *ret_between = d->place.between;
    if (d->place.between)
        return true;
    given = at_most(in->len);
    d->stream.next_in = (char *)(uintptr_t)in->data;
    d->stream.avail_in = given;
    d->stream.next_out = out;
    d->stream.avail_out = room;
    status = BZ2_bzDecompress(&d->stream);
    if (status == BZ_MEM_ERROR)
        out_of_memory();
    if (status != BZ_OK && status != BZ_STREAM_END)
        return error_set(err, ERROR_MALFORMED, "the bzip2 data is damaged");
    *in = span_skip(*in, given - d->stream.avail_in);
    *ret_produced = room - d->stream.avail_out;
    d->place.between = status == BZ_STREAM_END;
    *ret_between = d->place.between;
    return true;
}

static void bzip2_free(struct decoder *base)
{
    struct bzip2_decoder *d = (struct bzip2_decoder *)base;

    BZ2_bzDecompressEnd(&d->stream);
    free(d);
}

struct decoder *decoder_bzip2_new(void)
{
    static const struct decoder_ops ops = {bzip2_decode, bzip2_free};
    struct bzip2_decoder *d = xcalloc(1, sizeof *d);

    d->base.ops = &ops;
    start_stream(d);
    return &d->base;
}
