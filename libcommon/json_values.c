/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_values.h"

#include <string.h>

#include "xalloc.h"

/* CUT: no JSON any more, up to the next line that begins with '{'. */
enum state { BETWEEN, IN_BRACKETS, IN_STRING, AFTER_BACKSLASH, IN_LINE, CUT };

struct json_values {
    struct stream *in;
    const char *what;
    struct strbuf pending; /* read and not yet handed out and done with */
    size_t at;             /* the first byte of pending that was not looked at */
    size_t start;          /* of the current value */
    size_t depth;
    size_t resume;            /* the first line in the current value that begins with '{', or 0 */
    uint64_t resume_newlines; /* before that line */
    size_t cut_until;         /* what comes before it was part of a value that was cut */
    uint64_t newlines;        /* passed so far */
    uint64_t line;            /* in which the current value starts */
    enum state state;
};

struct json_values *json_values_new(struct stream *in, const char *what)
{
    struct json_values *v = xcalloc(1, sizeof *v);

    v->in = in;
    v->what = what;
    strbuf_init(&v->pending, LIMIT_DOCUMENT);
    return v;
}

void json_values_free(struct json_values *v)
{
    if (!v)
        return;
    strbuf_release(&v->pending);
    free(v);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static enum state start_value(struct json_values *v, char c)
{
    v->start = v->at;
    v->line = v->newlines + 1;
    v->resume = 0;
    if (c != '{' && c != '[')
        return IN_LINE;
    v->depth = 1;
    return IN_BRACKETS;
}

/* JSON escapes a newline in a string: a bare one is where the string was cut. */
static enum state within_string(char c)
{
    return c == '\n' ? CUT : c == '\\' ? AFTER_BACKSLASH : c == '"' ? IN_BRACKETS : IN_STRING;
}

static enum state within_brackets(struct json_values *v, char c)
{
    if (c == '"')
        return IN_STRING;
    if (c == '{' || c == '[')
        v->depth++;
    else if ((c == '}' || c == ']') && --v->depth == 0)
        return BETWEEN;
    return IN_BRACKETS;
}

/* The state after c, which stands at v->at. */
static enum state step(struct json_values *v, char c)
{
    switch (v->state) {
    case BETWEEN:
        return is_blank(c) ? BETWEEN : start_value(v, c);
    case IN_BRACKETS:
        return within_brackets(v, c);
    case IN_STRING:
        return within_string(c);
    case AFTER_BACKSLASH:
        return c == '\n' ? CUT : IN_STRING;
    case IN_LINE:
        return c == '\n' ? BETWEEN : IN_LINE;
    case CUT:
        return CUT;
    }
    return BETWEEN;
}

/* Whether JSON allows a '{' at v->at, which is within a value. */
static bool may_open(const struct json_values *v)
{
    size_t i = v->at;

    do
        i--;
    while (is_blank(v->pending.data[i]));
    return v->pending.data[i] == ':' || v->pending.data[i] == ',' || v->pending.data[i] == '[';
}

/* A line within a value begins with '{': the next document, if the value was cut before it. */
static void meet_line(struct json_values *v)
{
    if (!v->resume) {
        v->resume = v->at;
        v->resume_newlines = v->newlines;
    }
    if (v->at < v->cut_until || !may_open(v))
        v->state = CUT;
}

/* Ends the value that was cut. What it swallowed is looked at once more, and never a third time. */
static void go_back(struct json_values *v)
{
    if (v->cut_until < v->at)
        v->cut_until = v->at;
    v->at = v->resume;
    v->newlines = v->resume_newlines;
    v->state = BETWEEN;
}

/* Looks at what was read until a value ends. */
static bool scan(struct json_values *v)
{
    while (v->at < v->pending.len) {
        enum state before = v->state;
        char c = v->pending.data[v->at];

        if (c == '{' && before != BETWEEN && v->pending.data[v->at - 1] == '\n')
            meet_line(v);
        if (v->state == CUT && v->resume) {
            go_back(v);
            return true;
        }
        v->state = step(v, c);
        v->newlines += c == '\n';
        v->at++;
        if (v->state == BETWEEN && before != BETWEEN)
            return true;
    }
    return false;
}

/* Moves the current value's bytes to the front and reads a piece more; false at the end too. */
static bool read_more(struct json_values *v, struct error *err)
{
    size_t done = v->state == BETWEEN ? v->at : v->start;
    struct span piece;

    if (!stream_next(v->in, &piece, err) || !piece.len)
        return false;
    if (done) {
        memmove(v->pending.data, v->pending.data + done, v->pending.len - done);
        strbuf_truncate(&v->pending, v->pending.len - done);
        v->at -= done;
        v->start = 0;
        v->resume -= v->resume ? done : 0;
        v->cut_until -= v->cut_until < done ? v->cut_until : done;
    }
    strbuf_add_span(&v->pending, piece);
    if (strbuf_overflowed(&v->pending))
        return error_set(err, ERROR_MALFORMED, "a value in %s is larger than %zu bytes", v->what,
                         LIMIT_DOCUMENT);
    return true;
}

static struct span current(const struct json_values *v)
{
    return span_trim(span_of(v->pending.data + v->start, v->at - v->start));
}

bool json_values_next(struct json_values *v, struct span *ret_text, struct error *err)
{
    while (!scan(v)) {
        if (read_more(v, err))
            continue;
        if (error_is_set(err) || v->state == BETWEEN)
            return false;
        if (v->resume)
            go_back(v);
        v->state = BETWEEN;
        break;
    }
    *ret_text = current(v);
    return true;
}

uint64_t json_values_line(const struct json_values *v)
{
    return v->line;
}
