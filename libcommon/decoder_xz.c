/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xz (the .xz file format 1.1.0) by liblzma, which checks the integrity checks that it knows. */
#include <lzma.h>
#include <stdlib.h>

#include "decoder.h"
#include "xalloc.h"

struct xz_decoder {
    struct decoder base;
    lzma_stream stream;
    struct decoder_place place;
};

/* Also on an open one: it is begun anew with the memory that it has. */
static void start_stream(struct xz_decoder *d)
{
    if (lzma_stream_decoder(&d->stream, LIMIT_XZ_MEMORY, 0) != LZMA_OK)
        out_of_memory();
}

static bool begin_next(struct xz_decoder *d, struct span *in, struct error *err)
{
    bool begins = false;

    if (!decoder_next_member(&d->place, in, 0xfd, "xz", &begins, err))
        return false;
    if (begins)
        start_stream(d);
    return true;
}

static bool explain(struct xz_decoder *d, lzma_ret status, struct error *err)
{
    if (status == LZMA_MEM_ERROR)
        out_of_memory();
    if (status == LZMA_MEMLIMIT_ERROR)
        return error_set(err, ERROR_MALFORMED,
                         "the xz data needs %llu MiB of memory, more than the %zu that it may have",
                         (unsigned long long)(lzma_memusage(&d->stream) / MIB),
                         LIMIT_XZ_MEMORY / MIB);
    return error_set(err, ERROR_MALFORMED, "the xz data is damaged%s",
                     status == LZMA_OPTIONS_ERROR ? ", or of a kind that liblzma does not know"
                                                  : "");
}

static bool xz_decode(struct decoder *base, struct span *in, char *out, size_t capacity,
                      size_t *ret_produced, bool *ret_between, struct error *err)
{
    struct xz_decoder *d = (struct xz_decoder *)base;
    lzma_ret status;

    *ret_produced = 0;
    if (d->place.between && !begin_next(d, in, err))
        return false;
    *ret_between = d->place.between;
    if (d->place.between)
        return true;
    d->stream.next_in = (const uint8_t *)in->data;
    d->stream.avail_in = in->len;
    d->stream.next_out = (uint8_t *)out;
    d->stream.avail_out = capacity;
    status = lzma_code(&d->stream, LZMA_RUN);
    /* Without input it may well have nothing to give. */
    if (status != LZMA_OK && status != LZMA_STREAM_END && status != LZMA_BUF_ERROR)
        return explain(d, status, err);
    *in = span_skip(*in, in->len - d->stream.avail_in);
    *ret_produced = capacity - d->stream.avail_out;
    d->place.between = status == LZMA_STREAM_END;
    *ret_between = d->place.between;
    return true;
}

static void xz_free(struct decoder *base)
{
    struct xz_decoder *d = (struct xz_decoder *)base;

    lzma_end(&d->stream);
    free(d);
}

struct decoder *decoder_xz_new(void)
{
    static const struct decoder_ops ops = {xz_decode, xz_free};
    struct xz_decoder *d = xcalloc(1, sizeof *d);

    d->base.ops = &ops;
    d->stream = (lzma_stream)LZMA_STREAM_INIT;
    start_stream(d);
    return &d->base;
}
