/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_cache_entry.h"

#include <errno.h>
#include <string.h>

#include "stream.h"
#include "xalloc.h"

#define MAGIC "build-analysis layer cache 1"
#define SIGNED "hmac-sha256:"

/* Of the entry's first lines and the body. */
static struct digest digest_of_entry(struct span lines, struct span body)
{
    struct hash *hash = hash_new(DIGEST_SHA256);

    hash_add(hash, lines.data, lines.len);
    hash_add(hash, body.data, body.len);
    return hash_finish(hash);
}

void entry_format(struct strbuf *out, const struct layer_cache_key *key, struct span body,
                  struct span seal)
{
    struct digest digest;

    strbuf_addf(out, MAGIC "\n%s\n%zu\n", key->text, body.len);
    digest = digest_of_entry(strbuf_span(out), body);
    if (seal.len)
        digest = digest_sign(seal, &digest);
    strbuf_addf(out, "%s%s\n", seal.len ? SIGNED : "sha256:", DIGEST_HEX_TEXT(&digest));
}

/* The bytes are not compared in constant time: whoever can try them can write entries as well. */
static bool check_entry(struct span bytes, const struct layer_cache_key *key, struct span seal,
                        const char *path, struct span *ret_body, struct error *err)
{
    struct span head = span_head(bytes, LIMIT_LAYER_CACHE_HEADER);
    struct span line = {0};

    for (int i = 0; i < 4; i++)
        if (!span_next_line(&head, &line))
            return error_set(err, ERROR_MALFORMED, "'%s' is damaged", QUOTE(path));
    if (span_starts_with(line, SIGNED) != (seal.len > 0))
        return error_set(err, ERROR_MALFORMED,
                         seal.len ? "'%s' is not signed with the key"
                                  : "'%s' is signed, and can be checked with its key alone",
                         QUOTE(path));
    *ret_body = span_skip(bytes, (size_t)(line.data + line.len + 1 - bytes.data));
    STRBUF_AUTO(expected, LIMIT_LAYER_CACHE_HEADER);
    entry_format(&expected, key, *ret_body, seal);
    return span_equal(span_head(bytes, expected.len), strbuf_span(&expected)) ||
           error_set(err, ERROR_MALFORMED,
                     seal.len ? "'%s' is damaged, or signed with another key" : "'%s' is damaged",
                     QUOTE(path));
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
bool entry_read(int fd, const struct layer_cache_key *key, struct span seal, const char *path,
                char **ret_memory, struct span *ret_body, struct error *err)
{
    CLEANUP(cleanup_free) char *memory = NULL;
    size_t size = 0;

    if (!entry_size(fd, path, &size, err))
        return false;
    memory = xmalloc(size + 1);
    if (!read_part(fd, 0, size, memory, path, err) ||
        !check_entry(span_of(memory, size), key, seal, path, ret_body, err))
        return false;
    *ret_memory = STEAL(memory);
    return true;
}
