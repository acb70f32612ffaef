/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder whose files are opened by their names below it, also on behalf of a process that is
 * confined (broker.h): regular files, for reading.  A name has no ".." and does not begin with
 * '/'; symbolic links are followed, as the folder is the user's own.
 */
#ifndef FOLDER_H
#define FOLDER_H

#include "broker.h"
#include "stream.h"

struct folder {
    char *path;
    struct broker *broker; /* NULL: this process opens */
    size_t service;
};

/* path is copied, nothing is opened. */
void folder_init(struct folder *folder, const char *path);
void folder_release(struct folder *folder);
/* From now on files are asked for through broker (borrowed); folder stays where it is. */
void folder_share(struct folder *folder, struct broker *broker);
/* The descriptor of a file; -1 with err set.  What is no regular file is ERROR_MALFORMED. */
int folder_open(const struct folder *folder, const char *name, struct error *err);
/* Its bytes; NULL with err set. */
struct stream *folder_open_stream(const struct folder *folder, const char *name, struct error *err);

#endif
