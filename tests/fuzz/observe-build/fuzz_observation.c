/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents one after another, as stdin has them, into an observation and its page. */
#include <stdint.h>
#include <string.h>

#include "html.h"
#include "json_in.h"
#include "json_values.h"
#include "markdown.h"
#include "observation.h"
#include "summary.h"
#include "thoth_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first free input for the document's kind takes it over. */
static void give(struct inputs *in, json_t *document)
{
    static const char *const kinds[INPUT_COUNT] = {
        [INPUT_BASE] = "image-analysis",
        [INPUT_OUTPUT] = "image-analysis",
        [INPUT_LOG] = "build-log-analysis",
        [INPUT_REQUEST] = "build-request",
    };

    for (int i = 0; i < INPUT_COUNT; i++) {
        if (!in->documents[i] && strcmp(kinds[i], document_kind(document)) == 0) {
            in->documents[i] = document;
            return;
        }
    }
    json_decref(document);
}

static void read_documents(struct inputs *in, struct stream *stream)
{
    static const char *const all[] = {"image-analysis", "build-log-analysis", "build-request",
                                      NULL};
    CLEANUP(cleanup_json_values) struct json_values *values = json_values_new(stream, "fuzz");
    struct error end = {0};
    struct span text;

    while (json_values_next(values, &text, &end)) {
        struct error err = {0};
        json_t *document = document_parse(text, "fuzz", NULL, &err);

        if (document && thoth_document_translate(document, &err) &&
            document_check_kind(document, all, &err))
            give(in, document);
        else
            json_decref(document);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(cleanup_stream)
    struct stream *stream = stream_of_span(span_of((const char *)data, size));
    STRBUF_AUTO(page, LIMIT_DOCUMENT);
    INPUTS_AUTO(in);
    const struct build_given given = {.uid = "fuzz"};
    struct document_id id;
    struct error err = {0};

    read_documents(&in, stream);
    CLEANUP(cleanup_json) json_t *result = observation_make(&in, &given, &err);
    if (result) {
        summary_append(&page, result, true);
        html_append(&page, result);
        markdown_append(&page, result);
        observation_make_id(&id, &in, &given, NULL, &err);
    }
    return 0;
}
