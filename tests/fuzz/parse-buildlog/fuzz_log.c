/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes give a result, the same wherever they are cut into pieces, and a
 * failure is at a line that is there.
 */
#include <stdlib.h>

#include "json_in.h"
#include "report.h"

#define MOST (256 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct rules *built_in(void)
{
    static struct rules *rules;
    struct error err = {0};

    if (!rules)
        rules = rules_load(&err);
    if (!rules)
        abort();
    return rules;
}

/* The result as JSON, of the log in pieces of this size. */
static void analyse(struct span log, size_t piece, struct json_out *w)
{
    CLEANUP(cleanup_analysis)
    struct analysis *a = analysis_new(built_in(), (enum outcome)(log.len % 3));
    STRBUF_AUTO(page, MIB);

    for (; log.len; log = span_skip(log, piece))
        analysis_feed(a, span_head(log, piece));
    analysis_finish(a);
    if (a->failure && (a->failure->line < 1 || a->failure->line > a->lines))
        abort();
    json_out_object(w);
    report_json(a, w);
    json_out_end(w);
    report_text(a, true, &page);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span log = span_of((const char *)data, size);
    struct error err = {0};
    JSON_OUT_AUTO(whole);
    JSON_OUT_AUTO(cut);

    if (size > MOST)
        return 0;
    json_out_init_buffer(&whole, 64 * MIB);
    json_out_init_buffer(&cut, 64 * MIB);
    analyse(log, MOST + 1, &whole);
    analyse(log, 1 + size % 13, &cut);
    if (!span_equal(strbuf_span(&whole.buf), strbuf_span(&cut.buf)))
        abort();

    CLEANUP(cleanup_json)
    json_t *result = json_in_parse(strbuf_span(&whole.buf), "the result", &err);
    if (!result)
        abort();
    return 0;
}
