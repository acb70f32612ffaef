/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes that flow: a source, or a wrapper around another stream.
 *
 * A stream hands out pieces of its own memory, so that nothing is copied
 * between stages: stream_next() gives the next piece, valid until the next call
 * or the close.  An empty piece means the end, for good.  An error is sticky:
 * after the first failure every call fails again with the same message, so a
 * reader may ask once.  A wrapper owns what it wraps: stream_close() on the
 * outermost closes all.  Streams are not shared between threads.
 *
 * To write one: embed struct stream as the first member, fill .ops, and let
 * next() set err and return false when it fails.
 */
#ifndef STREAM_H
#define STREAM_H

#include <stdint.h>
#include <sys/types.h>

#include "cleanup.h"
#include "error.h"
#include "span.h"
#include "strbuf.h"

struct stream;

struct stream_ops {
    /* The next piece in *ret_piece, empty at the end; false with err set. Not called again after either. */
    bool (*next)(struct stream *s, struct span *ret_piece, struct error *err);
    /* Frees the stream and what it owns. */
    void (*close)(struct stream *s);
    /*
     * NULL, or the same bytes into memory of the caller's instead, of capacity bytes (at least
     * STREAM_PIECE): for streams that make their bytes rather than pass them on.
     */
    bool (*read)(struct stream *s, char *out, size_t capacity, size_t *ret_len, struct error *err);
    /* NULL, or passes at most count of the next bytes without reading them; returns how many. */
    uint64_t (*skip)(struct stream *s, uint64_t count);
};

struct stream {
    const struct stream_ops *ops;
    bool ended;
    struct error failure; /* the sticky one */
    struct span rest;     /* of a piece that did not fit into stream_read's memory */
};

bool stream_next(struct stream *s, struct span *ret_piece, struct error *err)
    __attribute__((warn_unused_result));
/*
 * The next bytes, 1 to capacity of them, into out, which has room for at least STREAM_PIECE;
 * *ret_len 0 is the end. A stream is read by this or by stream_next(), not by both in turn.
 */
bool stream_read(struct stream *s, char *out, size_t capacity, size_t *ret_len, struct error *err)
    __attribute__((warn_unused_result));
/*
 * Passes at most count bytes (not negative) where the stream can do so without making them;
 * returns how many, 0 when there are none or it cannot.
 */
uint64_t stream_skip(struct stream *s, uint64_t count);
/* NULL is fine. */
void stream_close(struct stream *s);
DEFINE_CLEANUP(cleanup_stream, struct stream *, stream_close)

/* The file at path ("-" is stdin), regular or not. NULL with err set. */
struct stream *stream_open_file(const char *path, struct error *err);
/*
 * The same for a folder that others packed: a pipe in it, which would be waited for, a folder or
 * a device is ERROR_MALFORMED.
 */
struct stream *stream_open_regular(const char *path, struct error *err);
/* Its descriptor alone; -1 with err set. */
int file_open_regular(const char *path, struct error *err);
/* Reads fd, which it then owns, in pieces of STREAM_PIECE; name is for messages. Never NULL. */
struct stream *stream_of_fd_take(int fd, const char *name);
/*
 * Reads size bytes of a file from offset on, or up to its end, without moving fd's own place: fd
 * is borrowed, and may be shared by threads.  stream_skip() works on it, and takes it that the file
 * has as many bytes.
 */
struct stream *stream_of_file_part(int fd, uint64_t offset, uint64_t size, const char *name);
/* Bytes that the caller keeps alive. */
struct stream *stream_of_span(struct span bytes);

/*
 * What upstream (taken over) has after its first count bytes: those are passed over with the first
 * piece that is asked for.  An upstream that is shorter has nothing left.
 */
struct stream *stream_after_take(struct stream *upstream, uint64_t count);

/* upstream (taken over), whose errors begin with name (copied). */
struct stream *stream_named_take(struct stream *upstream, const char *name);

/* Appends all that is left to out; more than out's ceiling is an ERROR_MALFORMED that names what. */
bool stream_read_all(struct stream *s, struct strbuf *out, const char *what, struct error *err);
/* Writes len bytes to fd, however many calls that takes. */
bool write_all(int fd, const void *bytes, size_t len, const char *name, struct error *err);

#endif
