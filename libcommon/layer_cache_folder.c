/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layer cache in a folder, whose files are the entries. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "layer_cache_entry.h"
#include "layer_cache_place.h"
#include "output.h"
#include "stream.h"
#include "xalloc.h"

#define INCOMPLETE ".incomplete-"
/* Seconds after which nobody can be writing any more. */
#define STALE_AFTER 3600

struct folder {
    struct cache_place base;
    char *path;
    uint64_t most_bytes;
    pthread_mutex_t lock; /* one put at a time */
    bool written;
};

static char *path_of(const struct folder *f, const struct layer_cache_key *key)
{
    return xasprintf("%s/%s", f->path, key->text);
}

/* ---- reading ---- */

/* Marks the entry as used now; a cache that is only read has no use for it. */
static void touch(int fd)
{
    if (futimens(fd, NULL) != 0)
        return;
}

static int open_file(const char *path, struct error *err)
{
    /* Without O_NONBLOCK a pipe of that name would be waited for. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat st;

    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return -1;
    if (fd < 0 || fstat(fd, &st) != 0)
        error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    else if (S_ISREG(st.st_mode))
        return fd;
    else
        error_set(err, ERROR_MALFORMED, "'%s' is no entry of a layer cache", QUOTE(path));
    if (fd >= 0)
        close(fd);
    return -1;
}

static int open_entry(struct cache_place *place, const struct layer_cache_key *key,
                      struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of((struct folder *)place, key);
    int fd = open_file(path, err);

    if (fd >= 0)
        touch(fd);
    return fd;
}

/* ---- writing ---- */

static int open_temporary(const struct folder *f, char *path, struct error *err)
{
    mode_t mask = umask(0);
    int fd;

    umask(mask);
    fd = mkostemp(path, O_CLOEXEC);
    if (fd < 0) {
        error_set_errno(err, errno, "cannot write in the layer cache '%s'", QUOTE(f->path));
        return -1;
    }
    /* mkostemp makes it private; others share the cache as far as umask lets them. */
    if (fchmod(fd, 0666 & ~mask) == 0)
        return fd;
    error_set_errno(err, errno, "cannot set the mode of '%s'", QUOTE(path));
    close(fd);
    unlink(path);
    return -1;
}

static bool write_take(int fd, const char *path, struct span header, struct span body,
                       struct error *err)
{
    bool done = write_all(fd, header.data, header.len, path, err) &&
                write_all(fd, body.data, body.len, path, err);

    if (close(fd) != 0 && done)
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    return done;
}

static bool write_entry(const struct folder *f, const struct layer_cache_key *key,
                        struct span header, struct span body, struct error *err)
{
    CLEANUP(cleanup_free) char *temporary = xasprintf("%s/" INCOMPLETE "XXXXXX", f->path);
    CLEANUP(cleanup_free) char *path = path_of(f, key);
    bool done;
    int fd;

    if (!make_folders(f->path, err))
        return false;
    fd = open_temporary(f, temporary, err);
    if (fd < 0)
        return false;
    output_remove_on_signal(temporary);
    done = write_take(fd, temporary, header, body, err);
    if (done && rename(temporary, path) != 0)
        done = error_set_errno(err, errno, "cannot rename into '%s'", QUOTE(path));
    if (!done)
        unlink(temporary);
    output_keep_on_signal(temporary);
    return done;
}

static bool put_entry(struct cache_place *place, const struct layer_cache_key *key,
                      struct span header, struct span body, struct error *err)
{
    struct folder *f = (struct folder *)place;
    bool done;

    pthread_mutex_lock(&f->lock);
    f->written = true;
    done = write_entry(f, key, header, body, err);
    pthread_mutex_unlock(&f->lock);
    return done;
}

static void remove_entry(struct cache_place *place, const struct layer_cache_key *key)
{
    CLEANUP(cleanup_free) char *path = path_of((struct folder *)place, key);

    unlink(path);
}

/* ---- tidying up ---- */

struct old_entry {
    char *name;
    off_t size;
    struct timespec used;
};

struct old_entries {
    struct old_entry *items;
    size_t count;
    size_t capacity;
    uint64_t bytes;
};

static int compare_age(const void *left, const void *right)
{
    const struct timespec *a = &((const struct old_entry *)left)->used;
    const struct timespec *b = &((const struct old_entry *)right)->used;

    if (a->tv_sec != b->tv_sec)
        return a->tv_sec < b->tv_sec ? -1 : 1;
    return a->tv_nsec < b->tv_nsec ? -1 : a->tv_nsec > b->tv_nsec;
}

/* Files of other names, which somebody else put there, are left alone. */
static void look_at(int folder, const char *name, struct old_entries *entries)
{
    bool is_temporary = strncmp(name, INCOMPLETE, strlen(INCOMPLETE)) == 0;
    struct stat st;

    if ((!is_temporary &&
         strncmp(name, LAYER_CACHE_KEY_START, strlen(LAYER_CACHE_KEY_START)) != 0) ||
        fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
        return;
    if (is_temporary) {
        if (st.st_mtime < time(NULL) - STALE_AFTER)
            unlinkat(folder, name, 0);
        return;
    }
    XGROW(entries->items, entries->count, entries->capacity);
    entries->items[entries->count++] = (struct old_entry){xstrdup(name), st.st_size, st.st_mtim};
    entries->bytes += (uint64_t)st.st_size;
}

static void evict(int folder, struct old_entries *entries, uint64_t most_bytes)
{
    if (entries->bytes > most_bytes)
        qsort(entries->items, entries->count, sizeof *entries->items, compare_age);
    for (size_t i = 0; i < entries->count && entries->bytes > most_bytes; i++) {
        entries->bytes -= (uint64_t)entries->items[i].size;
        /* Another process may have removed it, and that is as good. */
        unlinkat(folder, entries->items[i].name, 0);
    }
}

static void tidy_up(const struct folder *f)
{
    struct old_entries entries = {0};
    DIR *in = opendir(f->path);
    const struct dirent *entry;

    if (!in)
        return;
    /* One thread has this folder open, and readdir_r is no more (readdir(3)). */
    // cppcheck-suppress readdirCalled ; see above
    while ((entry = readdir(in)))
        look_at(dirfd(in), entry->d_name, &entries);
    if (f->most_bytes)
        evict(dirfd(in), &entries, f->most_bytes);
    closedir(in);
    for (size_t i = 0; i < entries.count; i++)
        free(entries.items[i].name);
    free(entries.items);
}

/* ---- the place ---- */

static void close_folder(struct cache_place *place)
{
    struct folder *f = (struct folder *)place;

    if (f->written)
        tidy_up(f);
    pthread_mutex_destroy(&f->lock);
    free(f->path);
    free(f);
}

struct cache_place *cache_place_folder(const char *path, uint64_t most_bytes)
{
    static const struct cache_place_kind kind = {open_entry, put_entry, remove_entry, close_folder};
    struct folder *f = xcalloc(1, sizeof *f);

    f->base.kind = &kind;
    f->path = xstrdup(path);
    f->most_bytes = most_bytes;
    pthread_mutex_init(&f->lock, NULL);
    return &f->base;
}
