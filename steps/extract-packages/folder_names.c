/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder_names.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "xalloc.h"

void folder_names_release(struct folder_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a + 1, *(char *const *)b + 1);
}

static bool add_name(struct folder_names *names, const struct dirent *entry, struct error *err)
{
    char *item;

    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
        return true;
    if (names->count >= LIMIT_FOLDER_NAMES)
        return error_set(err, ERROR_MALFORMED, "a folder has more than %d names",
                         LIMIT_FOLDER_NAMES);
    XGROW(names->items, names->count, names->capacity);
    item = xmalloc(strlen(entry->d_name) + 2);
    item[0] = (char)entry->d_type;
    memcpy(item + 1, entry->d_name, strlen(entry->d_name) + 1);
    names->items[names->count++] = item;
    return true;
}

bool folder_names_read_take(struct folder_names *names, int fd, struct error *err)
{
    DIR *folder = fdopendir(fd);
    const struct dirent *entry;
    bool done = true;

    if (!folder) {
        close(fd);
        out_of_memory();
    }
    errno = 0;
    /* One thread has this folder open, and readdir_r is no more (readdir(3)). */
    // cppcheck-suppress readdirCalled ; see above
    while (done && (entry = readdir(folder))) {
        done = add_name(names, entry, err);
        errno = 0;
    }
    if (done && errno)
        done = error_set_errno(err, errno, "cannot read it");
    closedir(folder);
    qsort(names->items, names->count, sizeof *names->items, compare_names);
    return done;
}
