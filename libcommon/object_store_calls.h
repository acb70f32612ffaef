/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Requests to one bucket, through libs3; part of object_store_s3.c, which decides what they mean.
 *
 *     struct object_calls *calls = object_calls_new(&place, &options);
 *     struct object_call call = {.method = CALL_GET, .key = "a/b", .into = &body,
 *                                .end = retry_now() + 30000};
 *     object_calls_run(calls, &call, 1);
 *     ... call.err, call.http.etag ...
 *     object_call_release(&call);
 */
#ifndef OBJECT_STORE_CALLS_H
#define OBJECT_STORE_CALLS_H

#include "digest.h"
#include "object_store.h"
#include "s3_place.h"
#include "s3_transport.h"

struct object_calls;

enum object_method { CALL_PUT, CALL_HEAD, CALL_GET, CALL_DELETE, CALL_LIST };

struct object_call {
    enum object_method method;
    const char *key;                  /* borrowed, as all it points to; LIST: the folder */
    const char *after;                /* LIST: the key after which it begins, NULL: at the first */
    bool below;                       /* LIST: also keys of folders in it */
    struct span body;                 /* PUT */
    const struct object_file *file;   /* PUT: instead of body; NULL: there is none */
    uint64_t size;                    /* PUT: of either */
    const struct md5_text *md5;       /* PUT */
    const struct digest_text *sha256; /* PUT, and so are these: NULL, or what is kept beside it */
    const char *result_sha256;
    const char *day;
    struct strbuf *into;      /* GET: the body is appended; LIST: keys, one a line */
    bool has_more;            /* LIST: than these keys */
    int64_t end;              /* retry_now() when it must have ended; 0: as its size needs */
    struct s3_request http;   /* only_new is the caller's; the answer */
    struct object_call *then; /* PUT: begun when it is stored or taken, else not, with its err */
    struct error err;         /* it was not answered with success */

    struct object_calls *calls; /* once it is begun */
    struct object_call *behind; /* in the queue */
    bool follows;               /* it is another's then */
    uint64_t sent;              /* of a PUT's bytes */
    int64_t moved;              /* when it was begun, or bytes were given or taken */
    int status;                 /* libs3's own */
};

/* place is borrowed; of how only the signature and the silence matter. */
struct object_calls *object_calls_new(const struct s3_place *place,
                                      const struct object_store_options *how);
void object_calls_free(struct object_calls *calls);
/*
 * Does them all, LIMIT_REQUESTS_IN_FLIGHT at a time, and beside them as many that follow on them, on this thread.
 * A PUT that was answered with success has no error, whatever became of its connection.
 */
void object_calls_run(struct object_calls *calls, struct object_call *items, size_t count);
/* Calls heed (NULL: nobody) in each run that hears nothing for two seconds, once, while it goes on waiting. */
void object_calls_heed_silence(struct object_calls *calls, void (*heed)(void *context),
                               void *context);
/* True once the server was silent for too long: all calls fail without being begun. */
bool object_calls_gave_up(const struct object_calls *calls);
/* True if the answer was a refusal: what was asked for has not been done. */
bool object_call_is_refused(const struct object_call *call);
/* True of a PUT with only_new: there is an object of that key. */
bool object_call_is_taken(const struct object_call *call);
/* True if there is no such object; that there is no such bucket is an error. */
bool object_call_is_absent(const struct object_call *call);
void object_call_release(struct object_call *call);

#endif
