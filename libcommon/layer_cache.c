/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "output.h"
#include "strbuf.h"
#include "stream.h"
#include "xalloc.h"

#define MAGIC "build-analysis layer cache 1"
/* MAGIC, key, length and digest, a line each. */
#define LIMIT_HEADER 400
#define KEY_START "sha256-"
#define INCOMPLETE ".incomplete-"
/* Seconds after which nobody can be writing any more. */
#define STALE_AFTER 3600

struct layer_cache {
    char *root;
    uint64_t most_bytes;
    pthread_mutex_t lock; /* one put at a time: the file that a signal would remove is one */
    bool written;
};

struct layer_cache_key layer_cache_key(const struct digest *blob, const struct digest *part)
{
    struct layer_cache_key key;

    snprintf(key.text, sizeof key.text, KEY_START "%s.facts%d%s%s", DIGEST_HEX_TEXT(blob),
             FACTS_VERSION, part ? "." : "", part ? DIGEST_HEX_TEXT(part) : "");
    return key;
}

struct layer_cache *layer_cache_open(const char *where, uint64_t most_bytes, struct error *err)
{
    struct layer_cache *cache;

    if (strncmp(where, "s3://", 5) == 0) {
        error_set(err, ERROR_CONFIGURATION,
                  "'%s': S3 is not built into this version, whose layer cache is a folder",
                  QUOTE(where));
        return NULL;
    }
    if (!*where) {
        error_set(err, ERROR_USAGE, "the layer cache has no name");
        return NULL;
    }
    cache = xcalloc(1, sizeof *cache);
    cache->root = xstrdup(where);
    cache->most_bytes = most_bytes;
    pthread_mutex_init(&cache->lock, NULL);
    return cache;
}

static char *path_of(const struct layer_cache *cache, const struct layer_cache_key *key)
{
    return xasprintf("%s/%s", cache->root, key->text);
}

/* ---- reading ---- */

/* Appends the entry's lines but that of the digest; the digest is of these and the body. */
static struct digest write_header(struct strbuf *out, const struct layer_cache_key *key,
                                  struct span body)
{
    struct sha256 *hash = sha256_new();

    strbuf_addf(out, MAGIC "\n%s\n%zu\n", key->text, body.len);
    sha256_add(hash, out->data, out->len);
    sha256_add(hash, body.data, body.len);
    return sha256_finish(hash);
}

static bool check_entry(struct span bytes, const struct layer_cache_key *key, struct span *ret_body)
{
    struct span head = span_head(bytes, LIMIT_HEADER);
    struct span line;
    struct digest digest;

    for (int i = 0; i < 4; i++)
        if (!span_next_line(&head, &line))
            return false;
    *ret_body = span_skip(bytes, (size_t)(line.data + line.len + 1 - bytes.data));
    STRBUF_AUTO(expected, LIMIT_HEADER);
    digest = write_header(&expected, key, *ret_body);
    strbuf_addf(&expected, "%s\n", DIGEST_TEXT(&digest));
    return span_equal(span_head(bytes, expected.len), strbuf_span(&expected));
}

/* Marks the entry as used now; a cache that is only read has no use for it. */
static void touch(int fd)
{
    if (futimens(fd, NULL) != 0)
        return;
}

static bool read_whole(int fd, size_t size, char *memory, const char *path, struct error *err)
{
    size_t at = 0;

    while (at < size) {
        ssize_t n = read(fd, memory + at, size - at);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
        if (n == 0)
            return error_set(err, ERROR_MALFORMED, "'%s' was cut while it was read", QUOTE(path));
        at += (size_t)n;
    }
    return true;
}

/* The file's size, or false when it is nothing that could be an entry. */
static bool entry_size(int fd, const char *path, size_t *ret_size, struct error *err)
{
    struct stat st;

    if (fstat(fd, &st) != 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    if (!S_ISREG(st.st_mode) || st.st_size > (off_t)LIMIT_LAYER_CACHE_ENTRY)
        return error_set(err, ERROR_MALFORMED, "'%s' is no entry of a layer cache", QUOTE(path));
    *ret_size = (size_t)st.st_size;
    return true;
}

bool layer_cache_get(struct layer_cache *cache, const struct layer_cache_key *key,
                     char **ret_memory, struct span *ret_body, struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of(cache, key);
    CLEANUP(cleanup_free) char *memory = NULL;
    /* Without O_NONBLOCK a pipe of that name would be waited for. */
    CLEANUP(cleanup_fd) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    size_t size;

    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return false;
    if (fd < 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    if (!entry_size(fd, path, &size, err))
        return false;
    memory = xmalloc(size + 1);
    if (!read_whole(fd, size, memory, path, err))
        return false;
    if (!check_entry(span_of(memory, size), key, ret_body))
        return error_set(err, ERROR_MALFORMED, "'%s' is damaged", QUOTE(path));
    touch(fd);
    *ret_memory = STEAL(memory);
    return true;
}

bool layer_cache_has(struct layer_cache *cache, const struct layer_cache_key *key)
{
    CLEANUP(cleanup_free) char *path = path_of(cache, key);
    CLEANUP(cleanup_fd) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (fd >= 0)
        touch(fd);
    return fd >= 0;
}

/* ---- writing ---- */

static int open_temporary(struct layer_cache *cache, char *path, struct error *err)
{
    mode_t mask = umask(0);
    int fd;

    umask(mask);
    fd = mkostemp(path, O_CLOEXEC);
    if (fd < 0) {
        error_set_errno(err, errno, "cannot write in the layer cache '%s'", QUOTE(cache->root));
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

static bool write_entry(int fd, const char *path, const struct layer_cache_key *key,
                        struct span body, struct error *err)
{
    struct digest digest;
    bool done;

    STRBUF_AUTO(header, LIMIT_HEADER);
    digest = write_header(&header, key, body);
    strbuf_addf(&header, "%s\n", DIGEST_TEXT(&digest));
    done = write_all(fd, header.data, header.len, path, err) &&
           write_all(fd, body.data, body.len, path, err);
    if (close(fd) != 0 && done)
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    return done;
}

static bool put(struct layer_cache *cache, const struct layer_cache_key *key, struct span body,
                struct error *err)
{
    CLEANUP(cleanup_free) char *temporary = xasprintf("%s/" INCOMPLETE "XXXXXX", cache->root);
    CLEANUP(cleanup_free) char *path = path_of(cache, key);
    bool done;
    int fd;

    if (!make_folders(cache->root, err))
        return false;
    fd = open_temporary(cache, temporary, err);
    if (fd < 0)
        return false;
    output_remove_on_signal(temporary);
    done = write_entry(fd, temporary, key, body, err);
    if (done && rename(temporary, path) != 0)
        done = error_set_errno(err, errno, "cannot rename into '%s'", QUOTE(path));
    if (!done)
        unlink(temporary);
    output_remove_on_signal(NULL);
    return done;
}

bool layer_cache_put(struct layer_cache *cache, const struct layer_cache_key *key, struct span body,
                     struct error *err)
{
    bool done;

    pthread_mutex_lock(&cache->lock);
    cache->written = true;
    done = put(cache, key, body, err);
    pthread_mutex_unlock(&cache->lock);
    return done;
}

void layer_cache_remove(struct layer_cache *cache, const struct layer_cache_key *key)
{
    CLEANUP(cleanup_free) char *path = path_of(cache, key);

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

    if ((!is_temporary && strncmp(name, KEY_START, strlen(KEY_START)) != 0) ||
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

static void tidy_up(const struct layer_cache *cache)
{
    struct old_entries entries = {0};
    DIR *folder = opendir(cache->root);
    const struct dirent *entry;

    if (!folder)
        return;
    /* One thread has this folder open, and readdir_r is no more (readdir(3)). */
    // cppcheck-suppress readdirCalled ; see above
    while ((entry = readdir(folder)))
        look_at(dirfd(folder), entry->d_name, &entries);
    if (cache->most_bytes)
        evict(dirfd(folder), &entries, cache->most_bytes);
    closedir(folder);
    for (size_t i = 0; i < entries.count; i++)
        free(entries.items[i].name);
    free(entries.items);
}

void layer_cache_close(struct layer_cache *cache)
{
    if (!cache)
        return;
    if (cache->written)
        tidy_up(cache);
    pthread_mutex_destroy(&cache->lock);
    free(cache->root);
    free(cache);
}
