/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "s3_refusal.h"

/* Between the tags, of the first element of that name. */
static struct span text_of(struct span body, const char *start, const char *end)
{
    struct span text = span_skip(body, span_find(body, start));

    if (!span_eat(&text, start) || !span_contains(text, end))
        return span_of(NULL, 0);
    return span_trim(span_head(text, span_find(text, end)));
}

struct s3_refusal s3_refusal_read(struct span body)
{
    return (struct s3_refusal){.code = text_of(body, "<Code>", "</Code>"),
                               .message = text_of(body, "<Message>", "</Message>")};
}

/* Codes that tell more than their status. */
static const struct {
    const char *code;
    enum error_kind kind;
} codes[] = {
    {"BadDigest", ERROR_TRY_AGAIN}, /* what came is not what was sent */
    {"IncompleteBody", ERROR_TRY_AGAIN},
    {"InternalError", ERROR_TRY_AGAIN},
    {"OperationAborted", ERROR_TRY_AGAIN},
    {"RequestTimeout", ERROR_TRY_AGAIN},
    {"ServiceUnavailable", ERROR_TRY_AGAIN},
    {"SlowDown", ERROR_TRY_AGAIN},
    {"XAmzContentSHA256Mismatch", ERROR_TRY_AGAIN},
    {"AuthorizationHeaderMalformed", ERROR_CONFIGURATION}, /* mostly another region */
    {"InvalidBucketName", ERROR_CONFIGURATION},
    {"NoSuchBucket", ERROR_CONFIGURATION},
    {"QuotaExceeded", ERROR_CONFIGURATION}, /* 403 of Ceph: no other key of access would help */
    {"ExpiredToken", ERROR_PERMISSION},
    {"InvalidToken", ERROR_PERMISSION},
};

enum error_kind s3_refusal_kind(long status, struct span code)
{
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (span_equal_string(code, codes[i].code))
            return codes[i].kind;
    if (status == 401 || status == 403)
        return ERROR_PERMISSION;
    if (status == 408 || status == 429 || status >= 500)
        return ERROR_TRY_AGAIN;
    /* Redirects are not followed, as the secret would go along. */
    return status >= 300 && status < 400 ? ERROR_CONFIGURATION : ERROR_MALFORMED;
}
