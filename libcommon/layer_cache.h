/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was once found out about a layer, kept by its digest: bytes by key, of which this
 * knows nothing.  extract-packages keeps facts in it (facts_file.h); whoever asks whether a
 * layer need be fetched at all asks for the same key.
 *
 * It is a folder, or a bucket of an S3 server, that any number of processes may share, also when
 * some of them are killed: an entry appears whole, by a rename or a PUT.  Each begins with its own
 * key, length and SHA-256, so that what a disk or a copy did to it is seen; with a key that those who
 * analyse share, that digest is signed (HMAC), so that an entry of anybody else's is seen, too.
 * Files are not synced: after a power cut a damaged one is a miss.  A cache may vanish at any time, so no
 * failure here is one of the work: callers warn and read the layer.
 *
 * Calls on one cache are safe on several threads at once, but for the three below.
 *
 * Who confines itself (sandbox.h) can open nothing any more.  So the process that forks shares the
 * cache; the confined one tells first which layers it is about, and from then on get asks the other
 * for entries of these, and put and remove write into a file without a name; when the confined
 * process is done, the other settles: it does what was written there, for these layers alone.
 */
#ifndef LAYER_CACHE_H
#define LAYER_CACHE_H

#include "broker.h"
#include "cleanup.h"
#include "digest.h"
#include "error.h"
#include "image.h"
#include "object_store.h"
#include "span.h"

/*
 * Part of every key.  It is raised when what is found out about the same layer changes: a
 * cataloger, its patterns, what a parse() writes, a classifier, or the form of the bytes
 * (tests/cli/facts-version.bats notices most of it).
 */
#define FACTS_VERSION 9

struct layer_cache;

/* What every key begins with. */
#define LAYER_CACHE_KEY_START "sha256-"

/* The key of an entry, of the bytes that an object's key may have. */
struct layer_cache_key {
    char text[192];
};

/*
 * The key of a layer's facts (of a digest that is no SHA-256, by the SHA-256 of its text).  part (NULL: none) sets entries apart that hold only what was
 * asked for: the digest of the question.
 */
struct layer_cache_key layer_cache_key(const struct digest *blob, const struct digest *part);

/* Strings are borrowed as long as the cache is open. */
struct layer_cache_options {
    uint64_t most_bytes; /* of a folder; 0: any */
    const char
        *key_file; /* at least 32 bytes to sign entries with, and to check them by; NULL: none */
    long seconds;  /* for all questions to a server together; then it is asked no more */
    struct object_store_options s3;
};

/*
 * The cache in DIR, which is made by the first put, or s3://BUCKET[/PREFIX]; nothing is touched
 * before, but options that cannot be right are told of.  Of a folder with most_bytes the entries used
 * longest ago are removed by layer_cache_close().  An empty name, or one of another URL, is ERROR_USAGE.  NULL with err set.
 */
struct layer_cache *layer_cache_open(const char *where, const struct layer_cache_options *how,
                                     struct error *err);
/* True of a bucket without a key: whoever may write to it decides what is found in a layer. */
bool layer_cache_trusts_its_writers(const struct layer_cache *cache);
/* After a put it also removes what killed writers left, an hour after they wrote last. */
void layer_cache_close(struct layer_cache *cache);
DEFINE_CLEANUP(cleanup_layer_cache, struct layer_cache *, layer_cache_close)

/*
 * The entry's bytes: *ret_body lies in *ret_memory, which is the caller's to free.  False when
 * there is none; with err set when there is one that cannot be read or is damaged.
 */
bool layer_cache_get(struct layer_cache *cache, const struct layer_cache_key *key,
                     char **ret_memory, struct span *ret_body, struct error *err);
/*
 * True if there is an entry of that key, all of it, which then counts as used: who goes without the layer
 * cannot look again.  False with err set when it cannot be read or is damaged.
 */
bool layer_cache_has(struct layer_cache *cache, const struct layer_cache_key *key,
                     struct error *err);
/* Keeps body under key in the place of what was there. */
bool layer_cache_put(struct layer_cache *cache, const struct layer_cache_key *key, struct span body,
                     struct error *err);
/* Forgets the entry, if there is one. */
void layer_cache_remove(struct layer_cache *cache, const struct layer_cache_key *key);

/* Before the fork.  False with err set when there is no memory file to be had. */
bool layer_cache_share(struct layer_cache *cache, struct broker *broker, struct error *err);
/* In the confined process, once, before it reads a layer; nothing where the cache is not shared. */
bool layer_cache_tell_layers(struct layer_cache *cache, const struct image *image,
                             struct error *err);
/* Does what was put and removed since; false with err set when one of it could not be kept. */
bool layer_cache_settle(struct layer_cache *cache, struct error *err);

#endif
