/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wanted files that only the finished overlay shows, because a link leads to them:
 * a symbolic link with a wanted name (etc/os-release), or a wanted folder that is
 * reached through one (var/lib/dpkg -> usr/lib/sysimage/dpkg).
 *
 * When the link's target was wanted by the same cataloger its facts are shared.
 * Else its bytes were passed over, and the layer that holds them is to be read
 * once more: such files are added with .pending set, and folders whose files
 * cannot be named come as struct late_folder.
 */
#ifndef LATE_FILES_H
#define LATE_FILES_H

#include "overlay.h"

/* A pattern whose folder is elsewhere: real/REST is wanted and to be shown as shown/REST. */
struct late_folder {
    char *real;
    char *shown;
    char *pattern; /* real and the pattern's own last components */
    const struct cataloger *cataloger;
    const struct wanted *wanted;
};

struct late_folders {
    struct late_folder *items;
    size_t count;
    size_t capacity;
};

void late_folders_release(struct late_folders *folders);
/* Adds the files to the overlay and the folders to folders. */
void late_files_find(struct overlay *o, struct late_folders *folders);

#endif
