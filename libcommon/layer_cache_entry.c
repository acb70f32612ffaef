/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_cache_entry.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "strbuf.h"
#include "stream.h"
#include "xalloc.h"

#define MAGIC "build-analysis layer cache 1"
/* MAGIC, key, length and digest, a line each. */
#define LIMIT_HEADER 400

/* Appends the entry's lines but that of the digest; the digest is of these and the body. */
static struct digest write_header(struct strbuf *out, const struct layer_cache_key *key,
                                  struct span body)
{
    struct sha256 *hash = sha256_new();

    strbuf_addf(out, MAGIC "\n%s\n%zu\n", key->text, body.len);
    sha256_add(hash, out->data, out->len);
    sha256_add(hash, body.data, body.len);
    return sha256_finish(hash);
}

static bool check_entry(struct span bytes, const struct layer_cache_key *key, struct span *ret_body)
{
    struct span head = span_head(bytes, LIMIT_HEADER);
    struct span line;
    struct digest digest;

    for (int i = 0; i < 4; i++)
        if (!span_next_line(&head, &line))
            return false;
    *ret_body = span_skip(bytes, (size_t)(line.data + line.len + 1 - bytes.data));
    STRBUF_AUTO(expected, LIMIT_HEADER);
    digest = write_header(&expected, key, *ret_body);
    strbuf_addf(&expected, "%s\n", DIGEST_TEXT(&digest));
    return span_equal(span_head(bytes, expected.len), strbuf_span(&expected));
}

/* Marks the entry as used now; a cache that is only read has no use for it. */
void entry_touch(int fd)
{
    if (futimens(fd, NULL) != 0)
        return;
}

bool read_part(int fd, off_t from, size_t size, char *memory, const char *path, struct error *err)
{
    size_t at = 0;

    while (at < size) {
        ssize_t n = pread(fd, memory + at, size - at, from + (off_t)at);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
        if (n == 0)
            return error_set(err, ERROR_MALFORMED, "'%s' was cut while it was read", QUOTE(path));
        at += (size_t)n;
    }
    return true;
}

/* Not by fstat(), which the confined process may not call: glibc makes it of a call that takes names. */
static bool entry_size(int fd, const char *path, size_t *ret_size, struct error *err)
{
    off_t size = lseek(fd, 0, SEEK_END);

    if (size < 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    if (size > (off_t)LIMIT_LAYER_CACHE_ENTRY)
        return error_set(err, ERROR_MALFORMED, "'%s' is no entry of a layer cache", QUOTE(path));
    *ret_size = (size_t)size;
    return true;
}

/* The entry that fd is open at, from its start. */
bool entry_read(int fd, const struct layer_cache_key *key, const char *path, char **ret_memory,
                struct span *ret_body, struct error *err)
{
    CLEANUP(cleanup_free) char *memory = NULL;
    size_t size = 0;

    if (!entry_size(fd, path, &size, err))
        return false;
    memory = xmalloc(size + 1);
    if (!read_part(fd, 0, size, memory, path, err))
        return false;
    if (!check_entry(span_of(memory, size), key, ret_body))
        return error_set(err, ERROR_MALFORMED, "'%s' is damaged", QUOTE(path));
    *ret_memory = STEAL(memory);
    return true;
}

/* -1, with err set unless there is none. */
int entry_open(const char *path, struct error *err)
{
    /* Without O_NONBLOCK a pipe of that name would be waited for. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat st;

    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return -1;
    if (fd < 0 || fstat(fd, &st) != 0)
        error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    else if (S_ISREG(st.st_mode))
        return fd;
    else
        error_set(err, ERROR_MALFORMED, "'%s' is no entry of a layer cache", QUOTE(path));
    if (fd >= 0)
        close(fd);
    return -1;
}

bool entry_write_take(int fd, const char *path, const struct layer_cache_key *key, struct span body,
                      struct error *err)
{
    struct digest digest;
    bool done;

    STRBUF_AUTO(header, LIMIT_HEADER);
    digest = write_header(&header, key, body);
    strbuf_addf(&header, "%s\n", DIGEST_TEXT(&digest));
    done = write_all(fd, header.data, header.len, path, err) &&
           write_all(fd, body.data, body.len, path, err);
    if (close(fd) != 0 && done)
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    return done;
}
