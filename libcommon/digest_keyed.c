/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests that are made of a whole at once: MD5 for S3, and one with a key. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

#include "base64.h"
#include "digest.h"
#include "xalloc.h"

#define MD5_SIZE 16

struct md5_text md5_of(struct span bytes)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char raw[MD5_SIZE];
    struct md5_text text = {0};

    STRBUF_AUTO(base64, sizeof text.base64 - 1);
    /* A machine whose OpenSSL has none (FIPS) can send nothing that is checked on its way. */
    if (EVP_Digest(bytes.data, bytes.len, raw, NULL, EVP_md5(), NULL) != 1)
        out_of_memory();
    for (size_t i = 0; i < MD5_SIZE; i++) {
        text.hex[2 * i] = digits[raw[i] >> 4];
        text.hex[2 * i + 1] = digits[raw[i] & 15];
    }
    base64_encode(span_of((const char *)raw, sizeof raw), &base64);
    memcpy(text.base64, base64.data, base64.len);
    return text;
}

struct digest digest_sign(struct span key, const struct digest *digest)
{
    struct digest signed_one = {.algorithm = DIGEST_SHA256};

    if (!HMAC(EVP_sha256(), key.data, (int)key.len, digest->bytes, DIGEST_SIZE, signed_one.bytes,
              NULL))
        out_of_memory();
    return signed_one;
}
