/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loki's lines, as `logcli query --output=jsonl` and Grafana write them, one object a line:
 * {"labels":{...},"line":"...","timestamp":"2024-05-01T10:00:00.5Z"}.
 */
#include "json_text.h"
#include "records.h"
#include "timestamp.h"

static bool is_record(struct span text)
{
    struct span line = text;
    struct span time = text;

    return span_starts_with(text, "{") && json_text_find(&line, "line") &&
           (json_text_find(&time, "timestamp") || span_contains(text, "\"labels\":"));
}

static bool read_record(struct records *records, const struct log_line *record)
{
    struct log_line line = *record;
    struct span rest = record->text;
    struct json_text text = {0};

    if (!span_starts_with(rest, "{") || !json_text_find(&rest, "line"))
        return false;
    strbuf_clear(&records->text);
    json_text_decode(&text, rest, &records->text);
    if (!span_ends_with(strbuf_span(&records->text), "\n"))
        strbuf_add_byte(&records->text, '\n');
    rest = record->text;
    if (json_text_find(&rest, "timestamp"))
        timestamp_length(rest, &line.time);
    joined_add(&records->streams[0], &line, strbuf_span(&records->text));
    return true;
}

const struct record_form record_loki = {.name = "Loki",

                                        .is_record = is_record,
                                        .read = read_record};
