/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SHA-256, and the OCI digest strings made of it (image-spec descriptor.md:
 * "sha256:" and 64 lower-case hexadecimal digits).  sha512 and others are
 * recognised by the grammar and refused by name where a blob must be checked.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include <stdint.h>

#include "error.h"
#include "span.h"
#include "stream.h"

#define DIGEST_SIZE 32
#define DIGEST_HEX 64

struct digest {
    unsigned char bytes[DIGEST_SIZE];
};

/* "sha256:<64 hex>" with NUL. */
struct digest_text {
    char text[7 + DIGEST_HEX + 1];
};

struct sha256;

/*
 * Makes OpenSSL allocate with xmalloc: version 3.0 does not survive an allocation that
 * fails while it looks up a hash.  Called once by cli_main, before any other use.
 */
void digest_use_xalloc(void);

/*
 * Loads what OpenSSL loads on first use, for who cannot open files later (sandbox.h).
 */
void digest_prepare(void);

/* Running hash. Never NULL. sha256_finish frees it; sha256_free(NULL) is fine. */
struct sha256 *sha256_new(void);
void sha256_add(struct sha256 *h, const void *bytes, size_t len);
struct digest sha256_finish(struct sha256 *h);
void sha256_free(struct sha256 *h);
DEFINE_CLEANUP(cleanup_sha256, struct sha256 *, sha256_free)

struct digest digest_of(struct span bytes);
struct digest_text digest_format(const struct digest *d);
#define DIGEST_TEXT(d) (digest_format(d).text)
/* Without "sha256:". */
#define DIGEST_HEX_TEXT(d) (digest_format(d).text + 7)
bool digest_equal(const struct digest *a, const struct digest *b);

/*
 * MD5 (RFC 1321), in hexadecimal with NUL: what S3 names an object's bytes by (ETag), and checks what it
 * is sent with (Content-MD5, ret_base64).  It tells of damage, not of forgery.
 */
struct md5_text {
    char hex[32 + 1];
    char base64[24 + 1];
};
struct md5_text md5_of(struct span bytes);

/* HMAC-SHA-256 (RFC 2104) of a digest: who lacks the key cannot make another of other bytes. */
struct digest digest_sign(struct span key, const struct digest *digest);

/*
 * Parses "sha256:<64 hex>".  Another algorithm that the grammar allows is
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
 * The same, hashing on a thread of its own beside the reader: for large blobs
 * where the reader works as hard as the hash.  The thread ends with the close; there are no more of
 * them at one time than processors.
 */
struct stream *stream_verify_threaded_take(struct stream *upstream, const struct digest *expected,
                                           uint64_t size, const char *name);
/*
 * The same for the rest of a blob: upstream has what follows the seen bytes that hash (taken over) was
 * given already.
 */
struct stream *stream_verify_rest_take(struct stream *upstream, struct sha256 *hash, uint64_t seen,
                                       const struct digest *expected, uint64_t size,
                                       const char *name);
/*
 * A stream that passes upstream (taken over) through and at its end says in *ret_digest, which outlives
 * it, what its bytes' digest is; hashed on a thread of its own when threaded.
 */
struct stream *stream_hash_take(struct stream *upstream, bool threaded, struct digest *ret_digest);

#endif
