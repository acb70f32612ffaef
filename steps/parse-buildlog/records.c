/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of record forms, and what is common to them. */
#include "records.h"

#include "limits.h"

/* What stands before a record is no longer: a job's and a step's name and a time. */
#define PREFIX_MOST 256

static const struct record_form *const forms[] = {&record_rawjson,    &record_docker_json,
                                                  &record_loki,       &record_cri,
                                                  &record_json_lines, NULL};

static void hand_on(const struct records *records, const struct log_line *line)
{
    struct log_line plain = *line;

    plain.cut = plain.cut || plain.text.len > LIMIT_LOG_LINE;
    plain.text = span_head(plain.text, LIMIT_LOG_LINE);
    records->handler(records->context, &plain);
}

/* A line that a shipper's record held: BuildKit's own records may be shipped, too. */
static void shipped_line(void *context, const struct log_line *line)
{
    struct records *records = context;

    if (!records->nested && record_rawjson.is_record(line->text)) {
        records->nested = true;
        line_reader_set_longest(records->reader, 2 * LIMIT_LOG_RECORD);
        for (size_t i = 0; i < 2; i++)
            line_reader_set_longest(&records->streams[i].reader, LIMIT_LOG_RECORD);
    }
    if (!records->nested || !record_rawjson.read(records, line))
        hand_on(records, line);
}

void records_init(struct records *records, struct line_reader *reader, line_handler *handler,
                  void *context)
{
    *records = (struct records){.handler = handler, .context = context, .reader = reader};
    strbuf_init(&records->text, LIMIT_LOG_RECORD);
    for (size_t i = 0; i < 2; i++)
        joined_init(&records->streams[i], shipped_line, records);
}

void records_release(struct records *records)
{
    for (size_t i = 0; i < 2; i++)
        joined_release(&records->streams[i]);
    rawjson_free(records->rawjson);
    strbuf_release(&records->text);
}

static void look_at(struct records *records, struct span text)
{
    records->looked_at += span_trim(text).len != 0;
    for (const struct record_form *const *form = forms; *form; form++) {
        if (((*form)->first && records->looked_at > 1) || !(*form)->is_record(text))
            continue;
        records->form = *form;
        if ((*form)->large)
            line_reader_set_longest(records->reader, LIMIT_LOG_RECORD);
        return;
    }
}

bool records_are_none(const struct records *records)
{
    return !records->form && !records->behind && records->looked_at >= RECORDS_LOOKED_AT;
}

/* Where one of BuildKit's records begins, behind whatever a shipper puts before it; or the text's length. */
static size_t find_rawjson(struct span text)
{
    struct span head = span_head(text, PREFIX_MOST);
    size_t n = span_find_byte(head, '{');

    while (n < head.len && !record_rawjson.is_record(span_skip(text, n)))
        n += 1 + span_find_byte(span_skip(head, n + 1), '{');
    return n < head.len ? n : text.len;
}

static bool read_behind_prefix(struct records *records, const struct log_line *line)
{
    struct log_line bare = *line;
    size_t n = find_rawjson(line->text);

    if (n == line->text.len)
        return false;
    if (!records->behind) {
        records->behind = true;
        line_reader_set_longest(records->reader, LIMIT_LOG_RECORD);
    }
    bare.text = span_skip(line->text, n);
    return record_rawjson.read(records, &bare);
}

void records_line(struct records *records, const struct log_line *line)
{
    if ((!records->form || records->form->first) && records->looked_at < RECORDS_LOOKED_AT)
        look_at(records, line->text);
    if (records->form && records->form->read(records, line))
        return;
    if (!records->form && read_behind_prefix(records, line))
        return;
    hand_on(records, line);
}

void records_finish(struct records *records)
{
    for (size_t i = 0; i < 2; i++)
        joined_finish(&records->streams[i]);
    rawjson_finish(records->rawjson);
}
