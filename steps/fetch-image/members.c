/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "members.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tar_reader.h"
#include "xalloc.h"

/* Documents and names of one archive together: a config and a manifest for each of many images. */
#define MOST_KEPT (64 * MIB)

/* A pipe has no second pass; without O_NONBLOCK, opening one would wait for a writer. */
static int open_regular(const char *path, uint64_t *ret_size, struct error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat st = {0};

    if (fd < 0 || fstat(fd, &st) != 0)
        error_set_errno(err, errno, "cannot open '%s'", QUOTE(path));
    else if (S_ISDIR(st.st_mode))
        error_set_errno(err, EISDIR, "cannot read '%s'", QUOTE(path));
    else if (!S_ISREG(st.st_mode))
        error_set(err, ERROR_USAGE, "'%s' is no regular file; archives are read twice",
                  QUOTE(path));
    *ret_size = (uint64_t)st.st_size;
    if (!error_is_set(err))
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

static struct tar_reader *open_tar(const char *path, uint64_t *ret_size, struct error *err)
{
    int fd = open_regular(path, ret_size, err);
    struct stream *in =
        fd < 0 ? NULL : stream_inflate_take(stream_of_fd_take(fd, path), 0, path, err);

    return in ? tar_reader_open_take(in, path, err) : NULL;
}

void archive_members_release(struct archive_members *members)
{
    for (size_t i = 0; i < members->count; i++) {
        free(members->items[i].name);
        free(members->items[i].target);
        free(members->items[i].bytes);
    }
    free(members->items);
    free(members->by_name);
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

/* Hashes the member's data, and keeps in bytes what may be a document. */
static bool hash_data(struct archive_members *members, struct tar_reader *tar,
                      struct archive_member *item, struct strbuf *bytes, struct error *err)
{
    CLEANUP(cleanup_sha256) struct sha256 *hash = sha256_new();
    uint64_t seen = 0;
    struct span piece;

    for (;;) {
        if (!tar_reader_data(tar, &piece, err) || !count_bytes(members, piece.len, err))
            return false;
        if (!piece.len)
            break;
        if (!seen)
            item->compression = compression_of(piece);
        seen += piece.len;
        sha256_add(hash, piece.data, piece.len);
        if (may_be_document(item))
            strbuf_add_span(bytes, piece);
    }
    item->digest = sha256_finish(STEAL(hash));
    item->size = seen;
    return true;
}

/* Documents are JSON: '{' or '[' with or without blanks before, or the word null. */
static bool is_document(const struct archive_member *item, const struct strbuf *bytes)
{
    struct span text = span_trim(strbuf_span(bytes));

    return may_be_document(item) && bytes->len == item->size && text.len &&
           strchr("{[n", text.data[0]);
}

static bool read_data(struct archive_members *members, struct tar_reader *tar,
                      struct archive_member *item, struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_IMAGE_CONFIG);

    if (!hash_data(members, tar, item, &bytes, err))
        return false;
    if (!is_document(item, &bytes))
        return true;
    if (!keep(members, bytes.len, err))
        return false;
    item->bytes = strbuf_detach(&bytes);
    return true;
}

static bool note_member(struct archive_members *members, struct tar_reader *tar,
                        const struct member *m, struct error *err)
{
    struct archive_member *item;

    if (m->type == MEMBER_DIRECTORY || m->type == MEMBER_OTHER)
        return true;
    item = add_member(members, m, err);
    if (!item)
        return false;
    if (m->type == MEMBER_FILE)
        return read_data(members, tar, item, err);
    item->target = target_of(m);
    return true;
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

bool archive_members_read(struct archive_members *members, const char *path, struct error *err)
{
    CLEANUP(cleanup_tar_reader)
    struct tar_reader *tar = open_tar(path, &members->file_size, err);
    struct member m;

    members->path = path;
    if (!tar)
        return false;
    while (tar_reader_next(tar, &m, err))
        if (!note_member(members, tar, &m, err))
            return false;
    sort_by_name(members);
    return !error_is_set(err) && tar_reader_drain(tar, err);
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

/* ---- the second pass ---- */

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
    (void)base;
}

static const struct descriptor *wanted_layer(const struct image *image, const struct digest *digest,
                                             const struct layout *layout)
{
    for (size_t i = 0; i < image->layer_count; i++)
        if (digest_equal(&image->layers[i].blob.digest, digest) &&
            !layout_has_blob(layout, &image->layers[i].blob))
            return &image->layers[i].blob;
    return NULL;
}

static bool copy_member(const struct archive_member *item, struct tar_reader *tar,
                        const struct image *image, struct layout *layout, struct error *err)
{
    static const struct stream_ops ops = {.next = member_next, .close = member_close};
    const struct descriptor *blob = wanted_layer(image, &item->digest, layout);
    struct member_stream in = {.base.ops = &ops, .tar = tar};

    return !blob || layout_write_blob(layout, blob, &in.base, err);
}

static bool check_complete(const struct archive_members *members, const struct image *image,
                           const struct layout *layout, struct error *err)
{
    for (size_t i = 0; i < image->layer_count; i++)
        if (!media_type_is_foreign(image->layers[i].blob.media_type) &&
            !layout_has_blob(layout, &image->layers[i].blob))
            return error_set(err, ERROR_MALFORMED, "'%s' does not hold layer %s",
                             QUOTE(members->path), DIGEST_TEXT(&image->layers[i].blob.digest));
    return true;
}

bool archive_members_copy_layers(const struct archive_members *members, const struct image *image,
                                 struct layout *layout, struct error *err)
{
    uint64_t file_size;
    CLEANUP(cleanup_tar_reader)
    struct tar_reader *tar = open_tar(members->path, &file_size, err);
    struct member m;
    size_t at = 0;

    if (!tar)
        return false;
    /* The same members come in the same order as in the first pass. */
    while (tar_reader_next(tar, &m, err)) {
        const struct archive_member *item;

        if (m.type == MEMBER_DIRECTORY || m.type == MEMBER_OTHER)
            continue;
        item = at < members->count ? &members->items[at++] : NULL;
        if (!item || !span_equal_string(m.path, item->name))
            return error_set(err, ERROR_MALFORMED, "'%s' changed while it was read",
                             QUOTE(members->path));
        if (m.type == MEMBER_FILE && !copy_member(item, tar, image, layout, err))
            return false;
    }
    return !error_is_set(err) && check_complete(members, image, layout, err);
}
