/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inflate.h"

#include <stdlib.h>
#include <string.h>

#include "decoder.h"
#include "xalloc.h"

struct inflate_stream {
    struct stream base;
    struct stream *upstream;
    struct decoder *decoder; /* NULL: plain bytes pass through */
    enum compression compression;
    struct span in;     /* what is left of the piece at hand */
    struct span behind; /* the rest of upstream's piece, behind the magic that in holds */
    char magic[COMPRESSION_MAGIC];
    char *out;      /* NULL before stream_next() needs it */
    uint64_t taken; /* compressed bytes */
    uint64_t given; /* inflated bytes */
    uint64_t most;
    const char *name;
    bool between;
    bool full; /* the last call filled the output: there may be more without input */
};

/*
 * "BZh", the size of its blocks, and the magic of the first block, or of the end where there is none: the
 * name of a tar's first member may well begin with the former.
 */
static bool is_bzip2(struct span start)
{
    struct span block = span_skip(start, 4);

    return start.len >= COMPRESSION_MAGIC && span_starts_with(start, "BZh") &&
           start.data[3] >= '1' && start.data[3] <= '9' &&
           (span_starts_with(block, "\x31\x41\x59\x26\x53\x59") ||
            span_starts_with(block, "\x17\x72\x45\x38\x50\x90"));
}

/* The format's magic ends with a zero byte. */
static bool is_xz(struct span start)
{
    return start.len >= 6 && span_starts_with(start, "\xfd\x37zXZ") && start.data[5] == '\0';
}

enum compression compression_of(struct span start)
{
    if (span_starts_with(start, "\x1f\x8b"))
        return COMPRESSION_GZIP;
    if (span_starts_with(start, "\x28\xb5\x2f\xfd"))
        return COMPRESSION_ZSTD;
    /* A skippable frame in front (zstd:chunked, pzstd): 0x184D2A5? little-endian. */
    if (start.len >= 4 && ((unsigned char)start.data[0] & 0xf0) == 0x50 &&
        span_starts_with(span_skip(start, 1), "\x2a\x4d\x18"))
        return COMPRESSION_ZSTD;
    if (is_bzip2(start))
        return COMPRESSION_BZIP2;
    return is_xz(start) ? COMPRESSION_XZ : COMPRESSION_NONE;
}

static bool refill(struct inflate_stream *s, struct error *err)
{
    s->in = s->behind;
    s->behind = span_of(NULL, 0);
    if (s->in.len)
        return true;
    if (!stream_next(s->upstream, &s->in, err))
        return false;
    s->taken += s->in.len;
    if (!s->in.len && !s->between)
        return error_set(err, ERROR_MALFORMED, "%s is cut short: the compressed data ends early",
                         s->name);
    return true;
}

static bool check_growth(struct inflate_stream *s, size_t produced, struct error *err)
{
    s->given += produced;
    if (s->given > s->most)
        return error_set(err, ERROR_MALFORMED,
                         "%s inflates to more than %llu bytes; --max-inflated raises the limit",
                         s->name, (unsigned long long)s->most);
    if (s->compression != COMPRESSION_NONE && s->given > LIMIT_INFLATED_FLOOR &&
        s->given / LIMIT_INFLATED_RATIO > s->taken)
        return error_set(err, ERROR_MALFORMED,
                         "%s inflates to more than %d times its size and more than %llu GiB",
                         s->name, LIMIT_INFLATED_RATIO, LIMIT_INFLATED_FLOOR / GIB);
    return true;
}

static bool decode_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                        struct error *err)
{
    struct inflate_stream *s = (struct inflate_stream *)base;

    *ret_len = 0;
    while (!*ret_len) {
        if (!s->in.len && !s->full && !refill(s, err))
            return false;
        if (!s->in.len && !s->full)
            break;
        if (!s->decoder->ops->decode(s->decoder, &s->in, out, capacity, ret_len, &s->between, err))
            return error_prefix(err, "%s", s->name);
        s->full = *ret_len == capacity;
    }
    return check_growth(s, *ret_len, err);
}

static bool decode_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct inflate_stream *s = (struct inflate_stream *)base;
    size_t len = 0;

    if (!s->out)
        s->out = xmalloc(STREAM_PIECE);
    if (!decode_read(base, s->out, STREAM_PIECE, &len, err))
        return false;
    *ret_piece = span_of(s->out, len);
    return true;
}

static bool plain_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct inflate_stream *s = (struct inflate_stream *)base;

    if (!s->in.len && !refill(s, err))
        return false;
    *ret_piece = s->in;
    s->in.len = 0;
    return check_growth(s, ret_piece->len, err);
}

static void inflate_close(struct stream *base)
{
    struct inflate_stream *s = (struct inflate_stream *)base;

    stream_close(s->upstream);
    if (s->decoder)
        s->decoder->ops->free(s->decoder);
    free(s->out);
    free(s);
}

static const struct stream_ops decode_ops = {.next = decode_next,
                                             .close = inflate_close,
                                             .read = decode_read};
static const struct stream_ops plain_ops = {.next = plain_next, .close = inflate_close};

/* Gathers the first COMPRESSION_MAGIC bytes, or all there are, in s->in. */
static bool read_magic(struct inflate_stream *s, struct error *err)
{
    size_t len = 0;

    if (!refill(s, err))
        return false;
    if (s->in.len >= COMPRESSION_MAGIC)
        return true;
    while (s->in.len && len < COMPRESSION_MAGIC) {
        struct span part = span_head(s->in, COMPRESSION_MAGIC - len);

        memcpy(s->magic + len, part.data, part.len);
        len += part.len;
        s->behind = span_skip(s->in, part.len);
        if (len < COMPRESSION_MAGIC && !refill(s, err))
            return false;
    }
    s->in = span_of(s->magic, len);
    return true;
}

static void set_decoder(struct inflate_stream *s)
{
    static struct decoder *(*const decoders[])(void) = {
        [COMPRESSION_NONE] = NULL,
        [COMPRESSION_GZIP] = decoder_gzip_new,
        [COMPRESSION_ZSTD] = decoder_zstd_new,
        [COMPRESSION_BZIP2] = decoder_bzip2_new,
        [COMPRESSION_XZ] = decoder_xz_new,
    };

    s->compression = compression_of(s->in);
    s->base.ops = s->compression == COMPRESSION_NONE ? &plain_ops : &decode_ops;
    if (decoders[s->compression])
        s->decoder = decoders[s->compression]();
}

struct stream *stream_inflate_take(struct stream *upstream, uint64_t max_inflated, const char *name,
                                   struct error *err)
{
    struct inflate_stream *s = xcalloc(1, sizeof *s);

    s->upstream = upstream;
    s->most = max_inflated ? max_inflated : LIMIT_INFLATED;
    s->name = name;
    s->between = true; /* an input of no bytes at all is plain and empty */
    s->base.ops = &plain_ops;
    if (!read_magic(s, err)) {
        inflate_close(&s->base);
        return NULL;
    }
    set_decoder(s);
    s->between = s->compression == COMPRESSION_NONE;
    return &s->base;
}
