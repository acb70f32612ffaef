/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What collectors of logs write, one object a line, with the line of the log in one of its members and its time in
 * another:
 *
 *     {"labels":{...},"line":"text","timestamp":"2024-05-01T10:00:00.5Z"}    Loki (logcli --output=jsonl, Grafana)
 *     {"time":"...","stream":"stdout","log":"text\n"}                        Fluent Bit, Fluentd
 *     {"timestamp":"...","severity":"INFO","textPayload":"text"}             Google Cloud Logging
 *     {"timestamp":1714557600000,"message":"text\n"}                         CloudWatch, Vector, Elastic
 *     {"__REALTIME_TIMESTAMP":"1714557600000000","MESSAGE":"text"}           journalctl -o json
 *     {"level":"info","ts":1714557600.5,"msg":"text"}                        a program in Go that runs the build
 *
 * A time in seconds or less of them is not read: steps have no seconds then.
 */
#include "json_text.h"
#include "records.h"
#include "timestamp.h"

static const char *const messages[] = {"line",    "log", "textPayload", "message",
                                       "MESSAGE", "msg", "out",         NULL};
static const char *const times[] = {"timestamp",        "time", "@timestamp", "date",
                                    "receiveTimestamp", NULL};
/* Times that are numbers, and what else tells that an object is of a log. */
static const char *const signs[] = {
    "\"timestamp\":", "\"time\":", "\"ts\":", "\"labels\":", "\"__REALTIME_TIMESTAMP\":", NULL};

/* Moves *rest behind the quote that begins the member; false: none of them is there. */
static bool find_one(struct span *rest, const char *const *names)
{
    for (; *names; names++) {
        if (json_text_find(rest, *names))
            return true;
    }
    return false;
}

static bool has_sign(struct span text)
{
    for (const char *const *sign = signs; *sign; sign++) {
        if (span_contains(text, *sign))
            return true;
    }
    return false;
}

static bool is_record(struct span text)
{
    struct span line = text;
    struct span time = text;

    return span_starts_with(text, "{") && find_one(&line, messages) &&
           (has_sign(text) || find_one(&time, times));
}

static bool read_record(struct records *records, const struct log_line *record)
{
    struct log_line line = *record;
    struct span rest = record->text;
    struct json_text text = {0};
    bool is_stderr = span_contains(rest, "\"stream\":\"stderr\"");

    if (!span_starts_with(rest, "{") || !find_one(&rest, messages))
        return false;
    strbuf_clear(&records->text);
    json_text_decode(&text, rest, &records->text);
    if (!span_ends_with(strbuf_span(&records->text), "\n"))
        strbuf_add_byte(&records->text, '\n');
    rest = record->text;
    if (find_one(&rest, times))
        timestamp_length(rest, &line.time);
    joined_add(&records->streams[is_stderr], &line, strbuf_span(&records->text));
    return true;
}

const struct record_form record_json_lines = {.name = "lines of JSON",

                                              .is_record = is_record,
                                              .read = read_record};
