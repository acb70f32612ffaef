/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zstd (RFC 8878); libzstd reads on over several and skippable frames and checks their checksums. */
#include <stdlib.h>
#include <zstd.h>

#include "decoder.h"
#include "xalloc.h"

struct zstd_decoder {
    struct decoder base;
    ZSTD_DCtx *context;
};

static bool zstd_decode(struct decoder *base, struct span *in, char *out, size_t capacity,
                        size_t *ret_produced, bool *ret_between, struct error *err)
{
    struct zstd_decoder *d = (struct zstd_decoder *)base;
    ZSTD_inBuffer input = {in->data, in->len, 0};
    ZSTD_outBuffer output = {out, capacity, 0};
    size_t status = ZSTD_decompressStream(d->context, &output, &input);

    if (ZSTD_isError(status))
        return error_set(err, ERROR_MALFORMED, "the zstd data is damaged (%s)",
                         ZSTD_getErrorName(status));
    *in = span_skip(*in, input.pos);
    *ret_produced = output.pos;
    *ret_between = status == 0;
    return true;
}

static void zstd_free(struct decoder *base)
{
    struct zstd_decoder *d = (struct zstd_decoder *)base;

    ZSTD_freeDCtx(d->context);
    free(d);
}

struct decoder *decoder_zstd_new(void)
{
    static const struct decoder_ops ops = {zstd_decode, zstd_free};
    struct zstd_decoder *d = xcalloc(1, sizeof *d);

    d->base.ops = &ops;
    d->context = ZSTD_createDCtx();
    if (!d->context)
        out_of_memory();
    return &d->base;
}
