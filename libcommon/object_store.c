/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "object_store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "output.h"
#include "stream.h"
#include "xalloc.h"

/* Keys never start with a dot, so no object can have this name. */
#define INCOMPLETE ".incomplete"
/* Another process may remove the empty INCOMPLETE folder between our mkdir and our file. */
#define TRIES 10

struct object_store {
    char *root;
};

/* ---- keys ---- */

static bool is_key_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("._-=:", c));
}

static bool is_key_part(struct span part)
{
    if (!part.len || part.len > LIMIT_OBJECT_KEY_PART || part.data[0] == '.')
        return false;
    for (size_t i = 0; i < part.len; i++)
        if (!is_key_byte(part.data[i]))
            return false;
    return true;
}

bool object_key_is_valid(struct span key)
{
    struct span part;

    if (!key.len || key.len > LIMIT_OBJECT_KEY || key.data[key.len - 1] == '/')
        return false;
    while (span_split(&key, '/', &part))
        if (!is_key_part(part))
            return false;
    return true;
}

static bool check_key(const char *key, struct error *err)
{
    if (object_key_is_valid(span_string(key)))
        return true;
    return error_set(err, ERROR_MALFORMED, "'%s' cannot be an object's key", QUOTE(key));
}

/* ---- folders ---- */

static char *folder_of(const char *path)
{
    return xmemdup0(path, (size_t)(strrchr(path, '/') - path));
}

struct object_store *object_store_open(const char *where, struct error *err)
{
    struct object_store *store;
    size_t len = strlen(where);

    if (strncmp(where, "s3://", 5) == 0) {
        error_set(err, ERROR_CONFIGURATION,
                  "'%s': S3 is not built into this version, which stores in a folder",
                  QUOTE(where));
        return NULL;
    }
    while (len > 1 && where[len - 1] == '/')
        len--;
    if (!len) {
        error_set(err, ERROR_USAGE, "the store has no name");
        return NULL;
    }
    store = xcalloc(1, sizeof *store);
    store->root = xmemdup0(where, len);
    if (!make_folders(store->root, err)) {
        object_store_close(store);
        return NULL;
    }
    return store;
}

void object_store_close(struct object_store *store)
{
    if (!store)
        return;
    CLEANUP(cleanup_free) char *incomplete = xasprintf("%s/" INCOMPLETE, store->root);
    /* Only when it is empty: otherwise another process writes, or one was killed. */
    (void)rmdir(incomplete);
    free(store->root);
    free(store);
}

const char *object_store_place(const struct object_store *store)
{
    return store->root;
}

/* ---- writing ---- */

static int open_temporary(const struct object_store *store, char **ret_path, struct error *err)
{
    CLEANUP(cleanup_free) char *folder = xasprintf("%s/" INCOMPLETE, store->root);

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

static bool write_and_sync(int fd, const char *path, struct span body, struct error *err)
{
    mode_t mask = umask(0);
    bool done;

    umask(mask);
    done = write_all(fd, body.data, body.len, path, err);
    /* mkostemp makes it private; the result is as any file of this user would be. */
    if (done && (fchmod(fd, 0666 & ~mask) != 0 || fsync(fd) != 0))
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    if (close(fd) != 0 && done)
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    return done;
}

/* A file with body, synced, below INCOMPLETE: its path, which the caller renames or removes. */
static char *write_temporary(const struct object_store *store, struct span body, struct error *err)
{
    char *path = NULL;
    int fd = open_temporary(store, &path, err);

    if (fd >= 0 && !write_and_sync(fd, path, body, err)) {
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

/* ret_taken NULL: what is there is replaced. */
static bool put(struct object_store *store, const char *key, struct span body, bool *ret_taken,
                struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", store->root, key);
    CLEANUP(cleanup_free) char *folder = folder_of(path);
    CLEANUP(cleanup_free) char *temporary = NULL;
    int errnum;

    if (!make_folders(folder, err) || !(temporary = write_temporary(store, body, err)))
        return false;
    errnum = (ret_taken ? rename_new : rename)(temporary, path) == 0 ? 0 : errno;
    if (errnum)
        unlink(temporary);
    output_keep_on_signal(temporary);
    if (ret_taken)
        *ret_taken = errnum == EEXIST;
    if (errnum && !(ret_taken && *ret_taken))
        return error_set_errno(err, errnum, "cannot store '%s'", QUOTE(path));
    return errnum || sync_folder(folder, err);
}

bool object_store_put_new(struct object_store *store, const char *key, struct span body,
                          bool *ret_taken, struct error *err)
{
    return check_key(key, err) && put(store, key, body, ret_taken, err);
}

bool object_store_put(struct object_store *store, const char *key, struct span body,
                      struct error *err)
{
    return check_key(key, err) && put(store, key, body, NULL, err);
}

/* ---- reading ---- */

bool object_store_get(struct object_store *store, const char *key, struct strbuf *out,
                      bool *ret_found, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", store->root, key);
    CLEANUP(cleanup_stream) struct stream *in = NULL;

    *ret_found = false;
    if (!check_key(key, err))
        return false;
    if (access(path, F_OK) != 0 && errno == ENOENT)
        return true;
    in = stream_open_file(path, err);
    *ret_found = in && stream_read_all(in, out, path, err);
    return *ret_found;
}
