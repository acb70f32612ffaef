/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "xalloc.h"

bool stream_next(struct stream *s, struct span *ret_piece, struct error *err)
{
    if (error_is_set(&s->failure))
        return error_set(err, s->failure.kind, "%s", s->failure.message);
    if (s->ended) {
        *ret_piece = span_of(NULL, 0);
        return true;
    }
    if (!s->ops->next(s, ret_piece, &s->failure))
        return error_set(err, s->failure.kind, "%s", s->failure.message);
    s->ended = ret_piece->len == 0;
    return true;
}

static bool read_copy(struct stream *s, char *out, size_t capacity, size_t *ret_len,
                      struct error *err)
{
    struct span part;

    if (!s->rest.len && !stream_next(s, &s->rest, err))
        return false;
    part = span_head(s->rest, capacity);
    if (part.len)
        memcpy(out, part.data, part.len);
    s->rest = span_skip(s->rest, part.len);
    *ret_len = part.len;
    return true;
}

bool stream_read(struct stream *s, char *out, size_t capacity, size_t *ret_len, struct error *err)
{
    *ret_len = 0;
    if (!s->ops->read)
        return read_copy(s, out, capacity, ret_len, err);
    if (error_is_set(&s->failure))
        return error_set(err, s->failure.kind, "%s", s->failure.message);
    if (s->ended)
        return true;
    if (!s->ops->read(s, out, capacity, ret_len, &s->failure))
        return error_set(err, s->failure.kind, "%s", s->failure.message);
    s->ended = *ret_len == 0;
    return true;
}

uint64_t stream_skip(struct stream *s, uint64_t count)
{
    if (!s->ops->skip || s->ended || error_is_set(&s->failure) || s->rest.len)
        return 0;
    return s->ops->skip(s, count);
}

void stream_close(struct stream *s)
{
    if (s)
        s->ops->close(s);
}

/* ---- a file descriptor ---- */

/* What is handed on without a copy is still in the processor's own cache when it is looked at. */
#define FD_PIECE (64 * KIB)

struct fd_stream {
    struct stream base;
    int fd;
    bool owned;
    bool placed; /* reads from at to end, and not where fd is */
    off_t at;
    off_t end;
    char *name;
    char *buffer; /* NULL before stream_next() needs it */
};

static bool fd_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                    struct error *err)
{
    struct fd_stream *s = (struct fd_stream *)base;
    ssize_t n;

    if (s->placed && (off_t)capacity > s->end - s->at)
        capacity = (size_t)(s->end - s->at);
    do {
        n = s->placed ? pread(s->fd, out, capacity, s->at) : read(s->fd, out, capacity);
    } while (n < 0 && errno == EINTR);
    if (n < 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(s->name));
    s->at += n;
    *ret_len = (size_t)n;
    return true;
}

static bool fd_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct fd_stream *s = (struct fd_stream *)base;
    size_t len = 0;

    if (!s->buffer)
        s->buffer = xmalloc(FD_PIECE);
    if (!fd_read(base, s->buffer, FD_PIECE, &len, err))
        return false;
    *ret_piece = span_of(s->buffer, len);
    return true;
}

/* Never past the part's end, so that what is missing there is missed. */
static uint64_t fd_skip(struct stream *base, uint64_t count)
{
    struct fd_stream *s = (struct fd_stream *)base;

    if (!s->placed)
        return 0;
    if (count > (uint64_t)(s->end - s->at))
        count = (uint64_t)(s->end - s->at);
    s->at += (off_t)count;
    return count;
}

static void fd_close(struct stream *base)
{
    struct fd_stream *s = (struct fd_stream *)base;

    if (s->owned)
        close(s->fd);
    free(s->name);
    free(s->buffer);
    free(s);
}

static const struct stream_ops fd_ops = {.next = fd_next,
                                         .close = fd_close,
                                         .read = fd_read,
                                         .skip = fd_skip};

static struct fd_stream *fd_stream_new(int fd, const char *name)
{
    struct fd_stream *s = xcalloc(1, sizeof *s);

    s->base.ops = &fd_ops;
    s->fd = fd;
    s->name = xstrdup(name);
    return s;
}

struct stream *stream_of_fd_take(int fd, const char *name)
{
    struct fd_stream *s = fd_stream_new(fd, name);

    s->owned = true;
    return &s->base;
}

static off_t place(uint64_t at)
{
    return at <= INT64_MAX ? (off_t)at : INT64_MAX;
}

struct stream *stream_of_file_part(int fd, uint64_t offset, uint64_t size, const char *name)
{
    struct fd_stream *s = fd_stream_new(fd, name);

    s->placed = true;
    s->at = place(offset);
    s->end = size <= (uint64_t)INT64_MAX - (uint64_t)s->at ? s->at + (off_t)size : INT64_MAX;
    return &s->base;
}

struct stream *stream_open_file(const char *path, struct error *err)
{
    struct fd_stream *s;
    int fd;

    if (strcmp(path, "-") == 0) {
        s = fd_stream_new(STDIN_FILENO, "stdin");
        return &s->base;
    }
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        error_set_errno(err, errno, "cannot open '%s'", QUOTE(path));
        return NULL;
    }
    return stream_of_fd_take(fd, path);
}

int file_open_regular(const char *path, struct error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat st;

    if (fd < 0 || fstat(fd, &st) != 0)
        error_set_errno(err, errno, "cannot open '%s'", QUOTE(path));
    else if (S_ISREG(st.st_mode))
        return fd;
    else
        error_set(err, ERROR_MALFORMED, "'%s' is no regular file", QUOTE(path));
    if (fd >= 0)
        close(fd);
    return -1;
}

struct stream *stream_open_regular(const char *path, struct error *err)
{
    int fd = file_open_regular(path, err);

    return fd < 0 ? NULL : stream_of_fd_take(fd, path);
}

/* ---- bytes in memory ---- */

struct span_stream {
    struct stream base;
    struct span bytes;
};

static bool span_stream_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct span_stream *s = (struct span_stream *)base;

    (void)err;
    *ret_piece = s->bytes;
    s->bytes = span_skip(s->bytes, s->bytes.len);
    return true;
}

static void span_stream_close(struct stream *base)
{
    free(base);
}

struct stream *stream_of_span(struct span bytes)
{
    static const struct stream_ops ops = {.next = span_stream_next, .close = span_stream_close};
    struct span_stream *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->bytes = bytes;
    return &s->base;
}

/* ---- ends of the pipe ---- */

bool stream_read_all(struct stream *s, struct strbuf *out, const char *what, struct error *err)
{
    struct span piece = {0};

    for (;;) {
        if (!stream_next(s, &piece, err))
            return false;
        if (!piece.len)
            return true;
        strbuf_add_span(out, piece);
        if (strbuf_overflowed(out))
            return error_set(err, ERROR_MALFORMED, "%s is larger than %zu bytes", what,
                             out->ceiling);
    }
}

bool write_all(int fd, const void *bytes, size_t len, const char *name, struct error *err)
{
    const char *p = bytes;

    while (len) {
        ssize_t n = write(fd, p, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set_errno(err, errno, "cannot write '%s'", QUOTE(name));
        p += n;
        len -= (size_t)n;
    }
    return true;
}

/* ---- without its beginning ---- */

struct after {
    struct stream base;
    struct stream *upstream;
    uint64_t count; /* still to pass over */
};

static bool after_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct after *s = (struct after *)base;
    struct span piece = {0};

    s->count -= stream_skip(s->upstream, s->count);
    do {
        if (!stream_next(s->upstream, &piece, err))
            return false;
        *ret_piece = span_skip(piece, s->count < piece.len ? (size_t)s->count : piece.len);
        s->count -= piece.len - ret_piece->len;
    } while (piece.len && !ret_piece->len);
    return true;
}

static void after_close(struct stream *base)
{
    struct after *s = (struct after *)base;

    stream_close(s->upstream);
    free(s);
}

struct stream *stream_after_take(struct stream *upstream, uint64_t count)
{
    static const struct stream_ops ops = {.next = after_next, .close = after_close};
    struct after *s;

    if (!count)
        return upstream;
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->upstream = upstream;
    s->count = count;
    return &s->base;
}
