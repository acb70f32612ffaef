/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout_gc.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>

#include "json_in.h"
#include "xalloc.h"

/* Of a digest's algorithm. */
#define BLOBS "blobs/"
/* A download that was not gone on with for so long is not wanted any more. */
#define PARTIAL_SECONDS 86400

struct blob {
    struct digest digest;
    uint64_t size;
    bool kept;
};

struct collection {
    const struct layout *layout;
    DIR *folders[DIGEST_ALGORITHMS]; /* NULL: it has none */
    struct blob *blobs;              /* by digest */
    size_t count;
    size_t capacity;
    size_t *reached; /* kept ones whose documents are still to be read */
    size_t reached_count;
    size_t reached_capacity;
    time_t now;
    struct layout_freed freed;
};

/* ---- the folders ---- */

/* NULL with errno set. */
static DIR *open_folder(const struct layout *layout, const char *name)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", layout_path(layout), name);

    return opendir(path);
}

static void close_folder(DIR **folder)
{
    if (*folder)
        closedir(*folder);
}

/* The next regular file, with what fstat tells of it; NULL at the end. */
static const char *next_file(DIR *folder, struct stat *ret)
{
    const struct dirent *entry;

    /* One thread has this folder open, and readdir_r is no more (readdir(3)). */
    // cppcheck-suppress readdirCalled ; see above
    while ((entry = readdir(folder)))
        if (fstatat(dirfd(folder), entry->d_name, ret, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(ret->st_mode))
            return entry->d_name;
    return NULL;
}

static bool remove_file(struct collection *c, int folder, const char *name, uint64_t size,
                        struct error *err)
{
    if (unlinkat(folder, name, 0) != 0)
        return error_set_errno(err, errno, "cannot remove '%s'", QUOTE(name));
    c->freed.files++;
    c->freed.bytes += size;
    return true;
}

/* ---- what there is ---- */

static bool blob_of_name(enum digest_algorithm algorithm, const char *name, struct digest *ret)
{
    CLEANUP(cleanup_free) char *text = xasprintf("%s:%s", digest_name(algorithm), name);
    struct error ignored = {0};

    return digest_parse(span_string(text), ret, &ignored);
}

static int compare_digests(const void *a, const void *b)
{
    return memcmp(&((const struct blob *)a)->digest, &((const struct blob *)b)->digest,
                  sizeof(struct digest));
}

static bool list_folder(struct collection *c, enum digest_algorithm algorithm, struct error *err)
{
    const char *name;
    struct stat st;

    while (c->folders[algorithm] && (name = next_file(c->folders[algorithm], &st))) {
        struct blob blob = {.size = (uint64_t)st.st_size};

        if (!blob_of_name(algorithm, name, &blob.digest))
            continue;
        if (c->count == LIMIT_LAYOUT_BLOBS)
            return error_set(err, ERROR_MALFORMED, "it holds more than %d blobs",
                             LIMIT_LAYOUT_BLOBS);
        XGROW(c->blobs, c->count, c->capacity);
        c->blobs[c->count++] = blob;
    }
    return true;
}

static bool list_blobs(struct collection *c, struct error *err)
{
    for (int i = 0; i < DIGEST_ALGORITHMS; i++)
        if (!list_folder(c, (enum digest_algorithm)i, err))
            return false;
    if (c->count)
        qsort(c->blobs, c->count, sizeof *c->blobs, compare_digests);
    return true;
}

/* ---- what is kept ---- */

static void keep(struct collection *c, const struct digest *digest)
{
    struct blob wanted = {.digest = *digest};
    struct blob *blob =
        c->count ? bsearch(&wanted, c->blobs, c->count, sizeof *c->blobs, compare_digests) : NULL;

    if (!blob || blob->kept)
        return;
    blob->kept = true;
    XGROW(c->reached, c->reached_count, c->reached_capacity);
    c->reached[c->reached_count++] = (size_t)(blob - c->blobs);
}

/* Every "digest" below value; the depth of what was parsed is bounded (LIMIT_JSON_DEPTH). */
static void keep_digests(struct collection *c, json_t *value)
{
    struct error ignored = {0};
    struct digest digest;
    const char *name;
    json_t *member;
    size_t i;

    json_array_foreach (value, i, member)
        keep_digests(c, member);
    json_object_foreach (value, name, member) {
        if (strcmp(name, "digest") == 0 && json_is_string(member) &&
            digest_parse(json_in_span(member), &digest, &ignored))
            keep(c, &digest);
        keep_digests(c, member);
    }
}

/* A manifest or an index, by its members; NULL of all else.  err is set of what looks so and is torn. */
static json_t *read_document(const struct collection *c, const struct blob *blob, struct error *err)
{
    struct descriptor d = {.digest = blob->digest, .size = blob->size};
    STRBUF_AUTO(text, LIMIT_MANIFEST);
    CLEANUP(cleanup_stream) struct stream *in = NULL;
    struct error ignored = {0};
    struct span start;
    json_t *document;

    if (!blob->size || blob->size > LIMIT_MANIFEST)
        return NULL;
    in = layout_open_blob(c->layout, &d, err);
    if (!in || !stream_next(in, &start, err) || !span_starts_with(start, "{"))
        return NULL;
    strbuf_add_span(&text, start);
    if (!stream_read_all(in, &text, "blob", err))
        return NULL;
    document = json_in_parse(strbuf_span(&text), "blob", &ignored);
    if (!document && span_contains(strbuf_span(&text), "\"schemaVersion\""))
        error_set(err, ignored.kind, "%s", ignored.message);
    return document;
}

static bool keep_reached(struct collection *c, struct error *err)
{
    while (c->reached_count) {
        const struct blob *blob = &c->blobs[c->reached[--c->reached_count]];
        CLEANUP(cleanup_json) json_t *document = read_document(c, blob, err);

        if (error_is_set(err))
            return error_prefix(err, "%s", DIGEST_TEXT(&blob->digest));
        keep_digests(c, document);
    }
    return true;
}

static bool has_kept_subject(const struct collection *c, const json_t *manifest)
{
    struct error ignored = {0};
    struct blob wanted = {0};
    const struct blob *subject;

    if (!digest_parse(json_in_span_or_empty(manifest, "subject.digest"), &wanted.digest, &ignored))
        return false;
    subject = bsearch(&wanted, c->blobs, c->count, sizeof *c->blobs, compare_digests);
    return subject && subject->kept;
}

/* One round: referrers of what is kept, and what they lead to.  ret_more: there were some. */
static bool keep_referrers(struct collection *c, bool *ret_more, struct error *err)
{
    *ret_more = false;
    for (size_t i = 0; i < c->count; i++) {
        struct error ignored = {0};
        CLEANUP(cleanup_json)
        json_t *manifest = c->blobs[i].kept ? NULL : read_document(c, &c->blobs[i], &ignored);

        if (!has_kept_subject(c, manifest))
            continue;
        keep(c, &c->blobs[i].digest);
        *ret_more = true;
    }
    return keep_reached(c, err);
}

static bool keep_all(struct collection *c, struct error *err)
{
    CLEANUP(cleanup_json) json_t *index = layout_index(c->layout, err);
    bool more = true;

    if (!index)
        return false;
    keep_digests(c, index);
    if (!keep_reached(c, err))
        return false;
    while (more)
        if (!keep_referrers(c, &more, err))
            return false;
    return true;
}

/* ---- what is removed ---- */

static bool remove_blobs(struct collection *c, struct error *err)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct blob *blob = &c->blobs[i];

        if (!blob->kept && !remove_file(c, dirfd(c->folders[blob->digest.algorithm]),
                                        DIGEST_HEX_TEXT(&blob->digest), blob->size, err))
            return false;
    }
    return true;
}

/* Its writer is gone when nobody holds the lock. */
static bool is_abandoned(const struct collection *c, int folder, const char *name,
                         const struct stat *st)
{
    CLEANUP(cleanup_fd) int fd = -1;

    if (c->now - st->st_mtime < PARTIAL_SECONDS)
        return false;
    fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    return fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;
}

/* A digest and more: what is written beside the blobs. */
static bool is_temporary(const char *name, enum digest_algorithm algorithm)
{
    CLEANUP(cleanup_free) char *hex = xstrdup(name);
    char *dot = strchr(hex, '.');
    struct digest ignored;

    if (!dot)
        return false;
    *dot = '\0';
    return blob_of_name(algorithm, hex, &ignored);
}

/* Half-written files: all of partial/, or those among the blobs of an algorithm. */
static bool remove_partial(struct collection *c, const char *folder_name,
                           const enum digest_algorithm *among, struct error *err)
{
    CLEANUP(close_folder) DIR *folder = open_folder(c->layout, folder_name);
    const char *name;
    struct stat st;

    while (folder && (name = next_file(folder, &st))) {
        if (among && !is_temporary(name, *among))
            continue;
        if (is_abandoned(c, dirfd(folder), name, &st) &&
            !remove_file(c, dirfd(folder), name, (uint64_t)st.st_size, err))
            return false;
    }
    return true;
}

static bool remove_all_partial(struct collection *c, struct error *err)
{
    for (int i = 0; i < DIGEST_ALGORITHMS; i++) {
        enum digest_algorithm algorithm = (enum digest_algorithm)i;
        CLEANUP(cleanup_free) char *name = xasprintf(BLOBS "%s", digest_name(algorithm));

        if (!remove_partial(c, name, &algorithm, err))
            return false;
    }
    return remove_partial(c, "partial", NULL, err);
}

static bool open_folders(struct collection *c, struct error *err)
{
    for (int i = 0; i < DIGEST_ALGORITHMS; i++) {
        CLEANUP(cleanup_free)
        char *name = xasprintf(BLOBS "%s", digest_name((enum digest_algorithm)i));

        c->folders[i] = open_folder(c->layout, name);
        if (!c->folders[i] && (errno != ENOENT || i == DIGEST_SHA256))
            return error_set_errno(err, errno, "cannot read '%s'", name);
    }
    /* Who writes holds the first one shared (layout.c). */
    return flock(dirfd(c->folders[DIGEST_SHA256]), LOCK_EX) == 0 ||
           error_set_errno(err, errno, "cannot lock its blobs");
}

static bool collect(struct collection *c, struct error *err)
{
    return open_folders(c, err) && list_blobs(c, err) && keep_all(c, err) && remove_blobs(c, err) &&
           remove_all_partial(c, err);
}

bool layout_collect(const struct layout *layout, struct layout_freed *ret, struct error *err)
{
    struct collection c = {.layout = layout, .now = time(NULL)};
    bool done = collect(&c, err);

    for (int i = 0; i < DIGEST_ALGORITHMS; i++)
        close_folder(&c.folders[i]);
    free(c.blobs);
    free(c.reached);
    *ret = c.freed;
    return done || error_prefix(err, "OCI layout '%s'", QUOTE(layout_path(layout)));
}
