/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes as a document that is to be stored, and as a raw log. */
#include <stdint.h>
#include <stdlib.h>

#include "json_in.h"
#include "object_store.h"
#include "place.h"
#include "raw_log.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_file(const struct object_file *file, struct strbuf *out)
{
    CLEANUP(cleanup_stream)
    struct stream *in = stream_of_file_part(file->fd, 0, file->size, "file");
    struct error err = {0};

    if (!stream_read_all(in, out, "file", &err))
        abort();
}

/* A key that place_document makes is one, and its log's document is JSON. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *document = json_in_parse(bytes, "fuzz", &err);
    CLEANUP(cleanup_json) json_t *wrapped = NULL;
    CLEANUP(cleanup_stream) struct stream *log = stream_of_span(bytes);
    STRBUF_AUTO(body, LIMIT_DOCUMENT);
    PLACE_AUTO(place);
    struct object_file file;
    size_t masked;

    if (document && place_document(&place, document, &err) &&
        !object_key_is_valid(strbuf_span(&place.key)))
        abort();
    err = (struct error){0};
    object_file_begin(&file, "/");
    if (raw_log_write(&file, log, true, &masked, &err)) {
        read_file(&file, &body);
        wrapped = json_in_parse(strbuf_span(&body), "fuzz", &err);
        if (!wrapped)
            abort();
    }
    object_file_release(&file);
    return 0;
}
