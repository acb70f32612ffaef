/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BuildKit's --progress=rawjson: a solve status a line, {"vertexes":[...],"statuses":[...],
 * "logs":[...]}, handed on as the lines of its plain progress: "#7 [2/3] RUN make" when a vertex
 * starts, "#7 1.234 text" of what its step prints (base64, in pieces), and "#7 DONE 1.2s", "#7 CACHED"
 * or "#7 ERROR: ..." when it is over.  Vertices are numbered as they come.
 */
#include <stdio.h>
#include <stdlib.h>

#include "json_in.h"
#include "limits.h"
#include "records.h"
#include "timestamp.h"
#include "xalloc.h"

struct vertex {
    char digest[80]; /* "sha256:" and 64 digits; of a longer one the start */
    unsigned number;
    int64_t started;
    bool announced;
    bool over;
    struct joined output;
};

struct rawjson {
    struct vertex items[LIMIT_LOG_TRACKS];
    size_t count;
    unsigned numbers; /* given, in all */
    struct strbuf
        decoded; /* what a step printed; the shipper's record may still be at work on its own text */
    struct records *records;
};

/* ---- vertices ---- */

/* Room for one more: of those that are over, or else of all, the oldest goes. */
static struct vertex *make_room(struct rawjson *all)
{
    struct vertex *vertex = NULL;

    if (all->count < LIMIT_LOG_TRACKS)
        return &all->items[all->count++];
    for (size_t i = 0; i < all->count; i++) {
        struct vertex *other = &all->items[i];

        if (!vertex || (other->over != vertex->over ? other->over : other->number < vertex->number))
            vertex = other;
    }
    joined_finish(&vertex->output);
    joined_release(&vertex->output);
    return vertex;
}

static struct vertex *find_vertex(struct rawjson *all, struct span digest)
{
    struct vertex *vertex;

    digest = span_head(digest, sizeof vertex->digest - 1);
    for (size_t i = 0; i < all->count; i++) {
        if (span_equal_string(digest, all->items[i].digest))
            return &all->items[i];
    }
    vertex = make_room(all);
    *vertex = (struct vertex){.number = ++all->numbers};
    snprintf(vertex->digest, sizeof vertex->digest, "%.*s", SPAN_ARG(digest));
    joined_init(&vertex->output, all->records->handler, all->records->context);
    return vertex;
}

void rawjson_finish(struct rawjson *all)
{
    for (size_t i = 0; all && i < all->count; i++)
        joined_finish(&all->items[i].output);
}

void rawjson_free(struct rawjson *all)
{
    for (size_t i = 0; all && i < all->count; i++)
        joined_release(&all->items[i].output);
    if (all)
        strbuf_release(&all->decoded);
    free(all);
}

/* ---- what the builder says ---- */

static int64_t time_of(const json_t *object, const char *member)
{
    int64_t time = 0;

    timestamp_length(json_in_span_or_empty(object, member), &time);
    return time;
}

/* One line, whatever the text has in it. */
static void say(struct rawjson *all, const struct vertex *vertex, const struct log_line *record,
                int64_t time, struct span text)
{
    STRBUF_AUTO(line_text, LIMIT_LOG_LINE);
    struct log_line line = *record;

    strbuf_addf(&line_text, "#%u ", vertex->number);
    strbuf_add_span(&line_text, span_head(text, span_find_byte(text, '\n')));
    line.text = strbuf_span(&line_text);
    line.time = time;
    all->records->handler(all->records->context, &line);
}

static void say_over(struct rawjson *all, struct vertex *vertex, const json_t *json,
                     const struct log_line *record, int64_t completed)
{
    struct span error = json_in_span_or_empty(json, "error");
    int64_t ms = timestamp_between(vertex->started, completed);
    STRBUF_AUTO(text, LIMIT_LOG_LINE);

    if (span_ends_with(error, "context canceled"))
        strbuf_add_string(&text, "CANCELED");
    else if (error.len)
        strbuf_addf(&text, "ERROR: %.*s", SPAN_ARG(error));
    else if (json_in_bool_or(json, "cached", false))
        strbuf_add_string(&text, "CACHED");
    else if (ms >= 0)
        strbuf_addf(&text, "DONE %lld.%llds", (long long)(ms / 1000), (long long)(ms % 1000 / 100));
    else
        strbuf_add_string(&text, "DONE");
    say(all, vertex, record, completed, strbuf_span(&text));
}

static void begin_vertex(struct rawjson *all, const json_t *json, const struct log_line *record)
{
    struct vertex *vertex = find_vertex(all, json_in_span_or_empty(json, "digest"));
    int64_t started = time_of(json, "started");

    if (started == 0 && time_of(json, "completed") == 0)
        return; /* it is known, and waits for others */
    if (!vertex->announced)
        say(all, vertex, record, started, json_in_span_or_empty(json, "name"));
    vertex->announced = true;
    vertex->started = started;
    vertex->over = false;
}

static void end_vertex(struct rawjson *all, const json_t *json, const struct log_line *record)
{
    struct vertex *vertex;
    int64_t completed = time_of(json, "completed");

    if (completed == 0)
        return;
    vertex = find_vertex(all, json_in_span_or_empty(json, "digest"));
    joined_finish(&vertex->output);
    vertex->over = true;
    say_over(all, vertex, json, record, completed);
}

/* Parts of a vertex' work, as "naming to example.org/image": told when they are done. */
static void read_status(struct rawjson *all, const json_t *json, const struct log_line *record)
{
    int64_t completed = time_of(json, "completed");
    STRBUF_AUTO(text, LIMIT_LOG_LINE);

    if (completed == 0)
        return;
    strbuf_add_span(&text, json_in_span_or_empty(json, "id"));
    strbuf_add_string(&text, " done");
    say(all, find_vertex(all, json_in_span_or_empty(json, "vertex")), record, completed,
        strbuf_span(&text));
}

/* ---- what steps print ---- */

static int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* RFC 4648, 4; ends at what is none of it. */
static void decode_base64(struct span in, struct strbuf *out)
{
    unsigned bits = 0;
    uint32_t value = 0;

    for (size_t i = 0; i < in.len && base64_value(in.data[i]) >= 0; i++) {
        value = value << 6 | (uint32_t)base64_value(in.data[i]);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            strbuf_add_byte(out, (char)(value >> bits & 0xff));
        }
    }
}

/* "#7 1.234 " before each line, as the plain progress has it. */
static void add_output(struct vertex *vertex, const struct log_line *record, struct span bytes)
{
    int64_t ms = timestamp_between(vertex->started, record->time);
    char prefix[48];
    int n = snprintf(prefix, sizeof prefix, "#%u %lld.%03lld ", vertex->number,
                     (long long)(ms < 0 ? 0 : ms / 1000), (long long)(ms < 0 ? 0 : ms % 1000));

    while (bytes.len) {
        struct span part = span_head(bytes, span_find_byte(bytes, '\n') + 1);

        if (!vertex->output.open)
            joined_add(&vertex->output, record, span_of(prefix, (size_t)n));
        joined_add(&vertex->output, record, part);
        bytes = span_skip(bytes, part.len);
    }
}

static void read_log(struct rawjson *all, const json_t *json, const struct log_line *record)
{
    struct strbuf *bytes = &all->decoded;
    struct log_line line = *record;

    line.time = time_of(json, "timestamp");
    strbuf_clear(bytes);
    decode_base64(json_in_span_or_empty(json, "data"), bytes);
    add_output(find_vertex(all, json_in_span_or_empty(json, "vertex")), &line, strbuf_span(bytes));
}

/* ---- records ---- */

static bool is_record(struct span text)
{
    static const char *const starts[] = {"{\"vertexes\":[{", "{\"statuses\":[{", "{\"logs\":[{",
                                         "{\"warnings\":[{", NULL};

    for (const char *const *start = starts; *start; start++) {
        if (span_starts_with(text, *start))
            return span_contains(text, "\"sha256:");
    }
    return false;
}

/* Other programs of the same job print objects, too. */
static bool is_status(const json_t *object)
{
    static const char *const members[] = {"vertexes", "statuses", "logs", "warnings", NULL};

    for (const char *const *member = members; *member; member++) {
        if (json_is_array(json_object_get(object, *member)))
            return true;
    }
    return false;
}

static void read_all(struct rawjson *all, const json_t *items, const struct log_line *record,
                     void (*read)(struct rawjson *, const json_t *, const struct log_line *))
{
    const json_t *item;
    size_t i;

    json_array_foreach (items, i, item)
        read(all, item, record);
}

static bool read_record(struct records *records, const struct log_line *record)
{
    struct error ignored = {0};
    CLEANUP(cleanup_json) json_t *status = NULL;

    if (span_starts_with(record->text, "{"))
        status = json_in_parse_within(record->text, "a status", LIMIT_LOG_TREE, &ignored);
    if (!is_status(status))
        return false;
    if (!records->rawjson) {
        records->rawjson = xcalloc(1, sizeof *records->rawjson);
        records->rawjson->records = records;
        strbuf_init(&records->rawjson->decoded, LIMIT_LOG_RECORD);
    }
    read_all(records->rawjson, json_object_get(status, "vertexes"), record, begin_vertex);
    read_all(records->rawjson, json_object_get(status, "logs"), record, read_log);
    read_all(records->rawjson, json_object_get(status, "statuses"), record, read_status);
    read_all(records->rawjson, json_object_get(status, "vertexes"), record, end_vertex);
    return true;
}

const struct record_form record_rawjson = {.name = "BuildKit rawjson",
                                           .is_record = is_record,
                                           .read = read_record,
                                           .large = true};
