/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes as a document that is to be stored, and as a raw log. */
#include <stdint.h>
#include <stdlib.h>

#include "json_in.h"
#include "object_store.h"
#include "place.h"
#include "raw_log.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A key that place_document makes is one, and its log's document is JSON. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *document = json_in_parse(bytes, "fuzz", &err);
    CLEANUP(cleanup_json) json_t *wrapped = NULL;
    STRBUF_AUTO(body, LIMIT_DOCUMENT);
    PLACE_AUTO(place);
    size_t masked;

    if (document && place_document(&place, document, &err) &&
        !object_key_is_valid(strbuf_span(&place.key)))
        abort();
    err = (struct error){0};
    if (raw_log_append(&body, bytes, true, &masked, &err)) {
        wrapped = json_in_parse(strbuf_span(&body), "fuzz", &err);
        if (!wrapped)
            abort();
    }
    return 0;
}
