/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of record forms, and what is common to them. */
#include "records.h"

#include "limits.h"
#include "prefixes.h"

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

    if (!records->nested && records->looked_at < RECORDS_LOOKED_AT &&
        record_rawjson.is_record(line->text)) {
        records->nested = true;
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

/* BuildKit's records behind what a shipper puts before each line. */
static bool read_behind_prefix(struct records *records, const struct log_line *line)
{
    struct log_line bare = *line;

    bare.text = span_skip(line->text, prefixes_length(line->text));
    if (!records->behind && record_rawjson.is_record(bare.text)) {
        records->behind = true;
        line_reader_set_longest(records->reader, LIMIT_LOG_RECORD);
    }
    return records->behind && record_rawjson.read(records, &bare);
}

void records_line(struct records *records, const struct log_line *line)
{
    bool looks = records->looked_at < RECORDS_LOOKED_AT;

    if ((!records->form || records->form->first) && looks)
        look_at(records, line->text);
    if (records->form && records->form->read(records, line))
        return;
    if ((records->behind || (!records->form && looks && span_contains(line->text, "\"sha256:"))) &&
        read_behind_prefix(records, line))
        return;
    hand_on(records, line);
}

void records_finish(struct records *records)
{
    for (size_t i = 0; i < 2; i++)
        joined_finish(&records->streams[i]);
    rawjson_finish(records->rawjson);
}
