/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

#include "layer_cache_entry.h"
#include "output.h"
#include "strbuf.h"
#include "stream.h"
#include "xalloc.h"

#define KEY_START "sha256-"
#define INCOMPLETE ".incomplete-"
/* Seconds after which nobody can be writing any more. */
#define STALE_AFTER 3600

struct layer_cache {
    char *root;
    uint64_t most_bytes;
    pthread_mutex_t lock; /* one put at a time */
    bool written;
    struct shared *shared; /* NULL: this process opens and writes */
};

/* With a confined process, see layer_cache_share(). */
struct shared {
    struct broker *broker;
    size_t service;
    int notes; /* a file of memory: struct note, bytes, struct note ... */
    /* What the confined process told, in the other one. */
    struct layer_cache_key *layers;
    size_t layer_count;
    size_t layer_capacity;
    bool all_told;
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

/* What the confined process asks the other for. */
enum { ASK_ENTRY, TELL_LAYER, TELL_ALL };

/* ---- reading ---- */

static int open_entry(struct layer_cache *cache, const struct layer_cache_key *key,
                      const char *path, struct error *err)
{
    struct broker_answer answer;
    int fd;

    if (cache->shared)
        return broker_ask(cache->shared->broker, cache->shared->service, ASK_ENTRY, key->text,
                          &answer, err)
                   ? answer.fd
                   : -1;
    fd = entry_open(path, err);
    if (fd >= 0)
        entry_touch(fd);
    return fd;
}

bool layer_cache_get(struct layer_cache *cache, const struct layer_cache_key *key,
                     char **ret_memory, struct span *ret_body, struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of(cache, key);
    CLEANUP(cleanup_fd) int fd = open_entry(cache, key, path, err);

    return fd >= 0 && entry_read(fd, key, path, ret_memory, ret_body, err);
}

bool layer_cache_has(struct layer_cache *cache, const struct layer_cache_key *key,
                     struct error *err)
{
    CLEANUP(cleanup_free) char *memory = NULL;
    struct span body;

    return layer_cache_get(cache, key, &memory, &body, err);
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
    done = entry_write_take(fd, temporary, key, body, err);
    if (done && rename(temporary, path) != 0)
        done = error_set_errno(err, errno, "cannot rename into '%s'", QUOTE(path));
    if (!done)
        unlink(temporary);
    output_keep_on_signal(temporary);
    return done;
}

/* ---- shared with a confined process ---- */

/* What is to be done with an entry: kept with the bytes that follow, or removed. */
struct note {
    struct layer_cache_key key;
    bool removed;
    uint64_t size;
};

static bool write_note(const struct layer_cache *cache, const struct layer_cache_key *key,
                       bool removed, struct span body, struct error *err)
{
    struct note note = {.key = *key, .removed = removed, .size = body.len};

    return write_all(cache->shared->notes, &note, sizeof note, cache->root, err) &&
           write_all(cache->shared->notes, body.data, body.len, cache->root, err);
}

static bool is_key(const char *name)
{
    return strlen(name) < sizeof(struct layer_cache_key) &&
           strncmp(name, KEY_START, strlen(KEY_START)) == 0 &&
           !name[strspn(name, "0123456789abcdefghijklmnopqrstuvwxyz.-")];
}

/* The confined process may ask what it likes: only entries of the image's layers are touched. */
static bool is_of_layer(const struct shared *shared, const char *name)
{
    for (size_t i = 0; is_key(name) && i < shared->layer_count; i++)
        if (strncmp(name, shared->layers[i].text, strlen(KEY_START) + DIGEST_HEX) == 0)
            return true;
    return false;
}

static bool add_layer(struct shared *shared, const char *name, struct error *err)
{
    if (shared->all_told || shared->layer_count >= LIMIT_LAYERS || !is_key(name) ||
        strlen(name) < strlen(KEY_START) + DIGEST_HEX)
        return error_set(err, ERROR_BUG, "the confined process told what is no layer");
    XGROW(shared->layers, shared->layer_count, shared->layer_capacity);
    snprintf(shared->layers[shared->layer_count++].text, sizeof shared->layers->text, "%s", name);
    return true;
}

static bool serve(void *context, unsigned what, const char *name, struct broker_answer *ret,
                  struct error *err)
{
    struct layer_cache *cache = context;
    struct layer_cache_key key;
    CLEANUP(cleanup_free) char *path = NULL;

    if (what == TELL_LAYER)
        return add_layer(cache->shared, name, err);
    if (what == TELL_ALL) {
        cache->shared->all_told = true;
        return true;
    }
    if (what != ASK_ENTRY || !is_of_layer(cache->shared, name))
        return error_set(err, ERROR_BUG, "the confined process asked for what is no entry");
    snprintf(key.text, sizeof key.text, "%s", name);
    path = path_of(cache, &key);
    ret->fd = entry_open(path, err);
    if (ret->fd >= 0)
        entry_touch(ret->fd);
    return !error_is_set(err);
}

bool layer_cache_share(struct layer_cache *cache, struct broker *broker, struct error *err)
{
    int notes = memfd_create("layer-cache", MFD_CLOEXEC);

    if (notes < 0)
        return error_set_errno(err, errno, "cannot have a file in memory");
    cache->shared = xcalloc(1, sizeof *cache->shared);
    cache->shared->notes = notes;
    cache->shared->broker = broker;
    cache->shared->service = broker_add(broker, serve, cache);
    return true;
}

bool layer_cache_tell_layers(struct layer_cache *cache, const struct image *image,
                             struct error *err)
{
    const struct shared *shared = cache->shared;
    struct broker_answer answer;

    for (size_t i = 0; shared && i < image->layer_count; i++) {
        struct layer_cache_key key = layer_cache_key(&image->layers[i].blob.digest, NULL);

        if (!broker_ask(shared->broker, shared->service, TELL_LAYER, key.text, &answer, err))
            return false;
    }
    return !shared || broker_ask(shared->broker, shared->service, TELL_ALL, "", &answer, err);
}

static void release_shared(struct shared *shared)
{
    if (!shared)
        return;
    close(shared->notes);
    free(shared->layers);
    free(shared);
}

static bool is_note(const struct shared *shared, const struct note *note)
{
    return memchr(note->key.text, '\0', sizeof note->key.text) &&
           note->size <= LIMIT_LAYER_CACHE_ENTRY && is_of_layer(shared, note->key.text);
}

/* The note's bytes are at at. */
static bool do_note(struct layer_cache *cache, const struct shared *shared, const struct note *note,
                    off_t at, struct error *err)
{
    CLEANUP(cleanup_free) char *body = xmalloc((size_t)note->size + 1);

    if (note->removed) {
        layer_cache_remove(cache, &note->key);
        return true;
    }
    return read_part(shared->notes, at, (size_t)note->size, body, "layer cache", err) &&
           layer_cache_put(cache, &note->key, span_of(body, (size_t)note->size), err);
}

/* A note that was cut, which the other process has told of, is the last. */
static bool do_notes(struct layer_cache *cache, const struct shared *shared, struct error *err)
{
    off_t end = lseek(shared->notes, 0, SEEK_END);
    struct note note;
    off_t at = 0;

    while (pread(shared->notes, &note, sizeof note, at) == (ssize_t)sizeof note) {
        if (!is_note(shared, &note))
            return error_set(err, ERROR_BUG, "the confined process noted what is no entry");
        at += (off_t)sizeof note;
        if ((off_t)note.size > end - at)
            break;
        if (!do_note(cache, shared, &note, at, err))
            return false;
        at += (off_t)note.size;
    }
    return true;
}

bool layer_cache_settle(struct layer_cache *cache, struct error *err)
{
    struct shared *shared = STEAL(cache->shared);
    bool done = do_notes(cache, shared, err);

    release_shared(shared);
    return done;
}

bool layer_cache_put(struct layer_cache *cache, const struct layer_cache_key *key, struct span body,
                     struct error *err)
{
    bool done;

    pthread_mutex_lock(&cache->lock);
    cache->written = true;
    done = cache->shared ? write_note(cache, key, false, body, err) : put(cache, key, body, err);
    pthread_mutex_unlock(&cache->lock);
    return done;
}

void layer_cache_remove(struct layer_cache *cache, const struct layer_cache_key *key)
{
    CLEANUP(cleanup_free) char *path = path_of(cache, key);
    struct error ignored = {0};

    if (!cache->shared) {
        unlink(path);
        return;
    }
    pthread_mutex_lock(&cache->lock);
    if (!write_note(cache, key, true, span_of(NULL, 0), &ignored))
        error_clear(&ignored);
    pthread_mutex_unlock(&cache->lock);
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
    release_shared(cache->shared);
    if (cache->written)
        tidy_up(cache);
    pthread_mutex_destroy(&cache->lock);
    free(cache->root);
    free(cache);
}
