/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docker's json-file logs: {"log":"...\n","stream":"stdout","time":"2024-05-01T10:00:00.5Z"}.
 * A line of more than 16 KiB lies in several records, of which only the last has its LF.
 */
#include "json_text.h"
#include "records.h"
#include "timestamp.h"

#define START "{\"log\":\""

static bool is_record(struct span text)
{
    return span_starts_with(text, START);
}

static bool read_record(struct records *records, const struct log_line *record)
{
    struct log_line line = *record;
    struct span rest = record->text;
    struct json_text text = {0};

    if (!span_eat(&rest, START))
        return false;
    strbuf_clear(&records->text);
    rest = json_text_decode(&text, rest, &records->text);

    bool is_stderr = span_starts_with(rest, ",\"stream\":\"stderr\"");

    if (json_text_find(&rest, "time"))
        timestamp_length(rest, &line.time);
    joined_add(&records->streams[is_stderr], &line, strbuf_span(&records->text));
    return true;
}

const struct record_form record_docker_json = {.name = "docker json-file",

                                               .is_record = is_record,
                                               .read = read_record};
