/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "object_store_kind.h"
#include "output.h"
#include "stream.h"
#include "xalloc.h"

/* Keys never start with a dot, so no object can have this name. */
#define INCOMPLETE ".incomplete"
/* Another process may remove the empty INCOMPLETE folder between our mkdir and our file. */
#define TRIES 10

/* ---- folders ---- */

static char *folder_of(const char *path)
{
    return xmemdup0(path, (size_t)(strrchr(path, '/') - path));
}

static void close_folder(struct object_store *store)
{
    CLEANUP(cleanup_free) char *incomplete = xasprintf("%s/" INCOMPLETE, store->place);

    /* Only when it is empty: otherwise another process writes, or one was killed. */
    (void)rmdir(incomplete);
    free(store);
}

/* ---- writing ---- */

static int open_temporary(const struct object_store *store, char **ret_path, struct error *err)
{
    CLEANUP(cleanup_free) char *folder = xasprintf("%s/" INCOMPLETE, store->place);

    for (int i = 0; i < TRIES; i++) {
        CLEANUP(cleanup_free) char *path = xasprintf("%s/XXXXXX", folder);
        int fd;

        if (!make_folders(folder, err))
            return -1;
        fd = mkostemp(path, O_CLOEXEC);
        if (fd >= 0) {
            output_remove_on_signal(path);
            *ret_path = STEAL(path);
            return fd;
        }
        if (errno != ENOENT)
            break;
    }
    error_set_errno(err, errno, "cannot write in '%s'", QUOTE(folder));
    return -1;
}

static bool write_and_sync(int fd, const char *path, const struct object_put *put,
                           struct error *err)
{
    mode_t mask = umask(0);
    bool done;

    umask(mask);
    done = put->file ? object_file_copy(put->file, fd, path, err)
                     : write_all(fd, put->body.data, put->body.len, path, err);
    /* mkostemp makes it private; the result is as any file of this user would be. */
    if (done && (fchmod(fd, 0666 & ~mask) != 0 || fsync(fd) != 0))
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    if (close(fd) != 0 && done)
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    return done;
}

/* A file of its bytes, synced, below INCOMPLETE: its path, which the caller renames or removes. */
static char *write_temporary(const struct object_store *store, const struct object_put *put,
                             struct error *err)
{
    char *path = NULL;
    int fd = open_temporary(store, &path, err);

    if (fd >= 0 && !write_and_sync(fd, path, put, err)) {
        unlink(path);
        output_keep_on_signal(path);
        free(STEAL(path));
    }
    return path;
}

/* rename() that fails with EEXIST instead of replacing, also where the file system lacks the flag. */
static int rename_new(const char *from, const char *to)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    if (link(from, to) != 0)
        return -1;
    return unlink(from);
}

static bool sync_folder(const char *folder, struct error *err)
{
    CLEANUP(cleanup_fd) int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    /* EINVAL: a file system that cannot sync a folder does it by itself. */
    if (fd < 0 || (fsync(fd) != 0 && errno != EINVAL))
        return error_set_errno(err, errno, "cannot sync the folder '%s'", QUOTE(folder));
    return true;
}

/* What cannot be read has none. */
static void find_facts(const char *path, struct object_facts *ret)
{
    struct error untold = {0};
    struct object_file file;
    int fd = file_open_regular(path, &untold);

    if (fd < 0 || !object_file_of_take(&file, fd, path, &untold))
        return;
    ret->size = file.size;
    memcpy(ret->md5, file.md5.hex, sizeof ret->md5);
    memcpy(ret->sha256, DIGEST_HEX_TEXT(&file.sha256), sizeof ret->sha256);
    object_file_release(&file);
}

static void put(struct object_store *store, struct object_put *put)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", store->place, put->key);
    CLEANUP(cleanup_free) char *parent = folder_of(path);
    CLEANUP(cleanup_free) char *temporary = NULL;
    int errnum;

    if (!make_folders(parent, &put->err) || !(temporary = write_temporary(store, put, &put->err)))
        return;
    errnum = (put->only_new ? rename_new : rename)(temporary, path) == 0 ? 0 : errno;
    if (errnum)
        unlink(temporary);
    output_keep_on_signal(temporary);
    put->taken = put->only_new && errnum == EEXIST;
    if (put->taken)
        find_facts(path, &put->there);
    else if (errnum)
        error_set_errno(&put->err, errnum, "cannot store '%s'", QUOTE(path));
    else
        sync_folder(parent, &put->err);
}

static void put_many(struct object_store *store, struct object_put *puts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!error_is_set(&puts[i].err))
            put(store, &puts[i]);
}

static bool has(struct object_store *store, const char *key, bool *ret_found, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", store->place, key);
    struct stat st;

    *ret_found = stat(path, &st) == 0;
    return *ret_found || errno == ENOENT || errno == ENOTDIR ||
           error_set_errno(err, errno, "cannot look at '%s'", QUOTE(path));
}

static bool remove_one(struct object_store *store, const char *key, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", store->place, key);

    return unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR ||
           error_set_errno(err, errno, "cannot remove '%s'", QUOTE(path));
}

/* ---- reading ---- */

static bool get(struct object_store *store, const char *key, struct strbuf *out, bool *ret_found,
                struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", store->place, key);
    struct error why = {0};
    CLEANUP(cleanup_stream) struct stream *in = stream_open_file(path, &why);

    if (!in)
        return why.kind == ERROR_NO_INPUT || error_set(err, why.kind, "%s", why.message);
    *ret_found = stream_read_all(in, out, path, err);
    return *ret_found;
}

static int is_object(const struct dirent *entry)
{
    return object_key_is_valid(span_string(entry->d_name));
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_folder(const char *parent, const char *name)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s%s", parent, name);
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool list_within(const char *folder, const char *within, bool below, struct strbuf *names,
                        struct error *err);

/* What cannot be part of a key, as what lies too deep, is passed over. */
static bool list_entry(const char *folder, const char *name, bool below, struct strbuf *names,
                       struct error *err)
{
    CLEANUP(cleanup_free) char *within = xasprintf("%s/", name);

    if (!object_key_is_valid(span_string(name)))
        return true;
    if (is_folder(folder, name))
        return !below || list_within(folder, within, below, names, err);
    strbuf_add_string(names, name);
    strbuf_add_byte(names, '\n');
    return true;
}

/* within: "" or "a/b/", the folder below folder whose entries are listed; as deep as a key may be. */
static bool list_within(const char *folder, const char *within, bool below, struct strbuf *names,
                        struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s%s", folder, within);
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, is_object, compare_names);
    bool done = true;

    if (count < 0)
        return errno == ENOENT ||
               error_set_errno(err, errno, "cannot read the folder '%s'", QUOTE(path));
    for (int i = 0; i < count; i++) {
        CLEANUP(cleanup_free) char *name = xasprintf("%s%s", within, entries[i]->d_name);

        done = done && list_entry(folder, name, below, names, err);
        free(entries[i]);
    }
    free(entries);
    return done;
}

static bool list(struct object_store *store, const char *folder, bool below, struct strbuf *names,
                 struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", store->place, folder);

    return list_within(path, "", below, names, err);
}

static const struct object_store_kind folder_kind = {close_folder, put_many,   get,
                                                     has,          remove_one, list};

struct object_store *object_store_open_folder(const char *where, struct error *err)
{
    struct object_store *store;
    size_t len = strlen(where);

    while (len > 1 && where[len - 1] == '/')
        len--;
    if (!len) {
        error_set(err, ERROR_USAGE, "the store has no name");
        return NULL;
    }
    store = xcalloc(1, sizeof *store);
    store->kind = &folder_kind;
    store->place = xmemdup0(where, len);
    if (make_folders(store->place, err))
        return store;
    free(store->place);
    free(store);
    return NULL;
}
