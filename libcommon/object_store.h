/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where results are kept: a folder, whose files are the objects, or a bucket of an S3 server, as Ceph's
 * RADOS Gateway is one.
 *
 * A key is up to LIMIT_OBJECT_KEY bytes of A-Z a-z 0-9 . _ - = : and '/' between
 * parts, none of which is empty or starts with a dot: what any S3 server signs
 * rightly, and what cannot lead out of a folder.  An object appears whole or
 * not at all, and is kept when a call says so: a file is written below .incomplete/, synced, and
 * renamed; an object of a bucket is sent with its digest, and asked for afterwards.  Any number of
 * processes may work on one store; of one struct, one thread at a time.  Values are bodies of up to
 * LIMIT_DOCUMENT bytes, or files of up to LIMIT_OBJECT, which are never in memory as a whole.
 *
 * Of a server, ERROR_TRY_AGAIN is one that cannot be reached, is busy, or did not keep what it was
 * given, when that has been tried again for as long as may be, or one that hangs, which is asked no
 * more: whatever the number of requests, that costs its time once.  ERROR_PERMISSION is one that says no,
 * ERROR_CONFIGURATION a bucket that is not there, or a certificate that is not to be trusted.
 */
#ifndef OBJECT_STORE_H
#define OBJECT_STORE_H

#include "cleanup.h"
#include "error.h"
#include "object_file.h"
#include "span.h"
#include "strbuf.h"

struct object_store;

/* How an S3 server is asked; all is borrowed until the store is open.  s3_keys.h tells of the keys of access. */
struct object_store_options {
    const char *endpoint; /* URL of the server; NULL: AWS_ENDPOINT_URL */
    const char
        *authorities;   /* a PEM file, beside those of this machine; NULL: AWS_CA_BUNDLE, or none */
    const char *region; /* NULL: AWS_REGION, AWS_DEFAULT_REGION, or us-east-1 */
    const char
        *credentials;   /* a file or folder; NULL: the environment, or where AWS's programs look */
    bool version_2;     /* sign as old servers want it */
    long retry_seconds; /* for which is tried again what may pass; 0: never again */
    long silence_seconds; /* after which a server that says nothing is asked no more; 0: 60 */
};

/*
 * Opens DIR, made with its parents when it is not there, or s3://BUCKET[/PREFIX]; a server is asked for
 * nothing yet.  A DIR that looks like another URL is ERROR_USAGE.  how NULL: all defaults.  NULL with err set.
 */
struct object_store *object_store_open(const char *where, const struct object_store_options *how,
                                       struct error *err);
void object_store_close(struct object_store *store);
DEFINE_CLEANUP(cleanup_object_store, struct object_store *, object_store_close)

/* As it was opened, for messages and receipts. */
const char *object_store_place(const struct object_store *store);
/* No request to a server lasts beyond this time (retry_now()); without, each may take 600 seconds. */
void object_store_set_end(struct object_store *store, int64_t end);
/*
 * Calls trouble each time that a request to a server has failed and may be tried again, before the wait, and
 * when a server that objects are put into has said nothing for two seconds: what is only in memory can be brought to safety.  It must not use the store.
 */
void object_store_set_trouble(struct object_store *store, void (*trouble)(void *context),
                              void *context);

/*
 * What is known of an object without its being read (a folder's is: it has nothing beside it); texts are "" and
 * the size 0 where a server does not say.
 */
struct object_facts {
    uint64_t size;
    char md5[32 + 1];           /* in hexadecimal, like the others */
    char sha256[64 + 1];        /* of the body, as whoever put it said */
    char result_sha256[64 + 1]; /* and what that put said beside it */
    char day[10 + 1];
};

/* One object to store. */
struct object_put {
    const char *key; /* borrowed, like the body */
    struct span body;
    const struct object_file *file; /* instead of body; NULL: there is none */
    const char *result_sha256;      /* kept beside it by a server, not in a folder; NULL: none */
    const char *day;                /* the same */
    bool only_new;                  /* leave what is there: of two writers at once only one wins */
    bool taken;                     /* out: something was there, and only_new */
    struct object_facts there;      /* out: what that is */
    struct error err;               /* out: it was not stored */
};

/*
 * Any number; LIMIT_REQUESTS_IN_FLIGHT are on their way to a server at one time, beside as many that are asked for
 * after they were stored.  False with the first one's err.
 */
bool object_store_put_many(struct object_store *store, struct object_put *puts, size_t count,
                           struct error *err);
/* One, only new. */
bool object_store_put_new(struct object_store *store, const char *key, struct span body,
                          bool *ret_taken, struct error *err);
/* One, in the place of what was there. */
bool object_store_put(struct object_store *store, const char *key, struct span body,
                      struct error *err);
/* Appends the object's body to out; an object that is not there sets *ret_found false and is no error. */
bool object_store_get(struct object_store *store, const char *key, struct strbuf *out,
                      bool *ret_found, struct error *err);
/* Whether there is such an object, without its being read. */
bool object_store_has(struct object_store *store, const char *key, bool *ret_found,
                      struct error *err);
/* An object that is not there is as good as removed. */
bool object_store_remove(struct object_store *store, const char *key, struct error *err);

/*
 * Appends the names, without folder ("a/b/"), of the objects right in it to names, one a line, in the order of
 * their bytes.  Those that cannot be part of a key are left out; more than names' ceiling overflows it, which
 * is ERROR_MALFORMED.  A folder that is not there has none.
 */
bool object_store_list(struct object_store *store, const char *folder, struct strbuf *names,
                       struct error *err);

/* The same of all objects below it, in any order: "c/d" is "a/b/c/d". */
bool object_store_list_below(struct object_store *store, const char *folder, struct strbuf *names,
                             struct error *err);

/* True if key may be a key (see above). Pure. */
bool object_key_is_valid(struct span key);

#endif
