/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The seam under libs3: every option that libs3 2.0 sets of a libcurl handle comes by here first
 * (mk/libs3.mk), and http.c's own handles do not.
 *
 *     struct s3_request r = {.terms = &terms, .milliseconds = 30000, .silence = 10};
 *     s3_transport_begin(&r);
 *     S3_get_object(...);               and the request context is run until it is complete
 *     ... r.status, r.etag ...          in its callback, or before
 *     s3_transport_end(&r);             in its callback: libs3 uses the handle again afterwards
 *
 * What it mends, as measured of libs3 2.0-4: certificates are verified, against the machine's
 * authorities and the ones named; there are times to connect and for all of a request; requests are
 * signed by libcurl with AWS's version 4, where libs3 has version 2 alone; a PUT may ask that the key
 * be new; a small body is sent with the headers, where libs3's uploads wait for the server to ask for it;
 * redirects are not followed, as the secret would go along.  Answers are read here: status,
 * ETag, length and metadata, whatever the case of their names, and the text of a refusal.  libs3 sees
 * the body of what succeeded and nothing else: it takes a status of 100 for the last one, and counts
 * metadata and the members of an error beyond the ends of its arrays.
 *
 * A request without terms, or one that libs3 makes behind the seam's back, does not begin.
 */
#ifndef S3_TRANSPORT_H
#define S3_TRANSPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"
#include "strbuf.h"

/* What all requests of a store have in common; all is borrowed. */
struct s3_terms {
    const char *key_id;
    const char *secret;
    const char *token;       /* of temporary credentials; NULL: none */
    const char *region;      /* any, for Ceph */
    bool version_2;          /* libs3's own signature */
    struct span authorities; /* PEM, beside those of this machine */
};

struct s3_request {
    const struct s3_terms *terms;
    long milliseconds;        /* for all of it */
    long silence;             /* seconds to wait for a connection, or for the next byte */
    const char *payload_hash; /* hexadecimal SHA-256 of what is sent; NULL: nothing is sent */
    uint64_t payload_size;
    struct span whole; /* what is sent, borrowed: it goes with the headers; NULL: libs3 gives it */
    bool only_new;     /* refused with 412 when there is an object of that key */

    /* What was answered. */
    int sendings; /* libcurl sends again by itself when a connection that it kept has ended */
    long status;  /* of the last response; 0: none came */
    bool has_length;
    uint64_t length;
    char etag[72];   /* without quotes; "" where there is none */
    char sha256[72]; /* of x-amz-meta-sha256, and so on: what object_notes has */
    char result_sha256[72];
    char day[16];
    char reason[256];      /* libcurl's, where the connection failed */
    struct strbuf refusal; /* the body of what is no success */

    /* The seam's own. */
    void *easy;
    void *headers;
    size_t header_bytes;
    size_t (*forward)(void *bytes, size_t size, size_t count, void *context);
    void *forward_context;
};

/* The next request that this thread asks libs3 for is this one. */
void s3_transport_begin(struct s3_request *request);
/* Nothing of it is the handle's any more; what was answered stays, refusal is to be released. */
void s3_transport_end(struct s3_request *request);

#endif
