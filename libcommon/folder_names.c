/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder_names.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cleanup.h"
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

static bool add_name(struct folder_names *names, const struct dirent64 *entry, struct error *err)
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

/* What the kernel wrote at once. */
static bool add_entries(struct folder_names *names, const char *bytes, size_t len,
                        struct error *err)
{
    for (size_t at = 0; at < len;) {
        const struct dirent64 *entry = (const void *)(bytes + at);

        if (!add_name(names, entry, err))
            return false;
        at += entry->d_reclen;
    }
    return true;
}

/* As readdir(3) does, which would look with fstat() first, and that is refused (sandbox.h). */
bool folder_names_read_take(struct folder_names *names, int fd, struct error *err)
{
    CLEANUP(cleanup_free) char *bytes = xmalloc(32 * KIB);
    ssize_t len = 1;
    bool done = true;

    while (done && len > 0) {
        len = getdents64(fd, bytes, 32 * KIB);
        if (len < 0 && errno != ENOENT)
            done = error_set_errno(err, errno, "cannot read it");
        if (len > 0)
            done = add_entries(names, bytes, (size_t)len, err);
    }
    close(fd);
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, compare_names);
    return done;
}
