/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "stream.h"
#include "xalloc.h"

char *config_variable_path(const char *variable, const char *name)
{
    const char *folder = getenv(variable);

    return folder && *folder ? xasprintf("%s/%s", folder, name) : NULL;
}

char *config_home_path(const char *name)
{
    const char *folder = getenv("XDG_CONFIG_HOME");
    CLEANUP(cleanup_free) char *below_home = xasprintf(".config/%s", name);

    /* The specification: a relative path is invalid and is ignored. */
    if (folder && folder[0] == '/')
        return xasprintf("%s/%s", folder, name);
    return config_variable_path("HOME", below_home);
}

static struct file_stamp stamp_of(const struct stat *st)
{
    /* The time of the inode's change, as a copy may bring an old time of modification with it. */
    return (struct file_stamp){true, st->st_dev, st->st_ino, st->st_size, st->st_ctim};
}

/* HOME can be /dev/null. */
static bool is_absent(int errnum)
{
    return errnum == ENOENT || errnum == ENOTDIR;
}

bool config_file_read(const char *path, struct strbuf *out, struct file_stamp *ret_stamp,
                      struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = NULL;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;

    *ret_stamp = (struct file_stamp){0};
    if (fd < 0)
        return is_absent(errno) || error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    in = stream_of_fd_take(fd, path);
    if (fstat(fd, &st) != 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    *ret_stamp = stamp_of(&st);
    if (stream_read_all(in, out, path, err))
        return true;
    if (err->kind == ERROR_MALFORMED)
        err->kind = ERROR_CONFIGURATION;
    return false;
}

bool file_stamp_is_current(const struct file_stamp *stamp, const char *path)
{
    struct file_stamp now = {0};
    struct stat st;

    if (stat(path, &st) == 0)
        now = stamp_of(&st);
    return now.is_there == stamp->is_there && now.device == stamp->device &&
           now.inode == stamp->inode && now.size == stamp->size &&
           now.changed.tv_sec == stamp->changed.tv_sec &&
           now.changed.tv_nsec == stamp->changed.tv_nsec;
}

/* ---- folders ---- */

void config_names_release(struct config_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(STEAL(names->items));
    names->count = 0;
}

bool config_names_have(const struct config_names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool add_names(DIR *in, bool (*wants)(struct span name), struct config_names *ret)
{
    while (ret->count <= LIMIT_CONFIG_FILES) {
        const struct dirent *entry;

        errno = 0;
        /* One thread has this folder open, and readdir_r is no more (readdir(3)). */
        // cppcheck-suppress readdirCalled ; see above
        entry = readdir(in);
        if (!entry)
            return errno == 0;
        if (entry->d_type == DT_DIR || !wants(span_string(entry->d_name)))
            continue;
        ret->items = xreallocarray(ret->items, ret->count + 1, sizeof *ret->items);
        ret->items[ret->count++] = xstrdup(entry->d_name);
    }
    return true;
}

bool config_folder_list(const char *folder, bool (*wants)(struct span name),
                        struct config_names *ret, struct error *err)
{
    DIR *in = opendir(folder);
    bool good;

    if (!in)
        return is_absent(errno) || error_set_errno(err, errno, "cannot read '%s'", QUOTE(folder));
    good =
        add_names(in, wants, ret) || error_set_errno(err, errno, "cannot read '%s'", QUOTE(folder));
    closedir(in);
    if (ret->count)
        qsort(ret->items, ret->count, sizeof *ret->items, compare_names);
    return good && (ret->count <= LIMIT_CONFIG_FILES ||
                    error_set(err, ERROR_CONFIGURATION, "'%s' has more than %d files",
                              QUOTE(folder), LIMIT_CONFIG_FILES));
}
