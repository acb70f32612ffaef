/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What collectors of logs write, one object a line, with the line of the log in one of its members and its time in
 * another:
 *
 *     {"labels":{...},"line":"text","timestamp":"2024-05-01T10:00:00.5Z"}    Loki (logcli --output=jsonl, Grafana)
 *     {"time":"...","stream":"stdout","log":"text\n"}, {"date":1.5,"log":"text"}   Fluentd, Fluent Bit
 *     {"timestamp":"...","severity":"INFO","textPayload":"text"}             Google Cloud Logging
 *     {"timestamp":1714557600000,"message":"text\n"}                         CloudWatch, Vector, Elastic
 *     {"__REALTIME_TIMESTAMP":"1714557600000000","MESSAGE":"text"}           journalctl -o json; a text with escapes is
 *                                                                            an array of its bytes
 *     {"level":"info","ts":1714557600.5,"msg":"text"}                        a program in Go that runs the build
 *
 * Programs log such objects, too, while they are tested: but for Loki's, a log is of records only if its first line is one. An
 * object that tells of an error in a member of its own is handed on as it is.  Of times those with a date are read,
 * and no numbers: steps have no seconds then.
 */
#include "json_text.h"
#include "records.h"
#include "timestamp.h"

/* The members of one object that are asked for; those that it has not are empty. */
struct members {
    struct span message; /* from behind its quote */
    struct span bytes;   /* in its place: from behind the bracket of an array of numbers */
    struct span time;    /* from behind its quote; of a number, nothing */
    unsigned rank;       /* of the message's name, from 1; 0: there is none */
    bool timed;
    bool loki;
    bool of_line; /* the message is "line" */
    bool error;
};

static bool is_one_of(struct span name, const char *const *names, unsigned *ret_rank)
{
    for (unsigned i = 0; names[i]; i++) {
        if (span_equal_string(name, names[i])) {
            *ret_rank = i + 1;
            return true;
        }
    }
    return false;
}

/* journalctl's: an array where the line has escapes, null where it is too long. */
static void take_bytes(struct members *members, struct span value)
{
    members->rank = 1;
    members->bytes = value;
    if (!span_eat(&members->bytes, "["))
        members->bytes.len = 0;
}

static void take(struct members *members, const struct json_member *member)
{
    /* The first that an object has is its message: beside one of these the others are of the program that logs. */
    static const char *const messages[] = {"message", "msg", "MESSAGE", "textPayload",
                                           "log",     "out", "line",    NULL};
    static const char *const times[] = {
        "timestamp", "time", "@timestamp", "ts", "date", "receiveTimestamp", "__REALTIME_TIMESTAMP",
        NULL};
    static const char *const errors[] = {"error",     "err",      "errors", "stack", "stack_trace",
                                         "exception", "exc_info", "code",   NULL};
    unsigned rank;

    if (member->is_string && is_one_of(member->name, messages, &rank)) {
        if (members->rank == 0 || rank < members->rank) {
            members->message = member->value;
            members->rank = rank;
            members->of_line = span_equal_string(member->name, "line");
        }
    } else if (span_equal_string(member->name, "MESSAGE")) {
        take_bytes(members, member->value);
    } else if (is_one_of(member->name, times, &rank)) {
        members->timed = true;
        if (member->is_string && members->time.len == 0)
            members->time = member->value;
    } else if (span_equal_string(member->name, "labels")) {
        members->loki = true;
    } else if (is_one_of(member->name, errors, &rank)) {
        members->error = members->error || !json_text_is_empty(member);
    }
}

/* "27,91,51,49,109]" */
static void add_bytes(struct strbuf *out, struct span numbers)
{
    unsigned value = 0;

    for (size_t i = 0; i < numbers.len && numbers.data[i] != ']'; i++) {
        char c = numbers.data[i];

        if (c >= '0' && c <= '9')
            value = (value * 10 + (unsigned)(c - '0')) & 0xff;
        if (i + 1 < numbers.len && (numbers.data[i + 1] == ',' || numbers.data[i + 1] == ']')) {
            strbuf_add_byte(out, (char)value);
            value = 0;
        }
    }
}

/* False: it is no object of a log. */
static bool read_members(struct span text, struct members *ret)
{
    struct span rest = span_trim(text);
    struct json_member member;

    *ret = (struct members){0};
    if (!span_eat(&rest, "{"))
        return false;
    while (json_text_member(&rest, &member))
        take(ret, &member);
    return ret->rank && !ret->error && (ret->timed || (ret->loki && ret->of_line));
}

static bool is_record(struct span text)
{
    struct members members;

    return read_members(text, &members);
}

static bool is_loki(struct span text)
{
    struct members members;

    return read_members(text, &members) && members.loki && members.of_line;
}

static bool read_record(struct records *records, const struct log_line *record)
{
    struct log_line line = *record;
    struct json_text text = {0};
    struct members members;

    if (!read_members(record->text, &members))
        return false;
    strbuf_clear(&records->text);
    json_text_decode(&text, members.message, &records->text);
    add_bytes(&records->text, members.bytes);
    if (!span_ends_with(strbuf_span(&records->text), "\n"))
        strbuf_add_byte(&records->text, '\n');
    timestamp_length(members.time, &line.time);
    joined_add(&records->streams[0], &line, strbuf_span(&records->text));
    return true;
}

const struct record_form record_loki = {.name = "Loki", .is_record = is_loki, .read = read_record};

const struct record_form record_json_lines = {.name = "lines of JSON",
                                              .is_record = is_record,
                                              .read = read_record,
                                              .first = true};
