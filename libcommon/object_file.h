/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes to store that may be too many for memory, as a file with its digests.
 *
 *     struct object_file file;
 *     object_file_begin(&file, "/var/tmp");
 *     while (...) object_file_add(&file, bytes, &err) ...
 *     object_file_finish(&file);               and size, sha256 and md5 are there
 *     object_file_release(&file);              (at any time)
 *
 * Up to OBJECT_FILE_IN_MEMORY bytes no file system is asked for anything; more lie in a file without a
 * name in the folder, which is gone when it is closed, or this process has ended, however it did.
 */
#ifndef OBJECT_FILE_H
#define OBJECT_FILE_H

#include <stdint.h>

#include "digest.h"
#include "error.h"
#include "span.h"

/* Of a hundred logs of builds one is longer. */
#define OBJECT_FILE_IN_MEMORY (4 * MIB)

struct object_file {
    int fd; /* read by its offsets alone: its own place is not moved */
    uint64_t size;
    struct digest sha256;
    struct md5_text md5;

    /* While it is written. */
    const char *folder; /* borrowed */
    bool in_memory;
    struct hash *sha256_hash;
    struct md5_hash *md5_hash;
};

/* Empty. */
void object_file_begin(struct object_file *file, const char *folder);
/* More than LIMIT_OBJECT bytes in all are ERROR_MALFORMED; a folder that is full or not there ERROR_LOCAL_IO. */
bool object_file_add(struct object_file *file, struct span bytes, struct error *err);
void object_file_finish(struct object_file *file);
/* What is in fd, from its start to its end; fd is taken over. file needs no release after a failure. */
bool object_file_of_take(struct object_file *file, int fd, const char *name, struct error *err);
/* Writes all of it to a descriptor; name is that one's. */
bool object_file_copy(const struct object_file *file, int to, const char *name, struct error *err);
void object_file_release(struct object_file *file);

#endif
