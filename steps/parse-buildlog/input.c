/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <isa-l/crc64.h>

#include "inflate.h"
#include "json_text.h"
#include "loki_answer.h"
#include "utf16.h"

/* What is decoded at a time. */
#define DECODED_MOST (4 * STREAM_PIECE)
/* Of a document, in which the log's start must be found. */
#define DOCUMENT_HEAD (64 * KIB)

struct input {
    struct stream *in;
    struct analysis *a;
    bool begun;
    struct log_identity identity;
    struct span piece; /* the one at hand; empty at the end */
};

struct stream *input_open(const char *path, struct error *err)
{
    struct stream *in = stream_open_file(path, err);

    return in ? stream_inflate_take(in, 0, path, err) : NULL;
}

static void identify(struct input *input)
{
    input->identity.crc =
        crc64_ecma_refl(input->identity.crc, (const unsigned char *)input->piece.data,
                        input->piece.len);
    input->identity.size += input->piece.len;
}

static bool next_piece(struct input *input, struct error *err)
{
    bool first = !input->begun;
    struct error failure = {0};

    input->begun = true;
    if (stream_next(input->in, &input->piece, &failure)) {
        identify(input);
        return true;
    }
    input->piece = span_of(NULL, 0);
    input->a->damaged = !first && failure.kind == ERROR_MALFORMED;
    if (!input->a->damaged)
        *err = failure;
    return input->a->damaged;
}

/* ---- the forms ---- */

static bool read_plain(struct input *input, struct error *err)
{
    while (input->piece.len) {
        analysis_feed(input->a, input->piece);
        if (!next_piece(input, err))
            return false;
    }
    return true;
}

static bool read_utf16(struct input *input, struct utf16 *text, struct span piece,
                       struct error *err)
{
    STRBUF_AUTO(decoded, DECODED_MOST);

    while (input->piece.len) {
        for (; piece.len; piece = span_skip(piece, STREAM_PIECE)) {
            strbuf_clear(&decoded);
            utf16_decode(text, span_head(piece, STREAM_PIECE), &decoded);
            analysis_feed(input->a, strbuf_span(&decoded));
        }
        if (!next_piece(input, err))
            return false;
        piece = input->piece;
    }
    return true;
}

/* thoth-storages sorts the members, so kind comes before log. */
static bool is_document(struct span *text)
{
    struct span start = span_head(*text, DOCUMENT_HEAD);
    struct span log = start;

    if (!span_starts_with(span_trim(start), "{") || !json_text_find(&log, "log") ||
        !span_contains(span_head(start, start.len - log.len), "\"BuildLog\""))
        return false;
    *text = span_skip(*text, start.len - log.len);
    return true;
}

/* What follows the log's closing quote is read, but for the identity. */
static bool read_document(struct input *input, struct span piece, struct error *err)
{
    STRBUF_AUTO(decoded, DECODED_MOST);
    struct json_text text = {0};

    while (input->piece.len) {
        for (; piece.len; piece = span_skip(piece, STREAM_PIECE)) {
            strbuf_clear(&decoded);
            json_text_decode(&text, span_head(piece, STREAM_PIECE), &decoded);
            analysis_feed(input->a, strbuf_span(&decoded));
        }
        if (!next_piece(input, err))
            return false;
        piece = input->piece;
    }
    return true;
}

/* Gathers the answer; what proves to be something else is read as text. */
static bool read_loki(struct input *input, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_LOG_DOCUMENT);

    while (input->piece.len && input->piece.len <= LIMIT_LOG_DOCUMENT - text.len) {
        strbuf_add_span(&text, input->piece);
        if (!next_piece(input, err))
            return false;
    }
    if (input->piece.len == 0 && loki_answer_feed(input->a, strbuf_span(&text)))
        return true;
    analysis_feed(input->a, strbuf_span(&text));
    return read_plain(input, err);
}

/* What is handed in by mistake: the zip that GitHub's page calls a log, and programs. */
static bool is_no_log(struct span start, struct error *err)
{
    if (span_starts_with(start, "PK\003\004"))
        return !error_set(
            err, ERROR_MALFORMED,
            "the log is a zip archive, of one log or several: unpack it, and give one");
    if (span_starts_with(start, "\177ELF"))
        return !error_set(err, ERROR_MALFORMED,
                          "the log is a program's file: give what the program printed");
    return false;
}

static bool read_any(struct input *input, struct error *err)
{
    struct span text = input->piece;
    struct utf16 utf16;

    if (is_no_log(text, err))
        return false;
    if (utf16_begins(&text, &utf16))
        return read_utf16(input, &utf16, text, err);
    if (is_document(&text))
        return read_document(input, text, err);
    if (loki_answer_is_one(text))
        return read_loki(input, err);
    return read_plain(input, err);
}

bool input_read(struct stream *in, struct analysis *a, struct log_identity *ret_identity,
                struct error *err)
{
    struct input input = {.in = in, .a = a};
    bool ok = next_piece(&input, err);

    if (ok && input.piece.len == 0)
        ok = error_set(err, ERROR_NO_INPUT, "the log is empty: the step before failed?");
    ok = ok && read_any(&input, err);
    *ret_identity = input.identity;
    return ok;
}
