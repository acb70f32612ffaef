/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decompression by magic, not by media type: gzip (RFC 1952, several members and
 * trailing zero padding, inflated by ISA-L), zstd (RFC 8878, several frames,
 * skippable frames), bzip2 and xz (several streams, zero padding), or plain bytes.
 *
 * The inflated stream fails with ERROR_MALFORMED on a cut or damaged input, and
 * when its bytes exceed both LIMIT_INFLATED_FLOOR and LIMIT_INFLATED_RATIO times
 * the compressed bytes read so far, or max_inflated.  Memory: 1 MiB a stream for
 * gzip, 4 MiB for bzip2, up to 128 MiB for zstd's largest window (its long mode is
 * refused) and LIMIT_XZ_MEMORY for xz.
 */
#ifndef INFLATE_H
#define INFLATE_H

#include "stream.h"

enum compression {
    COMPRESSION_NONE,
    COMPRESSION_GZIP,
    COMPRESSION_ZSTD,
    COMPRESSION_BZIP2,
    COMPRESSION_XZ,
};

/* Bytes at the start of a blob that tell them apart: bzip2 needs most. */
#define COMPRESSION_MAGIC 10

/* By the magic at the start of a blob, of which COMPRESSION_MAGIC bytes are enough. */
enum compression compression_of(struct span start);

/*
 * Takes over upstream (compressed or not) and gives the inflated bytes; name is
 * for messages and kept alive by the caller.  max_inflated 0 means
 * LIMIT_INFLATED.  NULL with err set when the first piece cannot be read;
 * upstream is closed then too.
 */
struct stream *stream_inflate_take(struct stream *upstream, uint64_t max_inflated, const char *name,
                                   struct error *err);

#endif
