/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names in a folder on disk, in the order of their bytes. */
#ifndef FOLDER_NAMES_H
#define FOLDER_NAMES_H

#include "error.h"

/* Begins as {0}. */
struct folder_names {
    char **items; /* the type (DT_... of readdir(3)) in the first byte, then the name */
    size_t count;
    size_t capacity;
};

/*
 * All names of the folder that fd, which it closes, is open at, but "." and "..".  More than
 * LIMIT_FOLDER_NAMES are ERROR_MALFORMED.  Release names also after a failure.
 */
bool folder_names_read_take(struct folder_names *names, int fd, struct error *err);
void folder_names_release(struct folder_names *names);

#endif
