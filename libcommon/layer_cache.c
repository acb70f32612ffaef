/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_cache.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "layer_cache_entry.h"
#include "layer_cache_place.h"
#include "s3_place.h"
#include "secret_file.h"
#include "stream.h"
#include "xalloc.h"

/* Bytes of a key to sign with, at least: fewer can be guessed. */
#define SEAL_MIN 32
#define SEAL_MAX 4096

struct layer_cache {
    char *where;
    struct layer_cache_options how;
    struct cache_place *place;
    struct secret_file seal; /* empty: there is none, or it was not needed yet */
    pthread_mutex_t lock;    /* of the seal and the notes */
    struct shared *shared;   /* NULL: this process opens and writes */
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
    struct digest name = *blob;

    if (blob->algorithm != DIGEST_SHA256)
        name = digest_of(span_string(DIGEST_TEXT(blob)));
    snprintf(key.text, sizeof key.text, LAYER_CACHE_KEY_START "%.*s.facts%d%s%.*s", DIGEST_HEX,
             DIGEST_HEX_TEXT(&name), FACTS_VERSION, part ? "." : "", DIGEST_HEX,
             part ? DIGEST_HEX_TEXT(part) : "");
    return key;
}

/* ---- the key that entries are signed with ---- */

static bool read_seal(const char *path, struct secret_file *ret, struct error *err)
{
    if (!secret_file_read(path, SEAL_MAX, ret, err))
        return false;
    if (!ret->is_there)
        return error_set(err, ERROR_NO_INPUT, "'%s' is not there", QUOTE(path));
    return ret->len >= SEAL_MIN ||
           error_set(err, ERROR_CONFIGURATION, "'%s' has less than %d bytes, which can be guessed",
                     QUOTE(path), SEAL_MIN);
}

/* Read by the first question, and so not in the memory of a process that was forked before. */
static bool need_seal(struct layer_cache *cache, struct span *ret_seal, struct error *err)
{
    const char *path = cache->how.key_file;
    bool done = true;

    pthread_mutex_lock(&cache->lock);
    if (path && !cache->seal.len)
        done = read_seal(path, &cache->seal, err);
    if (!done)
        secret_file_release(&cache->seal);
    *ret_seal = secret_file_span(&cache->seal);
    pthread_mutex_unlock(&cache->lock);
    return done;
}

/* What is wrong with it is told at once. */
static bool check_seal(const char *path, struct error *err)
{
    SECRET_FILE_AUTO(seal);

    return !path || read_seal(path, &seal, err) || error_prefix(err, "--layer-cache-key");
}

/* ---- opening ---- */

static struct cache_place *open_place(const char *where, const struct layer_cache_options *how,
                                      struct error *err)
{
    if (strncmp(where, "s3://", 5) == 0)
        return cache_place_s3(where, how, err);
    if (!*where) {
        error_set(err, ERROR_USAGE, "the layer cache has no name");
        return NULL;
    }
    return s3_place_check_folder(where, err) ? cache_place_folder(where, how->most_bytes) : NULL;
}

struct layer_cache *layer_cache_open(const char *where, const struct layer_cache_options *how,
                                     struct error *err)
{
    struct layer_cache *cache = xcalloc(1, sizeof *cache);

    cache->how = *how;
    if (check_seal(how->key_file, err))
        cache->place = open_place(where, &cache->how, err);
    if (!cache->place) {
        free(cache);
        return NULL;
    }
    cache->where = xstrdup(where);
    pthread_mutex_init(&cache->lock, NULL);
    return cache;
}

bool layer_cache_trusts_its_writers(const struct layer_cache *cache)
{
    return strncmp(cache->where, "s3://", 5) == 0 && !cache->how.key_file;
}

/* What the confined process asks the other for. */
enum { ASK_ENTRY, TELL_LAYER, TELL_ALL };

/* ---- reading ---- */

/* For messages. */
static char *name_of(const struct layer_cache *cache, const struct layer_cache_key *key)
{
    return xasprintf("%s/%s", cache->where, key->text);
}

/* The same entry without a signature, for a reader who has not the key. */
static int unsealed(int sealed, const struct layer_cache_key *key, struct span seal,
                    const char *name, struct error *err)
{
    CLEANUP(cleanup_free) char *memory = NULL;
    struct span body;
    int fd;

    if (!entry_read(sealed, key, seal, name, &memory, &body, err))
        return -1;
    STRBUF_AUTO(header, LIMIT_LAYER_CACHE_HEADER);
    entry_format(&header, key, body, span_of(NULL, 0));
    fd = memfd_create("layer-cache-entry", MFD_CLOEXEC);
    if (fd < 0) {
        error_set_errno(err, errno, "cannot have a file in memory");
        return -1;
    }
    if (write_all(fd, header.data, header.len, name, err) &&
        write_all(fd, body.data, body.len, name, err))
        return fd;
    close(fd);
    return -1;
}

/* In the process that may open: a descriptor of an entry that has its digest alone. */
static int open_here(struct layer_cache *cache, const struct layer_cache_key *key,
                     struct error *err)
{
    CLEANUP(cleanup_free) char *name = name_of(cache, key);
    struct span seal;
    int fd;

    if (!need_seal(cache, &seal, err))
        return -1;
    fd = cache->place->kind->open(cache->place, key, err);
    if (fd < 0 || !seal.len)
        return fd;
    CLEANUP(cleanup_fd) int sealed = fd;

    return unsealed(sealed, key, seal, name, err);
}

static int open_entry(struct layer_cache *cache, const struct layer_cache_key *key,
                      struct error *err)
{
    struct broker_answer answer;

    if (!cache->shared)
        return open_here(cache, key, err);
    return broker_ask(cache->shared->broker, cache->shared->service, ASK_ENTRY, key->text, &answer,
                      err)
               ? answer.fd
               : -1;
}

bool layer_cache_get(struct layer_cache *cache, const struct layer_cache_key *key,
                     char **ret_memory, struct span *ret_body, struct error *err)
{
    CLEANUP(cleanup_free) char *name = name_of(cache, key);
    CLEANUP(cleanup_fd) int fd = open_entry(cache, key, err);

    return fd >= 0 && entry_read(fd, key, span_of(NULL, 0), name, ret_memory, ret_body, err);
}

bool layer_cache_has(struct layer_cache *cache, const struct layer_cache_key *key,
                     struct error *err)
{
    CLEANUP(cleanup_free) char *memory = NULL;
    struct span body;

    return layer_cache_get(cache, key, &memory, &body, err);
}

/* ---- writing ---- */

static bool put(struct layer_cache *cache, const struct layer_cache_key *key, struct span body,
                struct error *err)
{
    STRBUF_AUTO(header, LIMIT_LAYER_CACHE_HEADER);
    struct span seal;

    if (!need_seal(cache, &seal, err))
        return false;
    entry_format(&header, key, body, seal);
    return cache->place->kind->put(cache->place, key, strbuf_span(&header), body, err);
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

    return write_all(cache->shared->notes, &note, sizeof note, cache->where, err) &&
           write_all(cache->shared->notes, body.data, body.len, cache->where, err);
}

static bool is_key(const char *name)
{
    return strlen(name) < sizeof(struct layer_cache_key) &&
           strncmp(name, LAYER_CACHE_KEY_START, strlen(LAYER_CACHE_KEY_START)) == 0 &&
           !name[strspn(name, "0123456789abcdefghijklmnopqrstuvwxyz.-")];
}

/* The confined process may ask what it likes: only entries of the image's layers are touched. */
static bool is_of_layer(const struct shared *shared, const char *name)
{
    for (size_t i = 0; is_key(name) && i < shared->layer_count; i++)
        if (strncmp(name, shared->layers[i].text, strlen(LAYER_CACHE_KEY_START) + DIGEST_HEX) == 0)
            return true;
    return false;
}

static bool add_layer(struct shared *shared, const char *name, struct error *err)
{
    if (shared->all_told || shared->layer_count >= LIMIT_LAYERS || !is_key(name) ||
        strlen(name) < strlen(LAYER_CACHE_KEY_START) + DIGEST_HEX)
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

    if (what == TELL_LAYER)
        return add_layer(cache->shared, name, err);
    if (what == TELL_ALL) {
        cache->shared->all_told = true;
        return true;
    }
    if (what != ASK_ENTRY || !is_of_layer(cache->shared, name))
        return error_set(err, ERROR_BUG, "the confined process asked for what is no entry");
    snprintf(key.text, sizeof key.text, "%s", name);
    ret->fd = open_here(cache, &key, err);
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
    bool done = true;
    off_t at = 0;

    while (pread(shared->notes, &note, sizeof note, at) == (ssize_t)sizeof note) {
        if (!is_note(shared, &note))
            return error_set(err, ERROR_BUG, "the confined process noted what is no entry");
        at += (off_t)sizeof note;
        if ((off_t)note.size > end - at)
            break;
        done = do_note(cache, shared, &note, at, err) && done;
        at += (off_t)note.size;
    }
    return done;
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

    if (!cache->shared)
        return put(cache, key, body, err);
    pthread_mutex_lock(&cache->lock);
    done = write_note(cache, key, false, body, err);
    pthread_mutex_unlock(&cache->lock);
    return done;
}

void layer_cache_remove(struct layer_cache *cache, const struct layer_cache_key *key)
{
    struct error ignored = {0};

    if (!cache->shared) {
        cache->place->kind->remove(cache->place, key);
        return;
    }
    pthread_mutex_lock(&cache->lock);
    if (!write_note(cache, key, true, span_of(NULL, 0), &ignored))
        error_clear(&ignored);
    pthread_mutex_unlock(&cache->lock);
}

void layer_cache_close(struct layer_cache *cache)
{
    if (!cache)
        return;
    release_shared(cache->shared);
    cache->place->kind->close(cache->place);
    secret_file_release(&cache->seal);
    pthread_mutex_destroy(&cache->lock);
    free(cache->where);
    free(cache);
}
