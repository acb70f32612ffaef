/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON to the outside, written as it is said: begin, members, end.  No tree is
 * built, so a document's size costs no memory.
 *
 *     json_out_object(w);
 *     json_out_key(w, "name");
 *     json_out_string(w, name);
 *     json_out_end(w);
 *
 * The writer keeps a buffer of its own and passes it on to the sink when it is
 * full and at json_out_finish.  A failure of the sink is sticky; the rest is
 * dropped, and json_out_finish tells.  Strings from outside may be any bytes:
 * they are made valid UTF-8 without U+0000 (text_append_utf8).  Misuse (an end
 * too many, a value without a key) is an assertion, as it is our own fault.
 */
#ifndef JSON_OUT_H
#define JSON_OUT_H

#include <jansson.h>
#include <stdint.h>

#include "error.h"
#include "span.h"
#include "strbuf.h"

typedef bool json_out_sink(void *context, struct span bytes, struct error *err);

struct json_out {
    struct strbuf buf;
    json_out_sink *sink; /* NULL: everything stays in buf */
    void *context;
    bool pretty;
    int depth;
    bool has_members[LIMIT_JSON_DEPTH + 1];
    char closers[LIMIT_JSON_DEPTH + 1];
    bool after_key;
    struct error failure;
};

/* Writes to sink(context, ...). With pretty, two blanks a level and a line a member. */
void json_out_init(struct json_out *w, json_out_sink *sink, void *context, bool pretty);
/* Keeps all in w->buf, at most ceiling bytes: read it with strbuf_span(&w->buf). */
void json_out_init_buffer(struct json_out *w, size_t ceiling);
void json_out_release(struct json_out *w);
#define JSON_OUT_AUTO(name) __attribute__((cleanup(json_out_release))) struct json_out name = {0}

void json_out_object(struct json_out *w);
void json_out_array(struct json_out *w);
/* Ends the innermost object or array. */
void json_out_end(struct json_out *w);
void json_out_key(struct json_out *w, const char *key);

void json_out_string(struct json_out *w, struct span s);
void json_out_cstring(struct json_out *w, const char *text); /* NULL writes null */
void json_out_int(struct json_out *w, int64_t value);
void json_out_double(struct json_out *w, double value); /* finite; three decimals at most */
void json_out_bool(struct json_out *w, bool value);
void json_out_null(struct json_out *w);
/* A whole tree (borrowed), its numbers unrounded. Member order is that of insertion. */
void json_out_value(struct json_out *w, const json_t *value);
/* A value that a writer without pretty has written: as it stands, where this one is not pretty either. */
void json_out_text(struct json_out *w, struct span json);

/* Key and value in one: the common case. */
void json_out_member(struct json_out *w, const char *key, struct span s);
void json_out_member_cstring(struct json_out *w, const char *key, const char *text);
void json_out_member_int(struct json_out *w, const char *key, int64_t value);
void json_out_member_bool(struct json_out *w, const char *key, bool value);
void json_out_member_null(struct json_out *w, const char *key);
void json_out_member_value(struct json_out *w, const char *key, const json_t *value);

/* Ends the line (one '\n') and flushes: one document is complete. False if the sink failed at any time. */
bool json_out_finish(struct json_out *w, struct error *err) __attribute__((warn_unused_result));

#endif
