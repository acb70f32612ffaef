/* SPDX-License-Identifier: GPL-3.0-or-later */
/* MD5 for S3, and a digest with a key. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

#include "base64.h"
#include "digest.h"
#include "xalloc.h"

#define MD5_SIZE 16

struct md5_hash {
    EVP_MD_CTX *context;
};

/* A machine whose OpenSSL has none (FIPS) can send nothing that is checked on its way. */
struct md5_hash *md5_new(void)
{
    struct md5_hash *h = xcalloc(1, sizeof *h);

    h->context = EVP_MD_CTX_new();
    if (!h->context || EVP_DigestInit_ex(h->context, EVP_md5(), NULL) != 1)
        out_of_memory();
    return h;
}

void md5_add(struct md5_hash *h, struct span bytes)
{
    if (EVP_DigestUpdate(h->context, bytes.data, bytes.len) != 1)
        out_of_memory();
}

void md5_free(struct md5_hash *h)
{
    if (!h)
        return;
    EVP_MD_CTX_free(h->context);
    free(h);
}

static struct md5_text format(const unsigned char *raw)
{
    static const char digits[] = "0123456789abcdef";
    struct md5_text text = {0};

    STRBUF_AUTO(base64, sizeof text.base64 - 1);
    for (size_t i = 0; i < MD5_SIZE; i++) {
        text.hex[2 * i] = digits[raw[i] >> 4];
        text.hex[2 * i + 1] = digits[raw[i] & 15];
    }
    base64_encode(span_of((const char *)raw, MD5_SIZE), &base64);
    memcpy(text.base64, base64.data, base64.len);
    return text;
}

struct md5_text md5_finish(struct md5_hash *h)
{
    unsigned char raw[MD5_SIZE];

    if (EVP_DigestFinal_ex(h->context, raw, NULL) != 1)
        out_of_memory();
    md5_free(h);
    return format(raw);
}

struct md5_text md5_of(struct span bytes)
{
    struct md5_hash *h = md5_new();

    md5_add(h, bytes);
    return md5_finish(h);
}

struct digest digest_sign(struct span key, const struct digest *digest)
{
    struct digest signed_one = {.algorithm = DIGEST_SHA256};

    if (!HMAC(EVP_sha256(), key.data, (int)key.len, digest->bytes, DIGEST_SIZE, signed_one.bytes,
              NULL))
        out_of_memory();
    return signed_one;
}

void digest_prepare(void)
{
    const struct digest any = {0};

    (void)digest_sign(span_of("", 0), &any);
}
