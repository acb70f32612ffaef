/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tar_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "xalloc.h"

/* What holes of sparse files are read as. */
static const char zeros[64 * 1024];

struct tar_reader {
    struct archive *archive;
    struct stream *stream;
    const char *name;
    struct error stream_failure; /* why the read callback failed */
    struct strbuf path;
    struct strbuf target;
    uint64_t passed_over;
    uint64_t in_call; /* bytes that libarchive took since it was called */
    bool in_member;   /* there may be data of it left */
    bool skipping;    /* what it takes is such data, and not counted */
    /* the current member's data */
    int64_t size;
    int64_t given;
    struct span block; /* libarchive's, which may stand after a hole */
    int64_t block_at;
    int64_t holes; /* bytes of all holes so far */
    int64_t paid;  /* bytes of the hole that come and were counted */
    bool in_hole;  /* its first piece was given */
    bool block_wanted;
};

/* ---- names ---- */

static void drop_last_component(struct strbuf *path, size_t start)
{
    size_t slash = span_find_last_byte(span_skip(strbuf_span(path), start), '/');

    strbuf_truncate(path, slash == path->len - start ? start : start + slash);
}

bool path_normalise(struct strbuf *out, struct span path)
{
    size_t start = out->len;
    size_t depth = 0;
    struct span part;

    while (span_split(&path, '/', &part)) {
        if (!part.len || span_equal_string(part, "."))
            continue;
        if (span_equal_string(part, "..")) {
            drop_last_component(out, start);
            depth -= depth ? 1 : 0;
            continue;
        }
        if (out->len > start)
            strbuf_add_byte(out, '/');
        strbuf_add_span(out, part);
        if (++depth > LIMIT_PATH_DEPTH)
            return false;
    }
    return out->len - start <= LIMIT_PATH && !strbuf_overflowed(out);
}

/* ---- libarchive ---- */

/* What it reads without giving anything back (long names, maps of sparse files), it holds in memory. */
static bool count_taken(struct tar_reader *tar, size_t taken)
{
    tar->in_call += tar->skipping ? 0 : taken;
    return tar->in_call <= LIMIT_MEMBER_HEADERS ||
           error_set(&tar->stream_failure, ERROR_MALFORMED,
                     "%s has a member with more than %zu bytes of headers", tar->name,
                     LIMIT_MEMBER_HEADERS);
}

static la_ssize_t read_piece(struct archive *archive, void *context, const void **ret_bytes)
{
    struct tar_reader *tar = context;
    struct span piece;

    if (!stream_next(tar->stream, &piece, &tar->stream_failure) || !count_taken(tar, piece.len)) {
        archive_set_error(archive, EIO, "%s", tar->stream_failure.message);
        return ARCHIVE_FATAL;
    }
    *ret_bytes = piece.data;
    return (la_ssize_t)piece.len;
}

/* Streams that cannot skip are read by libarchive instead. */
static la_int64_t skip_bytes(struct archive *archive, void *context, la_int64_t request)
{
    struct tar_reader *tar = context;

    (void)archive;
    return request > 0 ? (la_int64_t)stream_skip(tar->stream, (uint64_t)request) : 0;
}

/* The stream's own error where there is one, else what libarchive says of the bytes. */
static bool fail(struct tar_reader *tar, struct error *err)
{
    const char *why = archive_error_string(tar->archive);

    if (error_is_set(&tar->stream_failure))
        return error_set(err, tar->stream_failure.kind, "%s", tar->stream_failure.message);
    if (archive_errno(tar->archive) == ENOMEM)
        out_of_memory();
    return error_set(err, ERROR_MALFORMED, "%s is not a readable tar archive: %s", tar->name,
                     why ? why : "no reason given");
}

static struct archive *open_archive(struct tar_reader *tar)
{
    struct archive *archive = archive_read_new();

    if (!archive)
        out_of_memory();
    /* "empty" lets a stream of no bytes be an archive of no members. */
    if (archive_read_support_format_tar(archive) != ARCHIVE_OK ||
        archive_read_support_format_empty(archive) != ARCHIVE_OK)
        out_of_memory();
    tar->archive = archive;
    return archive;
}

struct tar_reader *tar_reader_open_take(struct stream *stream, const char *name, struct error *err)
{
    struct tar_reader *tar = xcalloc(1, sizeof *tar);
    struct archive *archive = open_archive(tar);

    tar->stream = stream;
    tar->name = name;
    strbuf_init(&tar->path, LIMIT_PATH + 1);
    strbuf_init(&tar->target, LIMIT_PATH + 1);
    if (archive_read_open2(archive, tar, NULL, read_piece, skip_bytes, NULL) != ARCHIVE_OK) {
        fail(tar, err);
        tar_reader_close(tar);
        return NULL;
    }
    return tar;
}

static enum member_type type_of(struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry))
        return MEMBER_HARDLINK;
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return MEMBER_FILE;
    case AE_IFDIR:
        return MEMBER_DIRECTORY;
    case AE_IFLNK:
        return MEMBER_SYMLINK;
    default:
        return MEMBER_OTHER;
    }
}

static bool set_target(struct tar_reader *tar, struct archive_entry *entry, struct member *m)
{
    strbuf_clear(&tar->target);
    if (m->type == MEMBER_HARDLINK) {
        if (!path_normalise(&tar->target, span_string(archive_entry_hardlink(entry))))
            return false;
    } else if (m->type == MEMBER_SYMLINK) {
        const char *target = archive_entry_symlink(entry);

        strbuf_add_string(&tar->target, target ? target : "");
    }
    m->target = strbuf_span(&tar->target);
    return !strbuf_overflowed(&tar->target);
}

static bool describe(struct tar_reader *tar, struct archive_entry *entry, struct member *m)
{
    const char *path = archive_entry_pathname(entry);
    int64_t size = archive_entry_size(entry); /* below 0 where a sparse file's header says so */

    *m = (struct member){.type = type_of(entry)};
    strbuf_clear(&tar->path);
    if (!path || !path_normalise(&tar->path, span_string(path)) || !set_target(tar, entry, m))
        return false;
    m->path = strbuf_span(&tar->path);
    m->executable = (archive_entry_perm(entry) & 0111) != 0;
    m->sparse = archive_entry_sparse_count(entry) > 0;
    m->size = m->type == MEMBER_FILE && size > 0 ? (uint64_t)size : 0;
    tar->size = (int64_t)m->size;
    tar->given = 0;
    tar->block = span_of(NULL, 0);
    tar->block_wanted = true;
    return true;
}

/* Passes what is left of the last member's data, of any length. */
static bool skip_data(struct tar_reader *tar, struct error *err)
{
    int status = ARCHIVE_OK;

    tar->in_call = 0;
    tar->skipping = true;
    if (tar->in_member)
        status = archive_read_data_skip(tar->archive);
    tar->skipping = false;
    tar->in_member = false;
    return status == ARCHIVE_OK || status == ARCHIVE_WARN || fail(tar, err);
}

bool tar_reader_next(struct tar_reader *tar, struct member *ret_member, struct error *err)
{
    while (skip_data(tar, err)) {
        struct archive_entry *entry;
        int status = archive_read_next_header(tar->archive, &entry);

        if (status == ARCHIVE_EOF && !error_is_set(&tar->stream_failure))
            return false;
        /* ARCHIVE_WARN is one odd field of one member, such as a name in another charset. */
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN && status != ARCHIVE_RETRY)
            return fail(tar, err);
        tar->in_member = status != ARCHIVE_RETRY;
        if (status != ARCHIVE_RETRY && describe(tar, entry, ret_member))
            return true;
        tar->passed_over++;
    }
    return false;
}

static bool next_block(struct tar_reader *tar, struct error *err)
{
    const void *bytes = NULL;
    size_t len = 0;
    la_int64_t at = 0;
    int status;

    tar->in_call = 0;
    status = archive_read_data_block(tar->archive, &bytes, &len, &at);

    if (status != ARCHIVE_OK && status != ARCHIVE_WARN && status != ARCHIVE_EOF)
        return fail(tar, err);
    tar->block_wanted = false;
    tar->in_hole = false;
    tar->paid = 0;
    tar->block = span_of(bytes, status == ARCHIVE_EOF ? 0 : len);
    tar->block_at = status == ARCHIVE_EOF ? tar->size : at;
    return true;
}

/*
 * A hole of any size costs no byte of the archive: all of them together are bounded.  Its first
 * piece is all that is needed to see what a file is, and counts alone; who wants a second one
 * will want all, so that what is too much is known before it is read.
 */
static bool count_hole(struct tar_reader *tar, int64_t piece, int64_t hole, struct error *err)
{
    int64_t more = tar->in_hole ? hole : piece;

    if (!tar->paid) {
        if (more > LIMIT_HOLES - tar->holes)
            return error_set(err, ERROR_MALFORMED,
                             "%s has sparse files with more than %lld bytes of holes", tar->name,
                             LIMIT_HOLES);
        tar->holes += more;
        tar->paid = more;
    }
    tar->paid -= piece;
    tar->in_hole = true;
    return true;
}

bool tar_reader_data(struct tar_reader *tar, struct span *ret_piece, struct error *err)
{
    int64_t hole;

    if (tar->block_wanted && !next_block(tar, err))
        return false;
    hole = tar->block_at - tar->given;
    if (hole > 0) {
        *ret_piece = span_head(span_of(zeros, sizeof zeros), (size_t)hole);
        if (!count_hole(tar, (int64_t)ret_piece->len, hole, err))
            return false;
    } else {
        *ret_piece = tar->block;
        tar->block_wanted = tar->block.len > 0;
    }
    tar->given += (int64_t)ret_piece->len;
    return true;
}

bool tar_reader_drain(struct tar_reader *tar, struct error *err)
{
    struct span piece;

    do {
        if (!stream_next(tar->stream, &piece, err))
            return false;
    } while (piece.len);
    return true;
}

uint64_t tar_reader_position(const struct tar_reader *tar)
{
    /* Without filters, the first one is the stream. */
    return (uint64_t)archive_filter_bytes(tar->archive, 0);
}

uint64_t tar_reader_passed_over(const struct tar_reader *tar)
{
    return tar->passed_over;
}

void tar_reader_close(struct tar_reader *tar)
{
    if (!tar)
        return;
    archive_read_free(tar->archive);
    stream_close(tar->stream);
    strbuf_release(&tar->path);
    strbuf_release(&tar->target);
    free(tar);
}
