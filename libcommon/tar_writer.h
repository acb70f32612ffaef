/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tar as it is written, through libarchive: ustar, with pax headers where they are needed.
 *
 *     struct tar_writer *tar = tar_writer_new(&out);
 *     if (tar_writer_begin(tar, &entry, &has_data, err) && has_data) tar_writer_data(tar, piece, err) ...
 *     tar_writer_end(tar, err);                       what ends the archive
 *     tar_writer_free(tar);
 *
 * The same entries give the same bytes: names are bytes and not translated, times whole seconds, owners
 * numbers.
 */
#ifndef TAR_WRITER_H
#define TAR_WRITER_H

#include <sys/types.h>
#include <time.h>

#include "cleanup.h"
#include "error.h"
#include "span.h"
#include "strbuf.h"

struct tar_writer;

struct tar_xattr {
    char *name;
    char *value;
    size_t len;
};

/* Borrowed by tar_writer_begin(). */
struct tar_entry {
    const char *path;   /* from the archive's root */
    const char *target; /* of a symbolic link, else NULL */
    mode_t mode;        /* type and permissions */
    int64_t uid;
    int64_t gid;
    uint64_t size;  /* bytes; 0 but for files */
    time_t changed; /* mtime */
    dev_t device;   /* of a device */
    /* Entries of one file, which has so many names, become hard links to the first of them. */
    dev_t of_device;
    ino_t inode;
    nlink_t names;
    const struct tar_xattr *xattrs;
    size_t xattr_count;
};

/* What is written is appended to out, which is borrowed. Never NULL. */
struct tar_writer *tar_writer_new(struct strbuf *out);
/*
 * The entry's headers.  *ret_has_data says whether its bytes, of a file with any, come next; a hard link's
 * do not.  More than LIMIT_LAYER_LINKS files with several names are ERROR_MALFORMED.
 */
bool tar_writer_begin(struct tar_writer *tar, const struct tar_entry *entry, bool *ret_has_data,
                      struct error *err);
/* The next of the entry's bytes, of which there must be as many in all as it says. */
bool tar_writer_data(struct tar_writer *tar, struct span bytes, struct error *err);
bool tar_writer_end(struct tar_writer *tar, struct error *err);
void tar_writer_free(struct tar_writer *tar);
DEFINE_CLEANUP(cleanup_tar_writer, struct tar_writer *, tar_writer_free)

#endif
