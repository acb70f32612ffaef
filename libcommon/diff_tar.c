/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diff_tar.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "beneath.h"
#include "diff_entry.h"
#include "folder_names.h"
#include "xalloc.h"

/* A folder on the way to the entry at hand. */
struct level {
    struct folder_names names;
    size_t next;
    size_t path_len; /* of the folder's own path */
};

struct diff_tar {
    struct stream base;
    struct diff_root root;
    const char *name;
    struct strbuf made; /* what the writer has written since it was asked */
    struct tar_writer *writer;
    struct strbuf path;
    struct level *levels;
    size_t depth;
    struct stream *file; /* whose bytes come next, or NULL */
    uint64_t left;       /* of them */
    bool finished;
};

static bool enter(struct diff_tar *t, int fd, struct error *err)
{
    struct level *level = &t->levels[t->depth];

    if (t->depth >= LIMIT_PATH_DEPTH) {
        close(fd);
        return error_set(err, ERROR_MALFORMED, "'%s' lies deeper than a path can be",
                         QUOTE(t->path.data));
    }
    *level = (struct level){.path_len = t->path.len};
    t->depth++;
    return folder_names_read_take(&level->names, fd, err) ||
           error_prefix(err, "the folder '%s'", QUOTE(t->path.data));
}

static void leave(struct diff_tar *t)
{
    folder_names_release(&t->levels[--t->depth].names);
}

/* What hides the folders of lower layers stands in the folder. */
static bool write_opaque(struct diff_tar *t, const struct diff_entry *folder, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/" OPAQUE_WHITEOUT, folder->path);
    const struct tar_entry entry = {.path = path,
                                    .mode = S_IFREG | 0600,
                                    .uid = folder->tar.uid,
                                    .gid = folder->tar.gid,
                                    .changed = folder->tar.changed,
                                    .names = 1};
    bool has_data;

    return tar_writer_begin(t->writer, &entry, &has_data, err);
}

static int take_fd(struct diff_entry *entry)
{
    int fd = entry->fd;

    entry->fd = -1;
    return fd;
}

static bool write_entry(struct diff_tar *t, struct diff_entry *entry, struct error *err)
{
    bool has_data;

    if (entry->is_none)
        return true;
    if (!tar_writer_begin(t->writer, &entry->tar, &has_data, err))
        return error_prefix(err, "'%s'", QUOTE(entry->path));
    if (has_data) {
        t->left = entry->tar.size;
        t->file = stream_of_fd_take(take_fd(entry), t->name);
    }
    if (!S_ISDIR(entry->tar.mode))
        return true;
    if (entry->is_opaque && !write_opaque(t, entry, err))
        return false;
    return enter(t, take_fd(entry), err);
}

static bool read_entry(struct diff_tar *t, struct error *err)
{
    struct diff_entry entry = {.fd = -1};
    bool done = diff_entry_read(&entry, &t->root, t->path.data, err) && write_entry(t, &entry, err);

    diff_entry_release(&entry);
    return done;
}

static bool next_entry(struct diff_tar *t, struct error *err)
{
    struct level *level = &t->levels[t->depth - 1];
    const char *item;

    strbuf_truncate(&t->path, level->path_len);
    if (level->next == level->names.count) {
        leave(t);
        return true;
    }
    item = level->names.items[level->next++];
    if (t->path.len)
        strbuf_add_byte(&t->path, '/');
    strbuf_add_string(&t->path, item + 1);
    return !strbuf_overflowed(&t->path)
               ? read_entry(t, err)
               : error_set(err, ERROR_MALFORMED, "'%s' is too long a path", QUOTE(t->path.data));
}

static bool next_of_file(struct diff_tar *t, struct error *err)
{
    struct span piece;

    if (!stream_next(t->file, &piece, err))
        return false;
    if (piece.len > t->left || (!piece.len && t->left))
        return error_set(err, ERROR_MALFORMED, "'%s' has changed while it was read",
                         QUOTE(t->path.data));
    t->left -= piece.len;
    if (!piece.len)
        stream_close(STEAL(t->file));
    return !piece.len || tar_writer_data(t->writer, piece, err);
}

static bool step(struct diff_tar *t, struct error *err)
{
    if (t->file)
        return next_of_file(t, err);
    if (t->depth)
        return next_entry(t, err);
    t->finished = true;
    return tar_writer_end(t->writer, err);
}

static bool begin(struct diff_tar *t, struct error *err)
{
    int fd = open_beneath(t->root.fd, ".", O_RDONLY | O_DIRECTORY);

    if (fd < 0)
        return error_set_errno(err, errno, "cannot open the folder");
    t->levels = xcalloc(LIMIT_PATH_DEPTH, sizeof *t->levels);
    return enter(t, fd, err);
}

static bool diff_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct diff_tar *t = (struct diff_tar *)base;

    strbuf_truncate(&t->made, 0);
    while (!t->made.len && !t->finished)
        if (!(t->levels ? step(t, err) : begin(t, err)))
            return error_prefix(err, "'%s'", QUOTE(t->name));
    if (strbuf_overflowed(&t->made))
        return error_set(err, ERROR_MALFORMED, "'%s' has an entry with too long a header",
                         QUOTE(t->name));
    *ret_piece = strbuf_span(&t->made);
    return true;
}

static void diff_close(struct stream *base)
{
    struct diff_tar *t = (struct diff_tar *)base;

    while (t->depth)
        leave(t);
    free(t->levels);
    tar_writer_free(t->writer);
    stream_close(t->file);
    strbuf_release(&t->path);
    strbuf_release(&t->made);
    close(t->root.fd);
    free(t);
}

struct stream *diff_tar_open_take(int files, bool owners_hold, const char *name)
{
    static const struct stream_ops ops = {.next = diff_next, .close = diff_close};
    struct diff_tar *t = xcalloc(1, sizeof *t);

    t->base.ops = &ops;
    t->root = (struct diff_root){files, owners_hold};
    t->name = name;
    /* A file's piece, or an entry's headers with all that the kernel lets it have. */
    strbuf_init(&t->made, 2 * LIMIT_MEMBER_HEADERS);
    strbuf_init(&t->path, LIMIT_PATH);
    t->writer = tar_writer_new(&t->made);
    return &t->base;
}
