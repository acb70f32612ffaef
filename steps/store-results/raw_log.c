/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "raw_log.h"

#include <string.h>

#include "json_in.h"
#include "limits.h"
#include "python_json.h"
#include "redact.h"
#include "text.h"

/* A log is taken through all stages in parts of this size, so that they stay in the processor's cache. */
#define PART (64 * KIB)
/* What masking gives of one at most, with the bytes of a character that was cut. */
#define MASKED (2 * (PART + LIMIT_SECRET) + 4)

struct writer {
    struct object_file *file;
    struct redactor *redactor; /* NULL: nothing is masked */
    struct strbuf masked; /* and at its start what the part before it has left of a character */
    struct strbuf text;   /* as valid UTF-8, where a byte may become three */
    struct strbuf json;   /* and U+FFFD becomes six */
};

static void writer_release(struct writer *w)
{
    redactor_free(w->redactor);
    strbuf_release(&w->masked);
    strbuf_release(&w->text);
    strbuf_release(&w->json);
}

static bool write_json(struct writer *w, struct error *err)
{
    bool written = object_file_add(w->file, strbuf_span(&w->json), err);

    strbuf_clear(&w->json);
    return written;
}

/* ---- the log's text ---- */

/* Drops what is written of masked: what is left is part of a character. */
static void keep_rest(struct writer *w, size_t written)
{
    struct span rest = span_skip(strbuf_span(&w->masked), written);
    char bytes[4];

    memcpy(bytes, rest.data, rest.len);
    strbuf_clear(&w->masked);
    strbuf_add(&w->masked, bytes, rest.len);
}

/* All that is masked, but a character that may go on when it is not the last. */
static bool write_masked(struct writer *w, bool is_last, struct error *err)
{
    struct span masked = strbuf_span(&w->masked);
    size_t settled = is_last ? masked.len : text_utf8_settled(masked);

    strbuf_clear(&w->text);
    text_append_utf8(&w->text, span_head(masked, settled));
    python_json_append_text(&w->json, strbuf_span(&w->text));
    keep_rest(w, settled);
    return write_json(w, err);
}

static bool write_text(struct writer *w, struct span bytes, struct error *err)
{
    for (; bytes.len; bytes = span_skip(bytes, PART)) {
        struct span part = span_head(bytes, PART);

        if (w->redactor)
            redactor_add(w->redactor, &w->masked, part);
        else
            strbuf_add_span(&w->masked, part);
        if (!write_masked(w, false, err))
            return false;
    }
    return true;
}

static bool write_rest(struct writer *w, struct stream *log, struct error *err)
{
    struct span piece = {0};

    for (;;) {
        if (!stream_next(log, &piece, err))
            return false;
        if (!piece.len)
            return true;
        if (!write_text(w, piece, err))
            return false;
    }
}

/* ---- a log that is a document already ---- */

/* What was read before it was known what it is. */
struct start {
    struct strbuf head;
    struct span behind; /* the piece that had no room there */
    bool is_all;
};

/* Reads on while it may be a document. */
static bool read_start(struct stream *log, struct start *start, struct error *err)
{
    struct span text = {0};

    while (!text.len || text.data[0] == '{') {
        if (!stream_next(log, &start->behind, err))
            return false;
        start->is_all = !start->behind.len;
        if (start->is_all || start->behind.len > LIMIT_LOG_DOCUMENT - start->head.len)
            return true;
        strbuf_add_span(&start->head, start->behind);
        start->behind = span_of(NULL, 0);
        text = span_trim(strbuf_span(&start->head));
    }
    return true;
}

/* The build-log document that bytes are, or NULL for a plain log. */
static json_t *parse_wrapped(struct span bytes)
{
    CLEANUP(cleanup_json) json_t *document = NULL;
    struct error no_json = {0};

    if (!span_starts_with(span_trim(bytes), "{"))
        return NULL;
    document = json_in_parse(bytes, "log", &no_json);
    if (!json_is_string(json_object_get(document, "log")))
        return NULL;
    return STEAL(document);
}

/* ---- the document ---- */

/* All before the log's text, as python_json_append writes it. */
static bool write_head(struct writer *w, const json_t *version, struct error *err)
{
    strbuf_add_string(&w->json, "{\n  \"apiversion\": ");
    if (json_is_string(version))
        python_json_append(&w->json, version);
    else
        strbuf_add_string(&w->json, "null");
    strbuf_add_string(&w->json, ",\n  \"kind\": \"BuildLog\",\n  \"log\": \"");
    return write_json(w, err);
}

static bool write_end(struct writer *w, size_t *ret_masked, struct error *err)
{
    *ret_masked = w->redactor ? redactor_finish(w->redactor, &w->masked) : 0;
    if (!write_masked(w, true, err))
        return false;
    strbuf_add_string(&w->json, "\"\n}");
    return write_json(w, err);
}

static bool write_document(struct writer *w, struct stream *log, const struct start *start,
                           struct error *err)
{
    struct span head = strbuf_span(&start->head);
    CLEANUP(cleanup_json) json_t *wrapped = start->is_all ? parse_wrapped(head) : NULL;

    if (start->is_all && !head.len)
        return error_set(err, ERROR_NO_INPUT, "the log is empty");
    if (!write_head(w, json_object_get(wrapped, "apiversion"), err) ||
        !write_text(w, wrapped ? json_in_span_or_empty(wrapped, "log") : head, err))
        return false;
    return start->is_all || (write_text(w, start->behind, err) && write_rest(w, log, err));
}

bool raw_log_write(struct object_file *file, struct stream *log, bool redact, size_t *ret_masked,
                   struct error *err)
{
    struct writer w = {.file = file, .redactor = redact ? redactor_new() : NULL};
    struct start start = {0};
    bool written;

    strbuf_init(&start.head, LIMIT_LOG_DOCUMENT);
    strbuf_init(&w.masked, MASKED);
    strbuf_init(&w.text, 3 * MASKED);
    strbuf_init(&w.json, 6 * (LIMIT_LOG_DOCUMENT + MASKED));
    written = read_start(log, &start, err) && write_document(&w, log, &start, err) &&
              write_end(&w, ret_masked, err);
    strbuf_release(&start.head);
    writer_release(&w);
    return written;
}
