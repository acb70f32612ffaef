/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

#include <string.h>

#include "limits.h"
#include "text.h"

#define ESC '\x1b'
#define BEL '\a'
/* A line that is not over within a run is no part of it, so that one longer than this is cut. */
#define RUN_MOST LIMIT_LOG_LINE
/* Of each of the eight bytes of a word: its lowest bit, and its highest. */
#define ONES UINT64_C(0x0101010101010101)
#define TOPS UINT64_C(0x8080808080808080)

void line_reader_init(struct line_reader *reader, line_handler *handler, void *context)
{
    *reader = (struct line_reader){.handler = handler,
                                   .context = context,
                                   .longest = LIMIT_LOG_LINE,
                                   .kept = SIZE_MAX};
    strbuf_init(&reader->clean, LIMIT_LOG_LINE);
}

void line_reader_set_longest(struct line_reader *reader, size_t longest)
{
    reader->longest = longest;
    reader->clean.ceiling = longest;
}

void line_reader_release(struct line_reader *reader)
{
    strbuf_release(&reader->clean);
}

/* ---- what a line is ---- */

/*
 * True if no byte is NUL or beyond ASCII: then none has its highest bit set, nor gets it by taking 1 from each byte of
 * a word.  Of the last word some bytes are looked at again, or are blanks.
 */
static bool is_plain(struct span s)
{
    uint64_t word = ONES * ' ';
    uint64_t odd = 0;

    for (size_t i = 0; i + sizeof word <= s.len; i += sizeof word) {
        memcpy(&word, s.data + i, sizeof word);
        odd |= word | (word - ONES);
    }
    if (s.len >= sizeof word)
        memcpy(&word, s.data + s.len - sizeof word, sizeof word);
    else if (s.len)
        memcpy(&word, s.data, s.len);
    return ((odd | word | (word - ONES)) & TOPS) == 0;
}

bool line_is_odd(struct span s)
{
    if (is_plain(s))
        return false;
    while (s.len) {
        size_t n = text_utf8_length(s);

        if (n == 0 || s.data[0] == '\0')
            return true;
        s = span_skip(s, n);
    }
    return false;
}

static bool is_blank(struct span s)
{
    return span_trim(s).len == 0;
}

/* s without the first bytes of a UTF-8 sequence whose others were cut off. */
static struct span without_torn_end(struct span s)
{
    size_t back = 0;

    while (back < 3 && back < s.len && (s.data[s.len - 1 - back] & 0xc0) == 0x80)
        back++;
    if (back < s.len && (s.data[s.len - 1 - back] & 0xc0) == 0xc0 &&
        text_utf8_length(span_skip(s, s.len - 1 - back)) == 0)
        s.len -= back + 1;
    return s;
}

static void emit(struct line_reader *r, struct span text, bool red, bool cut)
{
    struct log_line line = {.number = ++r->number,
                            .offset = r->line_offset,
                            .red = red,
                            .cut = cut};

    if (text.len > r->longest) {
        text = span_head(text, r->longest);
        line.cut = true;
    }
    line.text = line.cut ? without_torn_end(text) : text;
    r->handler(r->context, &line);
}

/* ---- lines with escape sequences or carriage returns, or in several pieces ---- */

/* A parameter of SGR (ECMA-48, 8.3.117): those that change the foreground. */
static void set_foreground(struct line_reader *r, uint64_t n)
{
    if (n == 31 || n == 91)
        r->red = true;
    else if (n == 0 || (n >= 30 && n <= 39) || (n >= 90 && n <= 97))
        r->red = false;
}

static void set_colour(struct line_reader *r)
{
    struct span rest = span_of(r->parameters, r->parameter_count);
    struct span part;
    uint64_t n;

    if (rest.len == 0)
        r->red = false;
    while (span_split(&rest, ';', &part)) {
        if (part.len == 0)
            n = 0;
        else if (!span_to_uint64(part, &n))
            return;
        set_foreground(r, n);
        if (n == 38 || n == 48)
            return; /* a colour by number follows */
    }
}

static void csi_byte(struct line_reader *r, unsigned char c)
{
    if (c >= 0x40 && c <= 0x7e) {
        if (c == 'm' && r->parameter_count <= sizeof r->parameters)
            set_colour(r);
        r->escape = ESCAPE_NONE;
    } else if (c < 0x20 || c > 0x3f) {
        r->escape = ESCAPE_NONE; /* not a sequence after all */
    } else {
        if (r->parameter_count < sizeof r->parameters)
            r->parameters[r->parameter_count] = (char)c;
        r->parameter_count++;
    }
}

static void escape_byte(struct line_reader *r, unsigned char c)
{
    switch (r->escape) {
    case ESCAPE_STARTED:
        r->parameter_count = 0;
        if (c == '[')
            r->escape = ESCAPE_CSI;
        else if (c && strchr("]PX^_", c))
            r->escape = ESCAPE_STRING;
        else if (c < 0x20 || c > 0x2f) /* those are intermediate bytes: one more follows */
            r->escape = ESCAPE_NONE;
        break;
    case ESCAPE_CSI:
        csi_byte(r, c);
        break;
    case ESCAPE_STRING:
        if (c == BEL)
            r->escape = ESCAPE_NONE;
        else if (c == ESC)
            r->escape = ESCAPE_STRING_END;
        break;
    case ESCAPE_STRING_END:
        r->escape = c == '\\' ? ESCAPE_NONE : ESCAPE_STRING;
        break;
    case ESCAPE_NONE:
        break;
    }
}

/* What stood before the first carriage return has a start of its shipper's, which stays. */
static void wipe(struct line_reader *r)
{
    if (r->kept == SIZE_MAX)
        r->kept = r->kept_start ? r->kept_start(strbuf_span(&r->clean)) : 0;
    if (r->kept)
        strbuf_truncate(&r->clean, r->kept);
    else
        strbuf_clear(&r->clean);
}

/* Text after a carriage return: blanks alone wipe the old text, which is no news; they wait. */
static struct span redraw(struct line_reader *r, struct span text)
{
    while (text.len && (text.data[0] == ' ' || text.data[0] == '\t')) {
        r->indent += r->indent < LIMIT_LOG_LINE;
        text = span_skip(text, 1);
    }
    if (text.len == 0)
        return text;
    wipe(r);
    for (; r->indent; r->indent--)
        strbuf_add_byte(&r->clean, ' ');
    r->painted = false;
    r->returned = false;
    return text;
}

static void add_text(struct line_reader *r, struct span text)
{
    if (r->returned)
        text = redraw(r, text);
    strbuf_add_span(&r->clean, text);
    if (r->red && !r->painted)
        r->painted = !is_blank(text);
}

/* Where ESC and CR stand next in the piece; each is looked for once, not once a line. */
struct marks {
    const char *esc;
    const char *cr;
    const char *end;
};

static const char *next_mark(const char *mark, const char *from, const char *end, char c)
{
    const char *found;

    if (mark && mark >= from)
        return mark;
    found = memchr(from, c, (size_t)(end - from));
    return found ? found : end;
}

/* How many bytes from the start are neither ESC nor CR. */
static size_t text_length(struct span part, struct marks *marks)
{
    const char *end = part.data + part.len;

    marks->esc = next_mark(marks->esc, part.data, marks->end, ESC);
    marks->cr = next_mark(marks->cr, part.data, marks->end, '\r');
    if (marks->esc < end)
        end = marks->esc;
    if (marks->cr < end)
        end = marks->cr;
    return (size_t)(end - part.data);
}

/* Takes "ESC [ 91 m", of two digits at most, as most colours are: its length; 0 if it is none, or not whole. */
static size_t eat_colour(struct line_reader *r, struct span part)
{
    size_t n = 2;
    int colour = 0;

    if (part.len < 5 || part.data[1] != '[')
        return 0;
    for (; n < 4 && part.data[n] >= '0' && part.data[n] <= '9'; n++)
        colour = 10 * colour + (part.data[n] - '0');
    if (part.data[n] != 'm')
        return 0;
    set_foreground(r, (uint64_t)colour);
    return n + 1;
}

static void add_part(struct line_reader *r, struct span part, struct marks *marks)
{
    r->partial = r->partial || part.len;
    while (part.len) {
        size_t n = 1;

        if (r->escape != ESCAPE_NONE) {
            escape_byte(r, (unsigned char)part.data[0]);
        } else if (part.data[0] == ESC) {
            n = eat_colour(r, part);
            r->escape = n ? ESCAPE_NONE : ESCAPE_STARTED;
            n += n == 0;
        } else if (part.data[0] == '\r') {
            r->returned = true;
            r->indent = 0;
        } else {
            n = text_length(part, marks);
            add_text(r, span_head(part, n));
        }
        part = span_skip(part, n);
    }
}

static void emit_parts(struct line_reader *r)
{
    emit(r, strbuf_span(&r->clean), r->painted, strbuf_overflowed(&r->clean));
    strbuf_clear(&r->clean);
    r->partial = false;
    r->kept = SIZE_MAX;
    r->returned = false;
    r->indent = 0;
    r->painted = false;
    r->escape =
        ESCAPE_NONE; /* no terminal sequence goes past a line; a torn one must not eat the log */
}

/* ---- the common case ---- */

static void whole_line(struct line_reader *r, struct span line, struct marks *marks)
{
    const char *end = line.data + line.len;

    marks->esc = next_mark(marks->esc, line.data, marks->end, ESC);
    marks->cr = next_mark(marks->cr, line.data, marks->end, '\r');
    if (line.len && marks->cr == end - 1)
        end--; /* CR LF */
    if (marks->esc < end || marks->cr < end) {
        add_part(r, line, marks);
        emit_parts(r);
        return;
    }
    line.len = (size_t)(end - line.data);
    emit(r, line, r->red && !is_blank(line), false);
}

/* How many bytes from the start are whole lines without ESC and CR, none of them too long. */
static size_t run_length(struct span piece, struct marks *marks)
{
    const char *end;

    marks->esc = next_mark(marks->esc, piece.data, marks->end, ESC);
    marks->cr = next_mark(marks->cr, piece.data, marks->end, '\r');
    end = marks->esc < marks->cr ? marks->esc : marks->cr;
    piece.len = (size_t)(end - piece.data) < RUN_MOST ? (size_t)(end - piece.data) : RUN_MOST;
    end = memrchr(piece.data, '\n', piece.len);
    return end ? (size_t)(end + 1 - piece.data) : 0;
}

/* The same of lines that end with CR LF and have no other CR. */
static size_t crlf_length(struct span piece, struct marks *marks)
{
    const char *start = piece.data;
    const char *end = span_head(piece, RUN_MOST).len + piece.data;

    if (marks->esc < end)
        end = marks->esc;
    for (;;) {
        marks->cr = next_mark(marks->cr, start, marks->end, '\r');
        if (marks->cr >= end || marks->cr + 1 == end || marks->cr[1] != '\n' ||
            memchr(start, '\n', (size_t)(marks->cr - start)))
            return (size_t)(start - piece.data);
        start = marks->cr + 2;
    }
}

/* Hands on what whole lines there are at the start; returns what is left. */
static struct span feed_run(struct line_reader *r, struct span piece, struct marks *marks)
{
    struct log_run run = {.number = r->number + 1, .offset = r->line_offset};
    size_t n;

    if (!r->on_run || r->partial || r->red)
        return piece;
    n = run_length(piece, marks);
    run.crlf = n == 0;
    if (run.crlf)
        n = crlf_length(piece, marks);
    if (n == 0)
        return piece;
    run.lines = span_head(piece, n);
    r->on_run(r->context, &run);
    r->number += span_count_byte(run.lines, '\n');
    r->offset += n;
    r->line_offset = r->offset;
    return span_skip(piece, n);
}

void line_reader_feed(struct line_reader *r, struct span piece)
{
    struct marks marks = {.end = piece.data + piece.len};

    for (piece = feed_run(r, piece, &marks); piece.len; piece = feed_run(r, piece, &marks)) {
        size_t n = span_find_byte(piece, '\n');
        struct span part = span_head(piece, n);

        if (n == piece.len) {
            add_part(r, part, &marks);
            r->offset += n;
            return;
        }
        if (r->partial) {
            add_part(r, part, &marks);
            emit_parts(r);
        } else {
            whole_line(r, part, &marks);
        }
        r->offset += n + 1;
        r->line_offset = r->offset;
        piece = span_skip(piece, n + 1);
    }
}

void line_reader_finish(struct line_reader *r)
{
    if (r->partial)
        emit_parts(r);
}
