/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gzip (RFC 1952), zlib (RFC 1950) and deflate (RFC 1951) by ISA-L; checksums and lengths are checked. */
#include <isa-l.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "decoder.h"
#include "xalloc.h"

struct gzip_decoder {
    struct decoder base;
    struct inflate_state state;
    struct isal_gzip_header header;
    struct decoder_place place;
    bool in_header;
};

static void start_member(struct gzip_decoder *d)
{
    isal_inflate_reset(&d->state);
    d->state.crc_flag = ISAL_GZIP_NO_HDR_VER;
    isal_gzip_header_init(&d->header);
    d->in_header = true;
}

static bool begin_next(struct gzip_decoder *d, struct span *in, struct error *err)
{
    bool begins = false;

    if (!decoder_next_member(&d->place, in, 0x1f, "gzip", &begins, err))
        return false;
    if (begins)
        start_member(d);
    return true;
}

/*
 * isal_inflate() would read the header as well, but it keeps what it knows of one that
 * ends in a later piece on its stack, and goes on from whatever lies there.
 */
static int inflate_piece(struct gzip_decoder *d)
{
    int status = ISAL_DECOMP_OK;

    if (d->in_header) {
        status = isal_read_gzip_header(&d->state, &d->header);
        d->in_header = status != ISAL_DECOMP_OK;
    }
    if (d->in_header)
        return status == ISAL_END_INPUT ? ISAL_DECOMP_OK : status;
    return isal_inflate(&d->state);
}

static bool gzip_decode(struct decoder *base, struct span *in, char *out, size_t capacity,
                        size_t *ret_produced, bool *ret_between, struct error *err)
{
    struct gzip_decoder *d = (struct gzip_decoder *)base;
    uint32_t given = in->len < UINT32_MAX ? (uint32_t)in->len : UINT32_MAX;
    int status;

    *ret_produced = 0;
    if (d->place.between && !begin_next(d, in, err))
        return false;
    *ret_between = d->place.between;
    if (d->place.between)
        return true;
    given = in->len < given ? (uint32_t)in->len : given;
    d->state.next_in = (uint8_t *)(uintptr_t)in->data;
    d->state.avail_in = given;
    d->state.next_out = (uint8_t *)out;
    d->state.avail_out = (uint32_t)capacity;
    status = inflate_piece(d);
    if (status != ISAL_DECOMP_OK)
        return error_set(err, ERROR_MALFORMED, "the gzip data is damaged (%s)",
                         status == ISAL_INCORRECT_CHECKSUM ? "wrong checksum" : "invalid code");
    *in = span_skip(*in, given - d->state.avail_in);
    *ret_produced = capacity - d->state.avail_out;
    d->place.between = d->state.block_state == ISAL_BLOCK_FINISH;
    *ret_between = d->place.between;
    return true;
}

static void gzip_free(struct decoder *base)
{
    free(base);
}

struct decoder *decoder_gzip_new(void)
{
    static const struct decoder_ops ops = {gzip_decode, gzip_free};
    struct gzip_decoder *d = xcalloc(1, sizeof *d);

    d->base.ops = &ops;
    isal_inflate_init(&d->state);
    start_member(d);
    return &d->base;
}

bool deflate_decode(struct span packed, char *out, size_t size)
{
    CLEANUP(cleanup_free) struct inflate_state *state = xmalloc(sizeof *state);

    if (packed.len > UINT32_MAX || size > UINT32_MAX)
        return false;
    isal_inflate_init(state);
    state->crc_flag = ISAL_DEFLATE;
    state->next_in = (uint8_t *)(uintptr_t)packed.data;
    state->avail_in = (uint32_t)packed.len;
    state->next_out = (uint8_t *)out;
    state->avail_out = (uint32_t)size;
    return isal_inflate_stateless(state) == ISAL_DECOMP_OK && state->avail_out == 0;
}

bool zlib_decode(struct span packed, struct strbuf *out)
{
    CLEANUP(cleanup_free) struct inflate_state *state = xmalloc(sizeof *state);
    char piece[4 * KIB];

    if (packed.len > UINT32_MAX)
        return false;
    isal_inflate_init(state);
    state->crc_flag = ISAL_ZLIB;
    state->next_in = (uint8_t *)(uintptr_t)packed.data;
    state->avail_in = (uint32_t)packed.len;
    do {
        state->next_out = (uint8_t *)piece;
        state->avail_out = sizeof piece;
        if (isal_inflate(state) != ISAL_DECOMP_OK)
            return false;
        strbuf_add(out, piece, sizeof piece - state->avail_out);
        /* Room that is left over means that the input has ended. */
    } while (state->block_state != ISAL_BLOCK_FINISH && !state->avail_out &&
             !strbuf_overflowed(out));
    return state->block_state == ISAL_BLOCK_FINISH && !strbuf_overflowed(out);
}

uint32_t crc32_of(struct span bytes)
{
    return crc32_gzip_refl(0, (const unsigned char *)bytes.data, bytes.len);
}
