/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read for S3: a refusal, a file of keys, a query, the name of a place; each of the same bytes. */
#include <stdint.h>
#include <stdlib.h>

#include "s3_keys.h"
#include "s3_place.h"
#include "s3_query.h"
#include "s3_refusal.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_place(const char *text)
{
    struct s3_place place = {.authorities = {.data = strbuf_empty}};
    struct error err = {0};

    if (s3_place_parse(text, &place, &err) && place.prefix[0] &&
        !object_key_is_valid(span_head(span_string(place.prefix), strlen(place.prefix) - 1)))
        abort();
    s3_place_release(&place);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);
    CLEANUP(cleanup_free) char *text = xmemdup0(data, size);
    struct s3_refusal why = s3_refusal_read(bytes);
    S3_KEYS_AUTO(keys);

    STRBUF_AUTO(sorted, 64 * KIB);
    if (why.code.len > size || s3_refusal_kind(0, why.code) == ERROR_NONE)
        abort();
    (void)s3_keys_parse(bytes, "default", &keys);
    s3_query_sort(bytes, &sorted);
    check_place(text);
    return 0;
}
