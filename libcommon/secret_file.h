/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small file that holds a secret, read so that no copy of it is left in memory: not in a stream's
 * buffer, nor in what a growing one has outgrown.  A process that is forked later has it not.
 */
#ifndef SECRET_FILE_H
#define SECRET_FILE_H

#include "error.h"
#include "span.h"

/* Starts as {0}. */
struct secret_file {
    bool is_there;
    char *data; /* owned */
    size_t len;
};

/*
 * Reads path, of at most max bytes: more are ERROR_CONFIGURATION.  When it is not there, that is no
 * error: is_there says so.
 */
bool secret_file_read(const char *path, size_t max, struct secret_file *ret, struct error *err);
static inline struct span secret_file_span(const struct secret_file *file)
{
    return span_of(file->data, file->len);
}
/* Wipes it. */
void secret_file_release(struct secret_file *file);
#define SECRET_FILE_AUTO(name) \
    __attribute__((cleanup(secret_file_release))) struct secret_file name = {0}

#endif
