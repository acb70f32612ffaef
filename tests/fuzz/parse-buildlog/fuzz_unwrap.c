/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of any kind as records of shippers and as lines with prefixes: the lines are the same
 * wherever the bytes are cut into pieces, and what is split off stood before the text.
 */
#include <stdlib.h>

#include "limits.h"
#include "prefixes.h"
#include "records.h"

#define MOST (64 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct gathered {
    struct strbuf out;
    struct prefixes prefixes;
    struct line_reader reader;
    struct records records;
};

static void gather(void *context, const struct log_line *given)
{
    struct gathered *gathered = context;
    struct log_line line = *given;
    struct span whole = given->text;

    if (line.number < 1 || line.number > gathered->reader.number || whole.len > LIMIT_LOG_LINE)
        abort();
    if (span_find_byte(whole, '\n') < whole.len)
        abort();
    prefixes_split(&gathered->prefixes, &line);
    if (line.text.len && line.text.data + line.text.len != whole.data + whole.len)
        abort();
    strbuf_addf(&gathered->out, "%llu@%llu:%lld:", (unsigned long long)line.number,
                (unsigned long long)line.offset, (long long)line.time);
    strbuf_add_span(&gathered->out, whole);
    strbuf_add_byte(&gathered->out, '\n');
}

static void physical_line(void *context, const struct log_line *line)
{
    struct gathered *gathered = context;

    records_line(&gathered->records, line);
}

static void unwrap(struct span log, size_t piece, struct gathered *gathered)
{
    *gathered = (struct gathered){0};
    strbuf_init(&gathered->out, 64 * MIB);
    line_reader_init(&gathered->reader, physical_line, gathered);
    gathered->reader.kept_start = prefixes_length;
    records_init(&gathered->records, &gathered->reader, gather, gathered);
    for (; log.len; log = span_skip(log, piece))
        line_reader_feed(&gathered->reader, span_head(log, piece));
    line_reader_finish(&gathered->reader);
    records_finish(&gathered->records);
    records_release(&gathered->records);
    line_reader_release(&gathered->reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span log = span_of((const char *)data, size);
    struct gathered whole;
    struct gathered cut;

    if (size > MOST)
        return 0;
    unwrap(log, MOST + 1, &whole);
    unwrap(log, 1 + size % 13, &cut);
    if (!span_equal(strbuf_span(&whole.out), strbuf_span(&cut.out)))
        abort();
    strbuf_release(&whole.out);
    strbuf_release(&cut.out);
    return 0;
}
