/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emit.h"

#include <stdint.h>
#include <string.h>

#include "html.h"
#include "json_in.h"
#include "markdown.h"
#include "observation.h"
#include "output.h"
#include "summary.h"

/* metadata.arguments: which document stood for what. */
static json_t *arguments(const struct emit *emit, const struct inputs *in)
{
    json_t *all = json_new_object();
    json_t *ours = json_new_object();

    for (int i = 0; i < INPUT_COUNT; i++) {
        const char *name = input_name((enum input)i);

        if (in->documents[i])
            json_put_string(ours, name, span_string(document_id_of(in->documents[i])));
    }
    json_put_take(ours, "given", build_given_arguments(emit->given));
    json_put_take(all, "observe-build", ours);
    return all;
}

static bool write_document(struct json_out *w, const struct document *doc, const json_t *result,
                           struct error *err)
{
    const char *key;
    json_t *value;

    document_begin(w, doc);
    json_object_foreach ((json_t *)(uintptr_t)result, key, value)
        json_out_member_value(w, key, value);
    return document_end(w, err);
}

bool emit_document(const struct emit *emit, const struct inputs *in, const json_t *result,
                   struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(emit, in);
    JSON_OUT_AUTO(w);
    struct document_id id;
    struct document doc = {.analyzer = "observe-build",
                           .kind = "observation",
                           .version = "1.2",
                           .id = id.text,
                           .arguments = args,
                           .started = emit->started};
    struct output out;

    json_out_init(&w, output_sink, &out, emit->pretty);
    if (!observation_make_id(&id, in, emit->given, emit->document_id, err) ||
        !output_open(&out, emit->path, err))
        return false;
    if (write_document(&w, &doc, result, err))
        return output_commit(&out, err);
    output_abort(&out);
    return false;
}

bool emit_page(const struct emit *emit, const json_t *result, const char *format, bool colour,
               struct error *err)
{
    STRBUF_AUTO(page, LIMIT_DOCUMENT);
    struct output out;

    if (strcmp(format, "html") == 0)
        html_append(&page, result);
    else if (strcmp(format, "markdown") == 0)
        markdown_append(&page, result);
    else
        summary_append(&page, result, colour);
    if (!output_open(&out, emit->path, err))
        return false;
    if (output_write(&out, strbuf_span(&page), err))
        return output_commit(&out, err);
    output_abort(&out);
    return false;
}
