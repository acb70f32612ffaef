/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diff_entry.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "beneath.h"
#include "xalloc.h"

#define WHITEOUT ".wh."
#define OVERRIDE_STAT "user.containers.override_stat"
#define PERMISSIONS 07777

void diff_entry_release(struct diff_entry *entry)
{
    for (size_t i = 0; i < entry->xattr_count; i++) {
        free(entry->xattrs[i].name);
        free(entry->xattrs[i].value);
    }
    free(entry->xattrs);
    free(entry->path);
    free(entry->target);
    if (entry->fd >= 0)
        close(entry->fd);
    *entry = (struct diff_entry){.fd = -1};
}

static bool has_changed(const char *path, struct error *err)
{
    return error_set(err, ERROR_MALFORMED, "'%s' has changed while it was read", QUOTE(path));
}

static bool fail(const char *path, struct error *err)
{
    if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
        return has_changed(path, err);
    if (errno == EACCES || errno == EPERM)
        return error_set(err, ERROR_PERMISSION,
                         "cannot open '%s'; a rootless storage is read by 'podman unshare "
                         "fetch-image'",
                         QUOTE(path));
    if (errno == ENOSYS)
        return error_set(err, ERROR_CONFIGURATION,
                         "this kernel has no openat2(2), which packing a layer needs");
    if (errno == EXDEV)
        return error_set(err, ERROR_MALFORMED, "'%s' is not on the storage's file system",
                         QUOTE(path));
    return error_set_errno(err, errno, "cannot open '%s'", QUOTE(path));
}

/* ---- extended attributes ---- */

/* NULL with errno set. */
static char *read_xattr(int fd, const char *name, size_t *ret_len)
{
    ssize_t len = fgetxattr(fd, name, NULL, 0);
    char *value;

    if (len < 0)
        return NULL;
    value = xmalloc((size_t)len + 1);
    len = fgetxattr(fd, name, value, (size_t)len);
    if (len < 0) {
        free(value);
        return NULL;
    }
    value[len] = '\0';
    *ret_len = (size_t)len;
    return value;
}

static bool take_decimal(struct span *text, int64_t *ret)
{
    struct span part;
    uint64_t number;

    if (!span_split(text, ':', &part) || !span_to_uint64(part, &number) || number > UINT32_MAX)
        return false;
    *ret = (int64_t)number;
    return true;
}

static bool take_octal(struct span *text, mode_t *ret)
{
    struct span part;
    mode_t mode = 0;

    if (!span_split(text, ':', &part) || !part.len || part.len > 8)
        return false;
    for (size_t i = 0; i < part.len; i++) {
        if (part.data[i] < '0' || part.data[i] > '7')
            return false;
        mode = mode * 8 + (mode_t)(part.data[i] - '0');
    }
    *ret = mode;
    return true;
}

bool diff_entry_parse_stat(struct span text, struct tar_entry *entry)
{
    const char *type = S_ISDIR(entry->mode) ? "dir" : "file";
    struct tar_entry told = *entry;
    mode_t mode;

    if (!take_decimal(&text, &told.uid) || !take_decimal(&text, &told.gid) ||
        !take_octal(&text, &mode) || (text.len && !span_equal_string(text, type)))
        return false;
    told.mode = (entry->mode & S_IFMT) | (mode & PERMISSIONS);
    *entry = told;
    return true;
}

/* Of overlayfs, in either of the places that it may keep its own in. */
static bool is_overlay(struct span name, const char *which)
{
    return (span_eat(&name, "trusted.overlay.") || span_eat(&name, "user.overlay.") ||
            span_eat(&name, "user.fuseoverlayfs.")) &&
           (!which || span_equal_string(name, which));
}

/* What the image's files have for themselves. */
static bool is_kept(struct span name)
{
    return span_equal_string(name, "security.capability") ||
           (span_starts_with(name, "user.") && !is_overlay(name, NULL) &&
            !span_starts_with(name, "user.containers."));
}

static bool take_value(struct diff_entry *entry, const char *name, char *value, size_t len,
                       struct error *err)
{
    struct span text = span_string(name);
    bool is_stat = span_equal_string(text, OVERRIDE_STAT);
    bool done = !is_stat || diff_entry_parse_stat(span_of(value, len), &entry->tar);

    entry->is_opaque = entry->is_opaque || (is_overlay(text, "opaque") && strcmp(value, "y") == 0);
    if (is_kept(text)) {
        XGROW(entry->xattrs, entry->xattr_count, entry->xattr_capacity);
        entry->xattrs[entry->xattr_count++] = (struct tar_xattr){xstrdup(name), value, len};
        return true;
    }
    free(value);
    return done || error_set(err, ERROR_CONFIGURATION, "'%s' stands in for a file of another kind",
                             QUOTE(entry->path));
}

/* Those that say that the data, or what is in a folder, are elsewhere. */
static bool check_whole(const struct diff_entry *entry, const char *name, struct error *err)
{
    struct span text = span_string(name);

    return (!is_overlay(text, "redirect") && !is_overlay(text, "metacopy")) ||
           error_set(
               err, ERROR_CONFIGURATION,
               "overlayfs keeps what belongs to '%s' elsewhere ('%s'), which is not supported",
               QUOTE(entry->path), QUOTE(name));
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct tar_xattr *)a)->name, ((const struct tar_xattr *)b)->name);
}

static bool take_xattrs(struct diff_entry *entry, const char *names, size_t len, struct error *err)
{
    size_t total = 0;

    for (size_t at = 0; at < len; at += strlen(names + at) + 1) {
        size_t value_len = 0;
        char *value;

        if (!check_whole(entry, names + at, err))
            return false;
        value = read_xattr(entry->fd, names + at, &value_len);
        if (!value)
            return error_set_errno(err, errno, "'%s' of '%s'", QUOTE(names + at),
                                   QUOTE(entry->path));
        if (!take_value(entry, names + at, value, value_len, err))
            return false;
        total += value_len;
        if (total > LIMIT_MEMBER_HEADERS)
            return error_set(err, ERROR_MALFORMED, "'%s' has more than %zu bytes of attributes",
                             QUOTE(entry->path), LIMIT_MEMBER_HEADERS);
    }
    if (entry->xattr_count)
        qsort(entry->xattrs, entry->xattr_count, sizeof *entry->xattrs, compare_names);
    return true;
}

/* The kernel gives 64 KiB of names and of a value at most (XATTR_LIST_MAX, XATTR_SIZE_MAX). */
static bool read_xattrs(struct diff_entry *entry, struct error *err)
{
    CLEANUP(cleanup_free) char *names = xmalloc(XATTR_LIST_MAX + 1);
    ssize_t len = flistxattr(entry->fd, names, XATTR_LIST_MAX);

    if (len < 0 && errno == ENOTSUP)
        return true;
    if (len < 0)
        return error_set_errno(err, errno, "attributes of '%s'", QUOTE(entry->path));
    names[len] = '\0';
    return take_xattrs(entry, names, (size_t)len, err);
}

/* ---- what it is ---- */

static bool is_whiteout(const struct stat *st)
{
    return S_ISCHR(st->st_mode) && major(st->st_rdev) == 0 && minor(st->st_rdev) == 0;
}

static char *whiteout_path(const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;

    return xasprintf("%.*s" WHITEOUT "%s", folder, path, path + folder);
}

static void set_entry(struct diff_entry *entry, const char *path, const struct stat *st)
{
    bool hides = is_whiteout(st);

    entry->path = hides ? whiteout_path(path) : xstrdup(path);
    entry->is_none = S_ISSOCK(st->st_mode);
    entry->tar = (struct tar_entry){
        .path = entry->path,
        .mode = hides ? S_IFREG | 0600 : st->st_mode,
        .uid = st->st_uid,
        .gid = st->st_gid,
        .size = S_ISREG(st->st_mode) ? (uint64_t)st->st_size : 0,
        .changed = st->st_mtime,
        .device = S_ISCHR(st->st_mode) || S_ISBLK(st->st_mode) ? st->st_rdev : 0,
        .of_device = st->st_dev,
        .inode = st->st_ino,
        .names = hides ? 1 : st->st_nlink, /* overlayfs links whiteouts to one another */
    };
}

static bool read_target(struct diff_entry *entry, int place, struct error *err)
{
    CLEANUP(cleanup_free) char *target = xmalloc(LIMIT_PATH + 1);
    ssize_t len = readlinkat(place, "", target, LIMIT_PATH);

    if (len < 0)
        return fail(entry->path, err);
    target[len] = '\0';
    entry->target = STEAL(target);
    entry->tar.target = entry->target;
    return true;
}

/* Opened only once it is known what it is, as opening a device may set it going. */
static bool open_known(struct diff_entry *entry, const struct diff_root *root,
                       const struct stat *known, struct error *err)
{
    int flags = S_ISDIR(known->st_mode) ? O_RDONLY | O_DIRECTORY : O_RDONLY | O_NONBLOCK | O_NOCTTY;
    struct stat st;

    entry->fd = open_beneath(root->fd, entry->path, flags);
    if (entry->fd < 0)
        return fail(entry->path, err);
    return (fstat(entry->fd, &st) == 0 && st.st_ino == known->st_ino &&
            st.st_size == known->st_size && st.st_mode == known->st_mode) ||
           has_changed(entry->path, err);
}

/* In another user namespace than the storage's, the numbers are others. */
static bool check_owner(const struct diff_entry *entry, bool is_known, struct error *err)
{
    return is_known ||
           error_set(
               err, ERROR_PERMISSION,
               "the owner of '%s' is known in the storage's user namespace alone: run 'podman "
               "unshare fetch-image'",
               QUOTE(entry->path));
}

static bool has_stat(const struct diff_entry *entry)
{
    return entry->fd >= 0 && fgetxattr(entry->fd, OVERRIDE_STAT, NULL, 0) >= 0;
}

bool diff_entry_read(struct diff_entry *entry, const struct diff_root *root, const char *path,
                     struct error *err)
{
    CLEANUP(cleanup_fd) int place = open_beneath(root->fd, path, O_PATH);
    struct stat st;

    if (place < 0 || fstat(place, &st) != 0)
        return fail(path, err);
    set_entry(entry, path, &st);
    if (S_ISLNK(st.st_mode) && !read_target(entry, place, err))
        return false;
    if ((S_ISREG(st.st_mode) || S_ISDIR(st.st_mode)) &&
        (!open_known(entry, root, &st, err) || !read_xattrs(entry, err)))
        return false;
    if (!check_owner(entry, root->owners_hold || has_stat(entry), err))
        return false;
    entry->tar.xattrs = entry->xattrs;
    entry->tar.xattr_count = entry->xattr_count;
    return true;
}
