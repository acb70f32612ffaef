/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "folder.h"
#include "json_in.h"
#include "output.h"
#include "xalloc.h"

#define LAYOUT_FILE "{\"imageLayoutVersion\":\"1.0.0\"}"
#define REF_NAME "org.opencontainers.image.ref.name"

struct layout {
    struct folder folder;
    char *name;  /* as it was asked for */
    int writing; /* the blobs' folder, locked; -1: only read */
};

/* "blobs/ALGORITHM/HEX" with NUL. */
struct blob_name {
    char text[sizeof "blobs/" + sizeof(struct digest_text)];
};

static struct blob_name blob_name(const struct descriptor *blob)
{
    struct blob_name name;

    snprintf(name.text, sizeof name.text, "blobs/%s/%s", digest_name(blob->digest.algorithm),
             DIGEST_HEX_TEXT(&blob->digest));
    return name;
}

static char *path_of(const struct layout *layout, const char *name)
{
    return xasprintf("%s/%s", layout->folder.path, name);
}

const char *layout_path(const struct layout *layout)
{
    return layout->folder.path;
}

void layout_close(struct layout *layout)
{
    if (!layout)
        return;
    folder_release(&layout->folder);
    free(layout->name);
    if (layout->writing >= 0)
        close(layout->writing);
    free(layout);
}

/* ---- opening ---- */

static bool read_small(const struct layout *layout, const char *name, struct strbuf *out,
                       struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = folder_open_stream(&layout->folder, name, err);

    return in && stream_read_all(in, out, name, err);
}

static bool check_version(const struct layout *layout, struct error *err)
{
    STRBUF_AUTO(text, 64 * KIB);
    CLEANUP(cleanup_json) json_t *file = NULL;
    struct span version;

    if (!read_small(layout, "oci-layout", &text, err))
        return false;
    file = json_in_parse(strbuf_span(&text), "oci-layout", err);
    if (!file || !json_in_string(file, "imageLayoutVersion", &version, err))
        return false;
    if (!span_starts_with(version, "1."))
        return error_set(err, ERROR_MALFORMED, "image layout version '%s' is not 1.x",
                         quote_bytes(version.data, version.len).text);
    return true;
}

bool layout_check(const struct layout *layout, struct error *err)
{
    return check_version(layout, err) ||
           error_prefix(err, "'%s' is no OCI layout", QUOTE(layout->name));
}

struct layout *layout_find(const char *path, struct error *err)
{
    CLEANUP(cleanup_free) char *absolute = realpath(path, NULL);
    struct layout *layout;

    if (!absolute) {
        error_set_errno(err, errno, "cannot open the OCI layout '%s'", QUOTE(path));
        return NULL;
    }
    layout = xcalloc(1, sizeof *layout);
    folder_init(&layout->folder, absolute);
    layout->name = xstrdup(path);
    layout->writing = -1;
    return layout;
}

struct layout *layout_open(const char *path, struct error *err)
{
    CLEANUP(cleanup_layout) struct layout *layout = layout_find(path, err);

    return layout && layout_check(layout, err) ? STEAL(layout) : NULL;
}

void layout_share(struct layout *layout, struct broker *broker)
{
    folder_share(&layout->folder, broker);
}

/* Waits for the lock, which goes with the descriptor; -1 with err set. */
static int lock_folder(const char *path, int operation, struct error *err)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0 && flock(fd, operation) == 0)
        return fd;
    error_set_errno(err, errno, "cannot lock the OCI layout '%s'", QUOTE(path));
    if (fd >= 0)
        close(fd);
    return -1;
}

static bool write_if_absent(const char *folder, const char *name, const char *text,
                            struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);

    return access(path, F_OK) == 0 || write_file_whole(path, span_string(text), false, err);
}

struct layout *layout_open_or_create(const char *path, struct error *err)
{
    CLEANUP(cleanup_free) char *blobs = xasprintf("%s/blobs/sha256", path);
    CLEANUP(cleanup_fd)
    int writing = make_folders(blobs, err) ? lock_folder(blobs, LOCK_SH, err) : -1;
    CLEANUP(cleanup_fd) int lock = writing >= 0 ? lock_folder(path, LOCK_EX, err) : -1;
    struct layout *layout;

    if (lock < 0 || !write_if_absent(path, "oci-layout", LAYOUT_FILE, err) ||
        !write_if_absent(path, "index.json", "{\"schemaVersion\":2,\"manifests\":[]}", err))
        return NULL;
    layout = layout_open(path, err);
    if (!layout)
        return NULL;
    /* The lock goes with the last of its descriptors. */
    layout->writing = fcntl(writing, F_DUPFD_CLOEXEC, 0);
    if (layout->writing >= 0)
        return layout;
    error_set_errno(err, errno, "cannot lock the OCI layout '%s'", QUOTE(path));
    layout_close(layout);
    return NULL;
}

/* ---- blobs ---- */

char *layout_blob_path(const struct layout *layout, const struct descriptor *blob)
{
    return path_of(layout, blob_name(blob).text);
}

bool layout_make_blob_folder(const struct layout *layout, const struct descriptor *blob,
                             struct error *err)
{
    CLEANUP(cleanup_free)
    char *folder =
        xasprintf("%s/blobs/%s", layout->folder.path, digest_name(blob->digest.algorithm));

    /* A layout that is written to has one for SHA-256. */
    return blob->digest.algorithm == DIGEST_SHA256 || make_folders(folder, err);
}

bool layout_has_blob(const struct layout *layout, const struct descriptor *blob)
{
    CLEANUP(cleanup_free) char *path = layout_blob_path(layout, blob);
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && (uint64_t)st.st_size == blob->size;
}

struct stream *layout_open_blob(const struct layout *layout, const struct descriptor *blob,
                                struct error *err)
{
    return folder_open_stream(&layout->folder, blob_name(blob).text, err);
}

bool layout_read_blob(const struct layout *layout, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err)
{
    struct digest_text name = digest_format(&blob->digest);
    CLEANUP(cleanup_stream) struct stream *in = layout_open_blob(layout, blob, err);

    if (!in)
        return error_prefix(err, "blob %s", name.text);
    if (blob->size > limit)
        return error_set(err, ERROR_MALFORMED, "blob %s has %llu bytes, more than %zu", name.text,
                         (unsigned long long)blob->size, limit);
    in = stream_verify_take(in, &blob->digest, blob->size, name.text);
    return stream_read_all(in, out, name.text, err);
}

static bool copy_verified(struct stream *verified, const char *path, struct error *err)
{
    struct output out;
    struct span piece;

    if (!output_open(&out, path, err))
        return false;
    for (;;) {
        if (!stream_next(verified, &piece, err))
            break;
        if (!piece.len)
            return output_commit(&out, err);
        if (!output_write(&out, piece, err))
            break;
    }
    output_abort(&out);
    return false;
}

/* A stream that only borrows upstream, so that closing the verifier leaves it open. */
struct borrowed {
    struct stream base;
    struct stream *upstream;
};

static bool borrowed_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    return stream_next(((struct borrowed *)base)->upstream, ret_piece, err);
}

static void borrowed_close(struct stream *base)
{
    free(base);
}

bool layout_write_blob(struct layout *layout, const struct descriptor *blob,
                       struct stream *upstream, struct error *err)
{
    static const struct stream_ops ops = {.next = borrowed_next, .close = borrowed_close};
    CLEANUP(cleanup_free) char *path = layout_blob_path(layout, blob);
    struct digest_text name = digest_format(&blob->digest);
    struct borrowed *borrowed = xcalloc(1, sizeof *borrowed);

    borrowed->base.ops = &ops;
    borrowed->upstream = upstream;
    CLEANUP(cleanup_stream)
    struct stream *verified =
        stream_verify_take(&borrowed->base, &blob->digest, blob->size, name.text);
    return layout_make_blob_folder(layout, blob, err) && copy_verified(verified, path, err);
}

/* ---- index.json ---- */

json_t *layout_index(const struct layout *layout, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_MANIFEST);

    if (!read_small(layout, "index.json", &text, err)) {
        error_prefix(err, "OCI layout '%s'", QUOTE(layout->folder.path));
        return NULL;
    }
    return json_in_parse(strbuf_span(&text), "index.json", err);
}

static const char *name_of_entry(const json_t *entry)
{
    return json_string_value(json_object_get(json_object_get(entry, "annotations"), REF_NAME));
}

static bool same_name(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The entry that the new one replaces: of the same name, or nameless with the same digest. */
static bool is_replaced(const json_t *entry, const char *name, const char *digest)
{
    return same_name(name_of_entry(entry), name) &&
           (name || strcmp(json_in_string_or(entry, "digest", ""), digest) == 0);
}

static json_t *new_entry(const struct descriptor *manifest, const char *name)
{
    json_t *entry = json_new_object();
    json_t *annotations;

    json_put_string(entry, "mediaType", span_string(manifest->media_type));
    json_put_string(entry, "digest", span_string(DIGEST_TEXT(&manifest->digest)));
    json_put_int(entry, "size", (int64_t)manifest->size);
    if (name) {
        annotations = json_new_object();
        json_put_string(annotations, REF_NAME, span_string(name));
        json_put_take(entry, "annotations", annotations);
    }
    return entry;
}

static bool write_index(const struct layout *layout, const json_t *index, struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of(layout, "index.json");
    JSON_OUT_AUTO(w);

    json_out_init_buffer(&w, LIMIT_MANIFEST);
    json_out_value(&w, index);
    return json_out_finish(&w, err) && write_file_whole(path, strbuf_span(&w.buf), true, err);
}

static bool change_index(struct layout *layout, const struct descriptor *manifest, const char *name,
                         struct error *err)
{
    CLEANUP(cleanup_json) json_t *index = layout_index(layout, err);
    struct digest_text digest = digest_format(&manifest->digest);
    json_t *manifests;

    if (!index || !json_in_array(index, "manifests", &manifests, err))
        return false;
    for (size_t i = json_array_size(manifests); i-- > 0;)
        if (is_replaced(json_array_get(manifests, i), name, digest.text))
            json_array_remove(manifests, i);
    json_append_take(manifests, new_entry(manifest, name));
    return write_index(layout, index, err);
}

bool layout_add_manifest(struct layout *layout, const struct descriptor *manifest, const char *name,
                         struct error *err)
{
    CLEANUP(cleanup_fd) int lock = lock_folder(layout->folder.path, LOCK_EX, err);

    if (lock < 0)
        return false;
    return change_index(layout, manifest, name, err) ||
           error_prefix(err, "OCI layout '%s'", QUOTE(layout->folder.path));
}
