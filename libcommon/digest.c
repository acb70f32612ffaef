/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * OpenSSL calls these functions of SHA-2 deprecated, for EVP, which computes the same sums by the same code; but
 * to find it reads the configuration and the names of all algorithms, which takes as long as all else
 * that a step does with a small document.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "digest.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>
#include <string.h>

#include "xalloc.h"

struct hash {
    enum digest_algorithm algorithm;
    union {
        SHA256_CTX sha256;
        SHA512_CTX sha512;
    };
};

static const struct {
    const char *name; /* DIGEST_NAME_LENGTH bytes */
    size_t size;
} algorithms[DIGEST_ALGORITHMS] = {
    [DIGEST_SHA256] = {"sha256", DIGEST_SIZE},
    [DIGEST_SHA512] = {"sha512", DIGEST_MOST_SIZE},
};

static void *crypto_malloc(size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    return xmalloc(size);
}

static void *crypto_realloc(void *old, size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    return xreallocarray(old, size, 1);
}

static void crypto_free(void *memory, const char *file, int line)
{
    (void)file;
    (void)line;
    free(memory);
}

void digest_use_xalloc(void)
{
    /* It fails when OpenSSL has allocated before: then its own allocator stays, as without us. */
    if (CRYPTO_set_mem_functions(crypto_malloc, crypto_realloc, crypto_free) != 1)
        return;
}

/* None of these functions fails. */
struct hash *hash_new(enum digest_algorithm algorithm)
{
    struct hash *h = xcalloc(1, sizeof *h);

    h->algorithm = algorithm;
    if (algorithm == DIGEST_SHA512)
        SHA512_Init(&h->sha512);
    else
        SHA256_Init(&h->sha256);
    return h;
}

void hash_add(struct hash *h, const void *bytes, size_t len)
{
    if (h->algorithm == DIGEST_SHA512)
        SHA512_Update(&h->sha512, bytes, len);
    else
        SHA256_Update(&h->sha256, bytes, len);
}

struct digest hash_finish(struct hash *h)
{
    struct digest d = {.algorithm = (uint8_t)h->algorithm};

    if (h->algorithm == DIGEST_SHA512)
        SHA512_Final(d.bytes, &h->sha512);
    else
        SHA256_Final(d.bytes, &h->sha256);
    hash_free(h);
    return d;
}

void hash_free(struct hash *h)
{
    free(h);
}

struct digest digest_by(enum digest_algorithm algorithm, struct span bytes)
{
    struct hash *h = hash_new(algorithm);

    hash_add(h, bytes.data, bytes.len);
    return hash_finish(h);
}

struct digest digest_of(struct span bytes)
{
    return digest_by(DIGEST_SHA256, bytes);
}

bool digest_fits(const struct digest *d, struct span bytes)
{
    struct digest found = digest_by(d->algorithm, bytes);

    return digest_equal(&found, d);
}

const char *digest_name(enum digest_algorithm algorithm)
{
    return algorithms[algorithm].name;
}

struct digest_text digest_format(const struct digest *d)
{
    static const char digits[] = "0123456789abcdef";
    struct digest_text t;
    char *out = t.text + DIGEST_NAME_LENGTH;

    memcpy(t.text, algorithms[d->algorithm].name, DIGEST_NAME_LENGTH);
    *out++ = ':';
    for (size_t i = 0; i < algorithms[d->algorithm].size; i++) {
        *out++ = digits[d->bytes[i] >> 4];
        *out++ = digits[d->bytes[i] & 15];
    }
    *out = '\0';
    return t;
}

bool digest_equal(const struct digest *a, const struct digest *b)
{
    return a->algorithm == b->algorithm && memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

static unsigned char hex_value(char c)
{
    return (unsigned char)(c <= '9' ? c - '0' : c - 'a' + 10);
}

static bool parse_hex(struct span text, struct span hex, enum digest_algorithm algorithm,
                      struct digest *ret, struct error *err)
{
    size_t size = algorithms[algorithm].size;

    if (!span_is_hex(hex, 2 * size))
        return error_set(err, ERROR_MALFORMED, "'%s' is not a %s digest",
                         quote_bytes(text.data, text.len).text, algorithms[algorithm].name);
    *ret = (struct digest){.algorithm = (uint8_t)algorithm};
    for (size_t i = 0; i < size; i++)
        ret->bytes[i] =
            (unsigned char)(hex_value(hex.data[2 * i]) << 4 | hex_value(hex.data[2 * i + 1]));
    return true;
}

bool digest_parse(struct span text, struct digest *ret, struct error *err)
{
    struct span hex = text;
    struct span name;

    if (!span_split(&hex, ':', &name))
        name = text;
    for (int i = 0; i < DIGEST_ALGORITHMS; i++)
        if (span_equal_string(name, algorithms[i].name))
            return parse_hex(text, hex, (enum digest_algorithm)i, ret, err);
    if (span_starts_with(text, "sha384:"))
        return error_set(err, ERROR_CONFIGURATION, "digest algorithm of '%s' is not supported",
                         quote_bytes(text.data, text.len).text);
    return error_set(err, ERROR_MALFORMED, "'%s' is not a digest",
                     quote_bytes(text.data, text.len).text);
}
