/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>

#include "xalloc.h"

struct sha256 {
    EVP_MD_CTX *context;
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

struct sha256 *sha256_new(void)
{
    struct sha256 *h = xcalloc(1, sizeof *h);

    h->context = EVP_MD_CTX_new();
    /* EVP fails here only when memory is out. */
    if (!h->context || EVP_DigestInit_ex(h->context, EVP_sha256(), NULL) != 1)
        out_of_memory();
    return h;
}

void sha256_add(struct sha256 *h, const void *bytes, size_t len)
{
    if (EVP_DigestUpdate(h->context, bytes, len) != 1)
        out_of_memory();
}

struct digest sha256_finish(struct sha256 *h)
{
    struct digest d;

    if (EVP_DigestFinal_ex(h->context, d.bytes, NULL) != 1)
        out_of_memory();
    sha256_free(h);
    return d;
}

void sha256_free(struct sha256 *h)
{
    if (!h)
        return;
    EVP_MD_CTX_free(h->context);
    free(h);
}

struct digest digest_of(struct span bytes)
{
    struct sha256 *h = sha256_new();

    sha256_add(h, bytes.data, bytes.len);
    return sha256_finish(h);
}

void digest_prepare(void)
{
    (void)digest_of(span_of("", 0));
}

struct digest_text digest_format(const struct digest *d)
{
    static const char digits[] = "0123456789abcdef";
    struct digest_text t = {.text = "sha256:"};

    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        t.text[7 + 2 * i] = digits[d->bytes[i] >> 4];
        t.text[8 + 2 * i] = digits[d->bytes[i] & 15];
    }
    t.text[7 + DIGEST_HEX] = '\0';
    return t;
}

bool digest_equal(const struct digest *a, const struct digest *b)
{
    return memcmp(a->bytes, b->bytes, DIGEST_SIZE) == 0;
}

static unsigned char hex_value(char c)
{
    return (unsigned char)(c <= '9' ? c - '0' : c - 'a' + 10);
}

bool digest_parse(struct span text, struct digest *ret, struct error *err)
{
    struct span hex = text;

    if (!span_eat(&hex, "sha256:")) {
        if (span_starts_with(text, "sha512:") || span_starts_with(text, "sha384:"))
            return error_set(err, ERROR_CONFIGURATION, "digest algorithm of '%s' is not supported",
                             quote_bytes(text.data, text.len).text);
        return error_set(err, ERROR_MALFORMED, "'%s' is not a digest",
                         quote_bytes(text.data, text.len).text);
    }
    if (!span_is_hex(hex, DIGEST_HEX))
        return error_set(err, ERROR_MALFORMED, "'%s' is not a sha256 digest",
                         quote_bytes(text.data, text.len).text);
    for (size_t i = 0; i < DIGEST_SIZE; i++)
        ret->bytes[i] =
            (unsigned char)(hex_value(hex.data[2 * i]) << 4 | hex_value(hex.data[2 * i + 1]));
    return true;
}
