/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Digests, and the OCI digest strings made of them (image-spec descriptor.md): "sha256:" or "sha512:" and
 * lower-case hexadecimal digits.  What is ours has SHA-256; blobs have what their image says.  Other
 * algorithms are refused by name.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include <stdint.h>

#include "error.h"
#include "span.h"
#include "stream.h"

/* The first is that of a digest that was set to zeros. */
enum digest_algorithm { DIGEST_SHA256, DIGEST_SHA512, DIGEST_ALGORITHMS };

/* Bytes and digits of SHA-256, and of the longest. */
#define DIGEST_SIZE 32
#define DIGEST_HEX 64
#define DIGEST_MOST_SIZE 64
#define DIGEST_MOST_HEX 128

struct digest {
    unsigned char bytes[DIGEST_MOST_SIZE]; /* zeros behind a shorter one */
    uint8_t algorithm;                     /* enum digest_algorithm */
};

/* "ALGORITHM:HEX" with NUL; either algorithm's name has the same length. */
#define DIGEST_NAME_LENGTH 6
struct digest_text {
    char text[DIGEST_NAME_LENGTH + 1 + DIGEST_MOST_HEX + 1];
};

struct hash;

/*
 * Makes OpenSSL allocate with xmalloc: version 3.0 does not survive an allocation that
 * fails while it looks up a method (MD5, HMAC, TLS).  Called once by cli_main, before any other use.
 */
void digest_use_xalloc(void);

/* Running hash. Never NULL. hash_finish frees it; hash_free(NULL) is fine. */
struct hash *hash_new(enum digest_algorithm algorithm);
void hash_add(struct hash *h, const void *bytes, size_t len);
struct digest hash_finish(struct hash *h);
void hash_free(struct hash *h);
DEFINE_CLEANUP(cleanup_hash, struct hash *, hash_free)

/* SHA-256 of bytes; the same by another algorithm. */
struct digest digest_of(struct span bytes);
struct digest digest_by(enum digest_algorithm algorithm, struct span bytes);
struct digest_text digest_format(const struct digest *d);
#define DIGEST_TEXT(d) (digest_format(d).text)
/* Without the algorithm and its colon. */
#define DIGEST_HEX_TEXT(d) (digest_format(d).text + DIGEST_NAME_LENGTH + 1)
/* "sha256" or "sha512". */
const char *digest_name(enum digest_algorithm algorithm);
bool digest_equal(const struct digest *a, const struct digest *b);
/* True if bytes have the digest, by its own algorithm. */
bool digest_fits(const struct digest *d, struct span bytes);

/*
 * MD5 (RFC 1321), in hexadecimal with NUL: what S3 names an object's bytes by (ETag), and checks what it
 * is sent with (Content-MD5, ret_base64).  It tells of damage, not of forgery.
 */
struct md5_text {
    char hex[32 + 1];
    char base64[24 + 1];
};
struct md5_text md5_of(struct span bytes);
/* The same, running, as struct hash is. */
struct md5_hash;
struct md5_hash *md5_new(void);
void md5_add(struct md5_hash *h, struct span bytes);
struct md5_text md5_finish(struct md5_hash *h);
void md5_free(struct md5_hash *h);

/* HMAC-SHA-256 (RFC 2104) of a digest: who lacks the key cannot make another of other bytes. */
struct digest digest_sign(struct span key, const struct digest *digest);
/* Loads what OpenSSL loads for that on first use, for who cannot open files later (sandbox.h). */
void digest_prepare(void);

/*
 * Parses "sha256:<64 hex>" and "sha512:<128 hex>".  sha384, which is registered too, is
 * ERROR_CONFIGURATION ("not supported"), anything else ERROR_MALFORMED.
 */
bool digest_parse(struct span text, struct digest *ret, struct error *err);

/*
 * A stream that passes upstream (taken over) through and, at its end, checks
 * size in bytes and digest: the end is only reported when both are right, else
 * ERROR_MALFORMED naming name.  Bytes beyond size fail at once.
 */
struct stream *stream_verify_take(struct stream *upstream, const struct digest *expected,
                                  uint64_t size, const char *name);
/*
 * The same for the rest of a blob: upstream has what follows the seen bytes that hash (taken over) was
 * given already.
 */
struct stream *stream_verify_rest_take(struct stream *upstream, struct hash *hash, uint64_t seen,
                                       const struct digest *expected, uint64_t size,
                                       const char *name);
/*
 * stream_verify_take(), hashing on a thread of its own beside the reader: for large blobs
 * where the reader works as hard as the hash.  The thread ends with the close; there are no more of
 * them at one time than processors.
 */
struct stream *stream_verify_threaded_take(struct stream *upstream, const struct digest *expected,
                                           uint64_t size, const char *name);
/*
 * A stream that passes upstream (taken over) through and at its end says in *ret_digest, which outlives
 * it, what its bytes' SHA-256 is; hashed on a thread of its own when threaded.
 */
struct stream *stream_hash_take(struct stream *upstream, bool threaded, struct digest *ret_digest);

#endif
