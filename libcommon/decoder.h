/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What inflate.c needs of a decompressor: bytes in, bytes out, no I/O.  One file
 * for each library, which alone knows its types.
 */
#ifndef DECODER_H
#define DECODER_H

#include "error.h"
#include "span.h"
#include "strbuf.h"

struct decoder;

struct decoder_ops {
    /*
     * Consumes from *in, writes at most capacity bytes to out and says how many.
     * *ret_between is true when everything consumed so far forms whole members
     * (gzip), streams (bzip2, xz) or frames (zstd), so that the input may end here.
     */
    bool (*decode)(struct decoder *d, struct span *in, char *out, size_t capacity,
                   size_t *ret_produced, bool *ret_between, struct error *err);
    void (*free)(struct decoder *d);
};

struct decoder {
    const struct decoder_ops *ops;
};

/* Where a decoder stands among members that follow one another in one input. */
struct decoder_place {
    bool between; /* no member is open */
    bool padding; /* zero bytes came after a member: only zeros may follow */
};

/*
 * Between members: takes zero padding from *in (as tape blocks leave it, and the tools accept) and
 * says whether another member begins, which then is open; first is the first byte of each, and anything
 * else is an error that names the format.
 */
bool decoder_next_member(struct decoder_place *place, struct span *in, unsigned char first,
                         const char *format, bool *ret_begins, struct error *err);

/*
 * All of a deflate stream without a frame (RFC 1951), as zip archives have it, into exactly size
 * bytes; false when it is damaged or makes fewer or more.  Neither packed nor size is above 4 GiB.
 */
bool deflate_decode(struct span packed, char *out, size_t size);
/*
 * All of a zlib stream (RFC 1950), appended to out; bytes after it are not looked at.  False when it
 * is damaged, or more than out may hold; what was inflated by then stays in out.
 */
bool zlib_decode(struct span packed, struct strbuf *out);
/* The checksum of gzip (RFC 1952, 8) and zip. */
uint32_t crc32_of(struct span bytes);

struct decoder *decoder_gzip_new(void);
struct decoder *decoder_zstd_new(void);
struct decoder *decoder_bzip2_new(void);
struct decoder *decoder_xz_new(void);

#endif
