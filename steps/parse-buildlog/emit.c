/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emit.h"

#include <stdlib.h>

#include "json_in.h"
#include "output.h"
#include "redact.h"
#include "report.h"
#include "xalloc.h"

/* A page has an outcome, one excerpt and a few names. */
#define LONGEST_PAGE (1 * MIB)

/* The names under which thoth-buildlog-parser and its graph sync have them. */
static json_t *arguments_of(const struct analysis *a, const struct emit *emit)
{
    json_t *arguments = json_new_object();
    json_t *program = json_new_object();
    json_t *parse = json_new_object();
    STRBUF_AUTO(input, LIMIT_LOG_TEXT);

    redact_append(&input, span_string(emit->input));
    json_put_bool(program, "verbose", emit->verbose);
    json_put_string(parse, "input", strbuf_span(&input));
    if (a->given != OUTCOME_UNKNOWN)
        json_put_string(parse, "outcome", span_string(outcome_name(a->given)));
    json_put_take(arguments, "thoth-buildlog-parser", program);
    json_put_take(arguments, "parse", parse);
    return arguments;
}

static bool make_id(const struct analysis *a, const struct emit *emit, struct document_id *ret,
                    struct error *err)
{
    struct digest identity = identity_of(a, &emit->identity);

    return document_make_id(ret, emit->document_id, "buildlog-parser", a->started,
                            span_string(DIGEST_HEX_TEXT(&identity)), err);
}

static bool write_document(const struct analysis *a, struct emit *emit, struct error *err)
{
    CLEANUP(cleanup_json) json_t *arguments = arguments_of(a, emit);
    struct document_id id;
    JSON_OUT_AUTO(w);
    const struct document document = {.analyzer = "parse-buildlog",
                                      .kind = "build-log-analysis",
                                      .version = "1.1",
                                      .id = id.text,
                                      .arguments = arguments,
                                      .started = emit->started};

    json_out_init(&w, output_sink, &emit->out, emit->pretty);
    if (!make_id(a, emit, &id, err))
        return false;
    document_begin(&w, &document);
    report_json(a, &w);
    return document_end(&w, err);
}

bool emit_open(struct emit *emit, struct error *err)
{
    document_prepare();
    json_prepare();
    return output_open(&emit->out, emit->path, err);
}

bool emit_analysis(const struct analysis *a, struct emit *emit, struct error *err)
{
    STRBUF_AUTO(page, LONGEST_PAGE);

    if (emit->format == EMIT_JSON)
        return write_document(a, emit, err);
    if (emit->format == EMIT_GITHUB)
        report_github(a, emit->input, &page);
    else
        report_text(a, emit->colour, &page);
    if (emit->explain)
        report_explain(a, emit->colour, &page);
    return output_write(&emit->out, strbuf_span(&page), err);
}
