/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_out.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* Passed on to the sink when the buffer holds this much. */
#define FLUSH_AT (64 * KIB)
/* A single string may overshoot; documents are bounded by their writers. */
#define BUFFER_CEILING LIMIT_DOCUMENT

void json_out_init(struct json_out *w, json_out_sink *sink, void *context, bool pretty)
{
    *w = (struct json_out){.sink = sink, .context = context, .pretty = pretty};
    strbuf_init(&w->buf, BUFFER_CEILING);
}

void json_out_init_buffer(struct json_out *w, size_t ceiling)
{
    *w = (struct json_out){0};
    strbuf_init(&w->buf, ceiling);
}

void json_out_release(struct json_out *w)
{
    strbuf_release(&w->buf);
}

static void flush(struct json_out *w)
{
    if (!w->sink || !w->buf.len)
        return;
    if (!error_is_set(&w->failure))
        w->sink(w->context, strbuf_span(&w->buf), &w->failure);
    strbuf_clear(&w->buf);
}

static void new_line(struct json_out *w)
{
    strbuf_add_byte(&w->buf, '\n');
    for (int i = 0; i < w->depth; i++)
        strbuf_add(&w->buf, "  ", 2);
}

/* What stands between the value before and the one that comes. */
static void separate(struct json_out *w)
{
    if (w->after_key) {
        w->after_key = false;
        return;
    }
    assert(w->depth == 0 || w->closers[w->depth] == ']');
    if (w->has_members[w->depth])
        strbuf_add_byte(&w->buf, ',');
    if (w->pretty && w->depth)
        new_line(w);
    w->has_members[w->depth] = true;
}

static void open_level(struct json_out *w, char opener, char closer)
{
    separate(w);
    assert(w->depth < LIMIT_JSON_DEPTH);
    strbuf_add_byte(&w->buf, opener);
    w->depth++;
    w->closers[w->depth] = closer;
    w->has_members[w->depth] = false;
}

void json_out_object(struct json_out *w)
{
    open_level(w, '{', '}');
}

void json_out_array(struct json_out *w)
{
    open_level(w, '[', ']');
}

void json_out_end(struct json_out *w)
{
    bool had_members = w->has_members[w->depth];
    char closer = w->closers[w->depth];

    assert(w->depth > 0 && !w->after_key);
    w->depth--;
    if (w->pretty && had_members)
        new_line(w);
    strbuf_add_byte(&w->buf, closer);
    if (w->buf.len > FLUSH_AT)
        flush(w);
}

static void add_escaped(struct strbuf *buf, struct span s)
{
    size_t start = 0;

    strbuf_add_byte(buf, '"');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        strbuf_add_span(buf, span_head(span_skip(s, start), i - start));
        start = i + 1;
        if (c == '"' || c == '\\') {
            strbuf_add_byte(buf, '\\');
            strbuf_add_byte(buf, (char)c);
        } else if (c == '\n') {
            strbuf_add(buf, "\\n", 2);
        } else if (c == '\t') {
            strbuf_add(buf, "\\t", 2);
        } else {
            strbuf_addf(buf, "\\u%04x", c);
        }
    }
    strbuf_add_span(buf, span_skip(s, start));
    strbuf_add_byte(buf, '"');
}

/* One bit in each byte of a word. */
#define ONES UINT64_C(0x0101010101010101)
#define TOPS (ONES << 7)

/* Eight bytes of which the top bit is set where a byte is below n, which is at most 128; or beyond 127. */
static uint64_t below_or_high(uint64_t word, uint64_t n)
{
    return (word - ONES * n) | word;
}

/* Eight bytes at once: with a byte that is equal the difference is 0, which is below 1. */
static bool are_plain(uint64_t word)
{
    return !((below_or_high(word, 0x20) | below_or_high(word ^ ONES * '"', 1) |
              below_or_high(word ^ ONES * '\\', 1)) &
             TOPS);
}

/* All ASCII, and nothing to escape: nearly every string is. Of the last word some bytes are looked at again, or are blanks. */
static bool is_plain(struct span s)
{
    uint64_t word = ONES * ' ';

    for (size_t i = 0; i + sizeof word <= s.len; i += sizeof word) {
        memcpy(&word, s.data + i, sizeof word);
        if (!are_plain(word))
            return false;
    }
    if (s.len >= sizeof word)
        memcpy(&word, s.data + s.len - sizeof word, sizeof word);
    else if (s.len)
        memcpy(&word, s.data, s.len);
    return are_plain(word);
}

static void add_string(struct json_out *w, struct span s)
{
    if (is_plain(s)) {
        strbuf_add_byte(&w->buf, '"');
        strbuf_add_span(&w->buf, s);
        strbuf_add_byte(&w->buf, '"');
        return;
    }
    STRBUF_AUTO(valid, BUFFER_CEILING);
    text_append_utf8(&valid, s);
    add_escaped(&w->buf, strbuf_span(&valid));
}

void json_out_text(struct json_out *w, struct span json)
{
    assert(!w->pretty);
    separate(w);
    strbuf_add_span(&w->buf, json);
}

void json_out_key(struct json_out *w, const char *key)
{
    assert(w->depth > 0 && w->closers[w->depth] == '}' && !w->after_key);
    if (w->has_members[w->depth])
        strbuf_add_byte(&w->buf, ',');
    w->has_members[w->depth] = true;
    if (w->pretty)
        new_line(w);
    add_string(w, span_string(key));
    strbuf_add_byte(&w->buf, ':');
    if (w->pretty)
        strbuf_add_byte(&w->buf, ' ');
    w->after_key = true;
}

void json_out_string(struct json_out *w, struct span s)
{
    separate(w);
    add_string(w, s);
    if (w->buf.len > FLUSH_AT)
        flush(w);
}

void json_out_cstring(struct json_out *w, const char *text)
{
    if (text)
        json_out_string(w, span_string(text));
    else
        json_out_null(w);
}

void json_out_int(struct json_out *w, int64_t value)
{
    char text[sizeof "-9223372036854775808"];
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    size_t start = sizeof text;

    do {
        text[--start] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        text[--start] = '-';
    separate(w);
    strbuf_add(&w->buf, text + start, sizeof text - start);
}

void json_out_double(struct json_out *w, double value)
{
    char text[400];
    int n = snprintf(text, sizeof text, "%.3f", isfinite(value) ? value : 0.0);

    separate(w);
    while (n > 1 && text[n - 1] == '0' && text[n - 2] != '.')
        n--;
    strbuf_add(&w->buf, text, (size_t)n);
}

void json_out_bool(struct json_out *w, bool value)
{
    separate(w);
    strbuf_add_string(&w->buf, value ? "true" : "false");
}

void json_out_null(struct json_out *w)
{
    separate(w);
    strbuf_add_string(&w->buf, "null");
}

static void write_container(struct json_out *w, const json_t *value)
{
    const char *key;
    json_t *member;
    size_t i;

    if (json_is_object(value)) {
        json_out_object(w);
        void *iter = json_object_iter((json_t *)(uintptr_t)value);
        for (; iter; iter = json_object_iter_next((json_t *)(uintptr_t)value, iter)) {
            key = json_object_iter_key(iter);
            json_out_key(w, key);
            json_out_value(w, json_object_iter_value(iter));
        }
    } else {
        json_out_array(w);
        json_array_foreach (value, i, member)
            json_out_value(w, member);
    }
    json_out_end(w);
}

/* The fewest digits that read back as the same number: somebody else's is not to be rounded. */
static void write_real(struct json_out *w, double value)
{
    char text[40];
    int digits = DBL_DIG;

    do
        snprintf(text, sizeof text, "%.*g", digits, value);
    while (strtod(text, NULL) != value && digits++ < DBL_DECIMAL_DIG);
    separate(w);
    strbuf_add_string(&w->buf, text);
    if (!strpbrk(text, ".e"))
        strbuf_add_string(&w->buf, ".0");
}

void json_out_value(struct json_out *w, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
    case JSON_ARRAY:
        write_container(w, value);
        break;
    case JSON_STRING:
        json_out_string(w, span_of(json_string_value(value), json_string_length(value)));
        break;
    case JSON_INTEGER:
        json_out_int(w, json_integer_value(value));
        break;
    case JSON_REAL:
        write_real(w, json_real_value(value));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        json_out_bool(w, json_is_true(value));
        break;
    case JSON_NULL:
        json_out_null(w);
        break;
    }
}

void json_out_member(struct json_out *w, const char *key, struct span s)
{
    json_out_key(w, key);
    json_out_string(w, s);
}

void json_out_member_cstring(struct json_out *w, const char *key, const char *text)
{
    json_out_key(w, key);
    json_out_cstring(w, text);
}

void json_out_member_int(struct json_out *w, const char *key, int64_t value)
{
    json_out_key(w, key);
    json_out_int(w, value);
}

void json_out_member_bool(struct json_out *w, const char *key, bool value)
{
    json_out_key(w, key);
    json_out_bool(w, value);
}

void json_out_member_null(struct json_out *w, const char *key)
{
    json_out_key(w, key);
    json_out_null(w);
}

void json_out_member_value(struct json_out *w, const char *key, const json_t *value)
{
    json_out_key(w, key);
    json_out_value(w, value);
}

bool json_out_finish(struct json_out *w, struct error *err)
{
    assert(w->depth == 0);
    if (w->sink)
        strbuf_add_byte(&w->buf, '\n');
    flush(w);
    w->has_members[0] = false;
    if (error_is_set(&w->failure))
        return error_set(err, w->failure.kind, "%s", w->failure.message);
    if (strbuf_overflowed(&w->buf))
        return error_set(err, ERROR_MALFORMED, "the document is larger than %zu bytes",
                         w->buf.ceiling);
    return true;
}
