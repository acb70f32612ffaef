/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "object_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "limits.h"
#include "xalloc.h"

void object_file_begin(struct object_file *file, const char *folder)
{
    *file = (struct object_file){.fd = memfd_create("object", MFD_CLOEXEC),
                                 .folder = folder,
                                 .in_memory = true,
                                 .sha256_hash = hash_new(DIGEST_SHA256),
                                 .md5_hash = md5_new()};
}

/* A new file that has no name, or none any more where the file system cannot make one without. */
static int open_nameless(const char *folder, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/build-analysis.XXXXXX", folder);
    int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR) && (fd = mkostemp(path, O_CLOEXEC)) >= 0)
        unlink(path);
    if (fd < 0)
        error_set(err, ERROR_LOCAL_IO, "cannot make a temporary file in '%s': %s", QUOTE(folder),
                  strerror(errno));
    return fd;
}

static char *name_of(const struct object_file *file)
{
    return xasprintf("%s/(temporary file)", file->folder);
}

/* Makes a file of what is in memory. */
static bool leave_memory(struct object_file *file, struct error *err)
{
    CLEANUP(cleanup_free) char *name = name_of(file);
    struct object_file written = {.fd = open_nameless(file->folder, err)};

    if (written.fd < 0)
        return false;
    if (file->size && !object_file_copy(file, written.fd, name, err)) {
        object_file_release(&written);
        return false;
    }
    if (file->fd >= 0)
        close(file->fd);
    file->fd = written.fd;
    file->in_memory = false;
    return true;
}

static void count(struct object_file *file, struct span bytes)
{
    hash_add(file->sha256_hash, bytes.data, bytes.len);
    md5_add(file->md5_hash, bytes);
    file->size += bytes.len;
}

bool object_file_add(struct object_file *file, struct span bytes, struct error *err)
{
    CLEANUP(cleanup_free) char *name = NULL;

    if (bytes.len > LIMIT_OBJECT - file->size)
        return error_set(err, ERROR_MALFORMED, "it is larger than %llu bytes", LIMIT_OBJECT);
    if (file->in_memory && (file->fd < 0 || file->size + bytes.len > OBJECT_FILE_IN_MEMORY) &&
        !leave_memory(file, err))
        return false;
    name = name_of(file);
    if (!write_all(file->fd, bytes.data, bytes.len, name, err))
        return false;
    count(file, bytes);
    return true;
}

void object_file_finish(struct object_file *file)
{
    file->sha256 = hash_finish(STEAL(file->sha256_hash));
    file->md5 = md5_finish(STEAL(file->md5_hash));
}

/* ---- reading ---- */

static bool count_all(struct object_file *file, const char *name, struct error *err)
{
    CLEANUP(cleanup_stream)
    struct stream *in = stream_of_file_part(file->fd, 0, LIMIT_OBJECT + 1, name);
    struct span piece = {0};

    for (;;) {
        if (!stream_next(in, &piece, err))
            return false;
        if (!piece.len)
            return true;
        count(file, piece);
    }
}

bool object_file_of_take(struct object_file *file, int fd, const char *name, struct error *err)
{
    *file = (struct object_file){.fd = fd,
                                 .sha256_hash = hash_new(DIGEST_SHA256),
                                 .md5_hash = md5_new()};
    if (!count_all(file, name, err)) {
        object_file_release(file);
        return false;
    }
    object_file_finish(file);
    return true;
}

bool object_file_copy(const struct object_file *file, int to, const char *name, struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = stream_of_file_part(file->fd, 0, file->size, name);
    struct span piece = {0};
    uint64_t copied = 0;

    for (;; copied += piece.len) {
        if (!stream_next(in, &piece, err))
            return false;
        if (!piece.len)
            break;
        if (!write_all(to, piece.data, piece.len, name, err))
            return false;
    }
    return copied == file->size ||
           error_set(err, ERROR_LOCAL_IO, "what was to be written to '%s' has become shorter",
                     QUOTE(name));
}

void object_file_release(struct object_file *file)
{
    if (file->fd >= 0)
        close(file->fd);
    file->fd = -1;
    hash_free(STEAL(file->sha256_hash));
    md5_free(STEAL(file->md5_hash));
}
