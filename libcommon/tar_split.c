/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tar_split.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base64.h"
#include "json_in.h"
#include "json_values.h"
#include "xalloc.h"

enum { ENTRY_FILE = 1, ENTRY_BYTES = 2 };

struct tar_split {
    struct stream base;
    struct stream *split;
    struct json_values *entries;
    int files;
    const char *name;
    struct strbuf bytes;
    struct stream *file; /* whose data come next, or NULL */
    uint64_t left;       /* of them */
};

/* Links on the way lead where they would lead in the layer; the last part is no link. */
static int open_file(const struct tar_split *s, const char *path)
{
    struct open_how how = {.flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
                           .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS};

    return (int)syscall(SYS_openat2, s->files, path, &how, sizeof how);
}

/* A name that is no UTF-8 stands there as Base64. */
static bool name_of(const json_t *entry, struct strbuf *out)
{
    struct span raw = json_in_span_or_empty(entry, "name_raw");

    if (raw.len)
        return base64_decode(raw, out);
    strbuf_add_span(out, json_in_span_or_empty(entry, "name"));
    return true;
}

static bool begin_file(struct tar_split *s, const json_t *entry, struct error *err)
{
    STRBUF_AUTO(path, LIMIT_PATH);
    int64_t size = json_in_int_or(entry, "size", 0);
    int fd;

    if (size <= 0)
        return true;
    if (!name_of(entry, &path) || !path.len || strbuf_overflowed(&path))
        return error_set(err, ERROR_MALFORMED, "'%s' has a file without a name", QUOTE(s->name));
    fd = open_file(s, path.data);
    if (fd < 0 && (errno == EACCES || errno == EPERM))
        return error_set(err, ERROR_PERMISSION,
                         "cannot open '%s' of '%s'; a rootless storage is read by 'podman unshare "
                         "fetch-image'",
                         QUOTE(path.data), QUOTE(s->name));
    if (fd < 0)
        return error_set(err, ERROR_MALFORMED, "'%s' of '%s' is not there", QUOTE(path.data),
                         QUOTE(s->name));
    s->file = stream_of_fd_take(fd, s->name);
    s->left = (uint64_t)size;
    return true;
}

static bool next_of_file(struct tar_split *s, struct span *ret_piece, struct error *err)
{
    if (!stream_next(s->file, ret_piece, err))
        return false;
    if (ret_piece->len > s->left || (!ret_piece->len && s->left))
        return error_set(err, ERROR_MALFORMED, "a file of '%s' has changed its size",
                         QUOTE(s->name));
    s->left -= ret_piece->len;
    if (!ret_piece->len)
        stream_close(STEAL(s->file));
    return true;
}

static bool take_bytes(struct tar_split *s, const json_t *entry, struct span *ret_piece,
                       struct error *err)
{
    strbuf_truncate(&s->bytes, 0);
    if (!base64_decode(json_in_span_or_empty(entry, "payload"), &s->bytes) ||
        strbuf_overflowed(&s->bytes))
        return error_set(err, ERROR_MALFORMED, "'%s' has bytes that are no Base64, or too many",
                         QUOTE(s->name));
    *ret_piece = strbuf_span(&s->bytes);
    return true;
}

static bool take_entry(struct tar_split *s, struct span text, struct span *ret_piece,
                       struct error *err)
{
    CLEANUP(cleanup_json) json_t *entry = json_in_parse(text, s->name, err);

    if (!entry)
        return false;
    switch (json_in_int_or(entry, "type", 0)) {
    case ENTRY_FILE:
        return begin_file(s, entry, err);
    case ENTRY_BYTES:
        return take_bytes(s, entry, ret_piece, err);
    default:
        return error_set(err, ERROR_MALFORMED, "'%s' has an entry of an unknown type",
                         QUOTE(s->name));
    }
}

static bool split_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct tar_split *s = (struct tar_split *)base;
    struct span text;

    *ret_piece = (struct span){0};
    do {
        if (s->file) {
            if (!next_of_file(s, ret_piece, err))
                return false;
            continue;
        }
        if (!json_values_next(s->entries, &text, err))
            return !error_is_set(err);
        if (!take_entry(s, text, ret_piece, err))
            return false;
    } while (!ret_piece->len);
    return true;
}

static void split_close(struct stream *base)
{
    struct tar_split *s = (struct tar_split *)base;

    json_values_free(s->entries);
    stream_close(s->split);
    stream_close(s->file);
    strbuf_release(&s->bytes);
    close(s->files);
    free(s);
}

struct stream *tar_split_open_take(struct stream *split, int files, const char *name)
{
    static const struct stream_ops ops = {.next = split_next, .close = split_close};
    struct tar_split *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->split = split;
    s->entries = json_values_new(split, name);
    s->files = files;
    s->name = name;
    strbuf_init(&s->bytes, LIMIT_TAR_SPLIT_BYTES);
    return &s->base;
}
