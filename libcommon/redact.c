/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redact.h"

#include <string.h>

#include "limits.h"
#include "redact_scan.h"
#include "redact_token.h"
#include "redact_value.h"
#include "xalloc.h"

/* ---- one pass ---- */

/*
 * At each place where a word may start, the matchers are asked in turn; the first
 * that knows the place appends what may stay, appends REDACTED, and moves on.  None
 * looks further than it consumes but for one bounded word, so that the work is
 * linear.  A match that reaches the end of what is looked at may go on behind it:
 * then the rest of the line is hidden too.
 */

static void add_kept(struct scan *scan)
{
    strbuf_add_span(scan->out,
                    span_head(span_skip(scan->text, scan->added), scan->at - scan->added));
    scan->added = scan->at;
}

void redact_mask(struct scan *scan, size_t n)
{
    add_kept(scan);
    strbuf_add_string(scan->out, REDACTED);
    scan->at += n;
    scan->added = scan->at;
    scan->masked++;
}

/* How many bytes from here cannot be the start of anything: for speed alone. */
static size_t plain_length(const struct scan *scan)
{
    const char *text = scan->text.data;
    unsigned before = scan->at ? byte_classes[(unsigned char)text[scan->at - 1]] : BYTE_OTHER;
    size_t i = scan->at;

    for (; i < scan->text.len; i++) {
        unsigned here = byte_classes[(unsigned char)text[i]];

        /* A word starts, or within a name a part of letters and digits; or PEM's dashes do. */
        if ((here & ~before) || text[i] == '-')
            break;
        before = here;
    }
    return i - scan->at;
}

/* The end of the key that is hidden, or, when that lies behind ready, ready. */
static size_t end_of_key(struct scan *scan, size_t ready)
{
    static const struct span mark = {"-----END ", 9};
    struct span rest = span_skip(span_head(scan->text, ready + mark.len - 1), scan->at);
    size_t end = scan->at + span_find(rest, mark.data);
    size_t tail;

    if (end >= ready)
        return ready;
    scan->hides = HIDES_NOTHING;
    end += mark.len;
    tail = span_find(span_head(span_skip(scan->text, end), 80), "-----");
    end += tail < 80 ? tail + 5 : 0;
    return end < scan->text.len ? end : scan->text.len;
}

static size_t end_of_line(struct scan *scan, size_t ready)
{
    size_t end = scan->at;

    while (end < ready && !is_line_end(scan->text.data[end]))
        end++;
    if (end < ready)
        scan->hides = HIDES_NOTHING;
    return end;
}

static void go_on_hiding(struct scan *scan, size_t ready)
{
    scan->at = scan->hides == HIDES_KEY ? end_of_key(scan, ready) : end_of_line(scan, ready);
    scan->added = scan->at;
}

/* The latest match has no end that is seen. */
static void hide_line(struct scan *scan)
{
    if (scan->added < scan->at)
        redact_mask(scan, 0);
    scan->hides = HIDES_LINE;
}

static void go_on(struct scan *scan)
{
    size_t plain = plain_length(scan);

    if (plain)
        scan->at += plain;
    else if (!redact_match(scan))
        scan->at++;
    else if (scan->at >= scan->window)
        hide_line(scan);
}

void redact_scan(struct scan *scan, bool is_last)
{
    size_t unsure = is_last ? 0 : LIMIT_SECRET;
    size_t ready = scan->text.len > unsure ? scan->text.len - unsure : 0;

    while (scan->at < ready) {
        if (scan->hides)
            go_on_hiding(scan, ready);
        else
            go_on(scan);
    }
    add_kept(scan);
}

/* ---- texts ---- */

/* The shortest thing that is masked is AB=x or a token of 15 bytes; "~" and "+" are of versions. */
bool redact_is_clean(struct span text)
{
    if (text.len >= 15)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!byte_is_name(text.data[i]) && text.data[i] != '+' && text.data[i] != '~')
            return false;
    }
    return true;
}

size_t redact_append(struct strbuf *out, struct span text)
{
    struct scan scan = {.out = out, .text = text};

    if (redact_is_clean(text))
        strbuf_add_span(out, text);
    else
        redact_scan(&scan, true);
    return scan.masked;
}

size_t redact_append_urls(struct strbuf *out, struct span text)
{
    if (span_contains(text, "://"))
        return redact_append(out, text);
    strbuf_add_span(out, text);
    return 0;
}

/* ---- pieces ---- */

/* What is added at one time. */
#define MOST_ADDED (64 * KIB)

/* Held is what is not masked yet, and what of the text before is looked at. */
struct redactor {
    struct scan scan;
    size_t len;
    char held[2 * (LIMIT_BEFORE_SECRET + LIMIT_SECRET + MOST_ADDED)];
};

struct redactor *redactor_new(void)
{
    struct redactor *r = xmalloc(sizeof *r);

    r->scan = (struct scan){0};
    r->len = 0;
    return r;
}

void redactor_free(struct redactor *r)
{
    free(r);
}

/* Drops what is not looked at any more, when it is half of what is held. */
static void forget(struct redactor *r)
{
    struct scan *scan = &r->scan;
    size_t gone = scan->at > LIMIT_BEFORE_SECRET ? scan->at - LIMIT_BEFORE_SECRET : 0;

    if (gone < sizeof r->held / 2)
        return;
    r->len -= gone;
    memmove(r->held, r->held + gone, r->len);
    scan->at -= gone;
    scan->added -= gone;
}

static void mask_held(struct redactor *r, struct strbuf *out, bool is_last)
{
    r->scan.out = out;
    r->scan.text = span_of(r->held, r->len);
    redact_scan(&r->scan, is_last);
}

void redactor_add(struct redactor *r, struct strbuf *out, struct span piece)
{
    while (piece.len) {
        struct span part = span_head(piece, MOST_ADDED);

        forget(r);
        memcpy(r->held + r->len, part.data, part.len);
        r->len += part.len;
        mask_held(r, out, false);
        piece = span_skip(piece, part.len);
    }
}

size_t redactor_finish(struct redactor *r, struct strbuf *out)
{
    mask_held(r, out, true);
    return r->scan.masked;
}
