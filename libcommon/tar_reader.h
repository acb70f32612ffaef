/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The members of a tar stream, one after another, through libarchive (ustar,
 * pax, GNU).  Names are as image-spec layer.md wants them: relative to the root.
 *
 *     struct tar_reader *tar = tar_reader_open_take(stream, "layer sha256:...", err);
 *     while (tar_reader_next(tar, &member, err)) ...        (check error_is_set after the loop)
 *     tar_reader_close(tar);
 *
 * Member names are made safe here, once: made relative, "." and empty
 * components dropped, ".." resolved inside the root and never above it ("../x"
 * is "x").  A name longer than LIMIT_PATH or deeper than LIMIT_PATH_DEPTH is
 * passed over and counted.  An empty stream, or one of zero blocks alone, is an
 * archive without members; a stream that is no tar is ERROR_MALFORMED.
 */
#ifndef TAR_READER_H
#define TAR_READER_H

#include "stream.h"

enum member_type {
    MEMBER_FILE,
    MEMBER_DIRECTORY,
    MEMBER_SYMLINK,
    MEMBER_HARDLINK,
    MEMBER_OTHER, /* device, fifo, socket */
};

/* Valid until the next tar_reader_next. */
struct member {
    enum member_type type;
    struct span path;   /* normalised, no leading or trailing '/'; empty for the root itself */
    struct span target; /* symlink: as it stands; hard link: normalised like path */
    uint64_t size;      /* bytes of data that can be read; 0 but for files */
    bool executable;    /* any x bit */
    bool sparse;        /* its data do not stand in the stream as they are read */
};

struct tar_reader;

/* Takes over stream. NULL with err set; stream is closed then too. name is kept alive by the caller. */
struct tar_reader *tar_reader_open_take(struct stream *stream, const char *name, struct error *err);
/* The next member; false at the end and on error (err tells which). */
bool tar_reader_next(struct tar_reader *tar, struct member *ret_member, struct error *err);
/*
 * The next piece of the current member's data, zero-copy; empty at its end.  Holes
 * of sparse files come as zero bytes; more than LIMIT_HOLES of them are ERROR_MALFORMED.
 */
bool tar_reader_data(struct tar_reader *tar, struct span *ret_piece, struct error *err);
/* Reads all bytes after the archive's end, so that the streams below see (and verify) theirs. */
bool tar_reader_drain(struct tar_reader *tar, struct error *err);
/*
 * Bytes of the stream before what is read of it next: behind a member's headers, its data, as long
 * as none of it has been read.
 */
uint64_t tar_reader_position(const struct tar_reader *tar);
/* How many members were passed over because of their names. */
uint64_t tar_reader_passed_over(const struct tar_reader *tar);
void tar_reader_close(struct tar_reader *tar);
DEFINE_CLEANUP(cleanup_tar_reader, struct tar_reader *, tar_reader_close)

/*
 * Appends the normalised form of path (see above) to out.  False when it is
 * too long or too deep.  Pure.
 */
bool path_normalise(struct strbuf *out, struct span path);

#endif
