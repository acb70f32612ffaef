/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive_members.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "read_ahead.h"
#include "xalloc.h"

/* Documents and names of one archive together: a config and a manifest for each of many images. */
#define MOST_KEPT (64 * MIB)

/* A pipe has no second pass; without O_NONBLOCK, opening one would wait for a writer. */
bool archive_members_open(struct archive_members *members, const char *path, struct error *err)
{
    struct stat st = {0};

    members->path = xstrdup(path);
    members->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (members->fd < 0 || fstat(members->fd, &st) != 0)
        return error_set_errno(err, errno, "cannot open '%s'", QUOTE(path));
    if (S_ISDIR(st.st_mode))
        return error_set_errno(err, EISDIR, "cannot read '%s'", QUOTE(path));
    if (!S_ISREG(st.st_mode))
        return error_set(err, ERROR_USAGE, "'%s' is no regular file; archives are read twice",
                         QUOTE(path));
    members->file_size = (uint64_t)st.st_size;
    return true;
}

static struct tar_reader *open_tar(const struct archive_members *members, struct error *err)
{
    struct stream *in = stream_of_file_part(members->fd, 0, members->file_size, members->path);

    if (!members->compressed)
        return tar_reader_open_take(in, members->path, err);
    in = stream_inflate_take(in, 0, members->path, err);
    return in ? tar_reader_open_take(stream_read_ahead_take(in), members->path, err) : NULL;
}

void archive_members_release(struct archive_members *members)
{
    for (size_t i = 0; i < members->count; i++) {
        free(members->items[i].name);
        free(members->items[i].target);
        free(members->items[i].bytes);
        layout_incoming_release(&members->items[i].incoming);
    }
    free(members->items);
    free(members->by_name);
    tar_reader_close(members->pass);
    if (members->path && members->fd >= 0)
        close(members->fd);
    free(members->path);
    *members = (struct archive_members){0};
}

/* ---- the first pass ---- */

static bool keep(struct archive_members *members, size_t bytes, struct error *err)
{
    members->kept += bytes;
    if (members->kept > MOST_KEPT)
        return error_set(err, ERROR_MALFORMED,
                         "'%s' holds more than %zu bytes of documents and names",
                         QUOTE(members->path), MOST_KEPT);
    return true;
}

static struct archive_member *add_member(struct archive_members *members, const struct member *m,
                                         struct error *err)
{
    struct archive_member *item;

    if (members->count >= LIMIT_ARCHIVE_MEMBERS) {
        error_set(err, ERROR_MALFORMED, "'%s' has more than %d members", QUOTE(members->path),
                  LIMIT_ARCHIVE_MEMBERS);
        return NULL;
    }
    if (!keep(members, m->path.len + m->target.len, err))
        return NULL;
    XGROW(members->items, members->count, members->capacity);
    item = &members->items[members->count++];
    *item = (struct archive_member){.name = xmemdup0(m->path.data, m->path.len), .size = m->size};
    return item;
}

/* A symbolic link's target is relative to the link's folder; a hard link's is from the root already. */
static char *target_of(const struct member *m)
{
    STRBUF_AUTO(joined, 2 * LIMIT_PATH);
    STRBUF_AUTO(target, LIMIT_PATH);
    size_t slash = span_find_last_byte(m->path, '/');

    if (m->type == MEMBER_SYMLINK && !span_starts_with(m->target, "/") && slash < m->path.len)
        strbuf_add_span(&joined, span_head(m->path, slash + 1));
    strbuf_add_span(&joined, m->target);
    if (!path_normalise(&target, strbuf_span(&joined)))
        strbuf_truncate(&target, 0);
    return strbuf_detach(&target);
}

static bool may_be_document(const struct archive_member *item)
{
    return item->size <= LIMIT_IMAGE_CONFIG && item->compression == COMPRESSION_NONE;
}

/* The rule of inflated layers, also for what the holes of sparse members are filled with. */
static bool count_bytes(struct archive_members *members, size_t more, struct error *err)
{
    members->read += more;
    if (members->read > LIMIT_INFLATED ||
        (members->read > LIMIT_INFLATED_FLOOR &&
         members->read / LIMIT_INFLATED_RATIO > members->file_size))
        return error_set(err, ERROR_MALFORMED,
                         "the members of '%s' are more than %d times as large as it is",
                         QUOTE(members->path), LIMIT_INFLATED_RATIO);
    return true;
}

/* Documents are JSON: '{' or '[' with or without blanks before, or the word null. */
static bool begins_as_document(const struct archive_member *item, struct span start)
{
    struct span text = span_trim(start);

    return may_be_document(item) && text.len && strchr("{[n", text.data[0]);
}

/* Of a compressed archive all data go by and are hashed; of a plain one only documents are read. */
static bool take_piece(struct archive_member *item, struct span piece, struct error *err)
{
    return !item->incoming.path || layout_incoming_write(&item->incoming, piece, err);
}

static bool read_pieces(struct archive_members *members, struct tar_reader *tar,
                        struct archive_member *item, struct strbuf *bytes, struct error *err)
{
    CLEANUP(cleanup_hash) struct hash *hash = members->compressed ? hash_new(DIGEST_SHA256) : NULL;
    uint64_t seen = 0;
    struct span piece;

    for (;;) {
        if (!tar_reader_data(tar, &piece, err) || !count_bytes(members, piece.len, err) ||
            !take_piece(item, piece, err))
            return false;
        if (!piece.len)
            break;
        if (!seen)
            item->compression = compression_of(piece);
        seen += piece.len;
        if (hash)
            hash_add(hash, piece.data, piece.len);
        if (may_be_document(item))
            strbuf_add_span(bytes, piece);
        if (!hash && !begins_as_document(item, strbuf_span(bytes)))
            return true;
    }
    item->size = seen;
    item->has_digest = hash != NULL;
    if (hash)
        item->digest = hash_finish(STEAL(hash));
    return true;
}

static bool read_data(struct archive_members *members, struct tar_reader *tar,
                      struct archive_member *item, struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_IMAGE_CONFIG);

    if (members->layout && !layout_incoming_open(&item->incoming, members->layout, err))
        return false;
    if (!read_pieces(members, tar, item, &bytes, err))
        return false;
    if (members->layout && !layout_incoming_close(&item->incoming, err))
        return false;
    if (bytes.len != item->size || !begins_as_document(item, strbuf_span(&bytes)))
        return true;
    if (!keep(members, bytes.len, err))
        return false;
    item->bytes = strbuf_detach(&bytes);
    return true;
}

/* What has neither data nor leads to some. */
static bool is_left_out(const struct member *m)
{
    return m->type == MEMBER_DIRECTORY || m->type == MEMBER_OTHER;
}

static bool note_member(struct archive_members *members, struct tar_reader *tar,
                        const struct member *m, struct error *err)
{
    struct archive_member *item;

    if (is_left_out(m))
        return true;
    item = add_member(members, m, err);
    if (!item)
        return false;
    if (m->type != MEMBER_FILE) {
        item->target = target_of(m);
        return true;
    }
    item->offset = tar_reader_position(tar);
    item->in_place = !members->compressed && !m->sparse;
    members->in_order = members->in_order || !item->in_place;
    return read_data(members, tar, item, err);
}

/* By name; of one name, in the order of the archive. */
static int compare_members(const void *a, const void *b)
{
    const struct archive_member *x = *(const struct archive_member *const *)a;
    const struct archive_member *y = *(const struct archive_member *const *)b;
    int order = strcmp(x->name, y->name);

    return order ? order : (x > y) - (x < y);
}

static void sort_by_name(struct archive_members *members)
{
    members->by_name = xcalloc(members->count, sizeof *members->by_name);
    for (size_t i = 0; i < members->count; i++)
        members->by_name[i] = &members->items[i];
    qsort(members->by_name, members->count, sizeof *members->by_name, compare_members);
}

/* By its first bytes, which a damaged or empty file may not have. */
static bool is_compressed(const struct archive_members *members, bool *ret, struct error *err)
{
    char magic[COMPRESSION_MAGIC];
    ssize_t len = pread(members->fd, magic, sizeof magic, 0);

    if (len < 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(members->path));
    *ret = compression_of(span_of(magic, (size_t)len)) != COMPRESSION_NONE;
    return true;
}

static bool read_all(struct archive_members *members, struct tar_reader *tar, struct error *err)
{
    struct member m;

    while (tar_reader_next(tar, &m, err))
        if (!note_member(members, tar, &m, err))
            return false;
    sort_by_name(members);
    if (error_is_set(err))
        return false;
    /* What the decoder checks at its end. */
    return !members->compressed || tar_reader_drain(tar, err);
}

bool archive_members_read(struct archive_members *members, struct error *err)
{
    CLEANUP(cleanup_tar_reader) struct tar_reader *tar = NULL;

    if (!is_compressed(members, &members->compressed, err))
        return false;
    tar = open_tar(members, err);
    return tar && read_all(members, tar, err);
}

bool archive_members_read_take(struct archive_members *members, struct stream *in, const char *name,
                               const struct layout *layout, struct error *err)
{
    CLEANUP(cleanup_tar_reader) struct tar_reader *tar = NULL;

    members->path = xstrdup(name);
    members->fd = -1;
    members->file_size = UINT64_MAX;
    /* As in a compressed one, all data are read and hashed as they come. */
    members->compressed = true;
    members->layout = layout;
    tar = tar_reader_open_take(in, members->path, err);
    return tar && read_all(members, tar, err);
}

/* ---- looking up ---- */

static const struct archive_member *find_once(const struct archive_members *members,
                                              struct span name)
{
    size_t low = 0;
    size_t high = members->count;

    /* The last of this name is before high, the first of a greater one. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (span_compare(span_string(members->by_name[middle]->name), name) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low && span_equal_string(name, members->by_name[low - 1]->name)
               ? members->by_name[low - 1]
               : NULL;
}

const struct archive_member *archive_members_find(const struct archive_members *members,
                                                  struct span name)
{
    STRBUF_AUTO(normalised, LIMIT_PATH);
    const struct archive_member *item;

    if (!path_normalise(&normalised, name))
        return NULL;
    item = find_once(members, strbuf_span(&normalised));
    for (int i = 0; item && item->target && i < LIMIT_SYMLINKS; i++)
        item = find_once(members, span_string(item->target));
    return item && !item->target ? item : NULL;
}

bool archive_members_document(const struct archive_members *members, const char *name,
                              struct span *ret, struct error *err)
{
    const struct archive_member *item = archive_members_find(members, span_string(name));

    if (!item)
        return error_set(err, ERROR_MALFORMED, "'%s' has no '%s'", QUOTE(members->path),
                         QUOTE(name));
    if (!item->bytes)
        return error_set(err, ERROR_MALFORMED,
                         "'%s' of '%s' is no JSON document of up to %zu bytes", QUOTE(name),
                         QUOTE(members->path), LIMIT_IMAGE_CONFIG);
    *ret = span_of(item->bytes, (size_t)item->size);
    return true;
}

/* ---- their data ---- */

struct member_stream {
    struct stream base;
    struct tar_reader *tar;
};

static bool member_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    return tar_reader_data(((struct member_stream *)base)->tar, ret_piece, err);
}

static void member_close(struct stream *base)
{
    free(base);
}

static bool changed(const struct archive_members *members, struct error *err)
{
    return error_set(err, ERROR_MALFORMED, "'%s' changed while it was read", QUOTE(members->path));
}

/* The same members come in the same order as in the first pass. */
static bool pass_one(struct archive_members *members, struct error *err)
{
    struct member m;

    do {
        if (!tar_reader_next(members->pass, &m, err))
            return changed(members, err);
    } while (is_left_out(&m));
    if (!span_equal_string(m.path, members->items[members->pass_next].name))
        return changed(members, err);
    members->pass_next++;
    return true;
}

/* Leaves the pass at the data of the member; what lies behind it begins another one. */
static bool pass_to(struct archive_members *members, size_t index, struct error *err)
{
    if (members->pass && members->pass_next > index) {
        tar_reader_close(STEAL(members->pass));
        members->pass_next = 0;
    }
    if (!members->pass)
        members->pass = open_tar(members, err);
    if (!members->pass)
        return false;
    while (members->pass_next <= index)
        if (!pass_one(members, err))
            return false;
    return true;
}

struct stream *archive_members_stream(struct archive_members *members,
                                      const struct archive_member *item, struct error *err)
{
    static const struct stream_ops ops = {.next = member_next, .close = member_close};
    struct member_stream *s;

    if (item->in_place)
        return stream_of_file_part(members->fd, item->offset, item->size, members->path);
    if (!pass_to(members, (size_t)(item - members->items), err))
        return NULL;
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->tar = members->pass;
    return &s->base;
}

bool archive_members_digest(struct archive_members *members, const struct archive_member *item,
                            struct digest *ret, struct error *err)
{
    CLEANUP(cleanup_hash) struct hash *hash = hash_new(DIGEST_SHA256);
    CLEANUP(cleanup_stream) struct stream *in = NULL;
    struct span piece;

    if (item->has_digest) {
        *ret = item->digest;
        return true;
    }
    in = archive_members_stream(members, item, err);
    if (!in)
        return false;
    do {
        if (!stream_next(in, &piece, err))
            return false;
        hash_add(hash, piece.data, piece.len);
    } while (piece.len);
    *ret = hash_finish(STEAL(hash));
    return true;
}
