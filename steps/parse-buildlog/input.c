/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <string.h>

#include "json_in.h"

struct input {
    struct stream *in;
    struct analysis *a;
    struct sha256 *hash;
};

static bool next_piece(struct input *input, struct span *ret_piece, struct error *err)
{
    if (!stream_next(input->in, ret_piece, err))
        return false;
    sha256_add(input->hash, ret_piece->data, ret_piece->len);
    return true;
}

static bool feed_all(struct input *input, struct span piece, struct error *err)
{
    while (piece.len) {
        analysis_feed(input->a, piece);
        if (!next_piece(input, &piece, err))
            return false;
    }
    return true;
}

/* Only by its look: a log may start with a brace, too. */
static bool may_be_document(struct span piece)
{
    struct span start = span_trim(span_head(piece, 64 * KIB));

    return span_starts_with(start, "{") && span_contains(start, "\"BuildLog\"");
}

/* The log in a whole document, or false when the text is none. */
static bool feed_document(struct analysis *a, struct span text)
{
    struct error ignored = {0};
    CLEANUP(cleanup_json) json_t *document = json_in_parse(text, "the log", &ignored);

    if (strcmp(json_in_string_or(document, "kind", ""), "BuildLog") != 0 ||
        !json_is_string(json_object_get(document, "log")))
        return false;
    analysis_feed(a, json_in_span_or_empty(document, "log"));
    return true;
}

/* Gathers the document; what proves to be something else is read as text. */
static bool read_document(struct input *input, struct span piece, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_LOG_DOCUMENT);

    while (piece.len && piece.len <= LIMIT_LOG_DOCUMENT - text.len) {
        strbuf_add_span(&text, piece);
        if (!next_piece(input, &piece, err))
            return false;
    }
    if (piece.len == 0 && feed_document(input->a, strbuf_span(&text)))
        return true;
    analysis_feed(input->a, strbuf_span(&text));
    return feed_all(input, piece, err);
}

bool input_read(struct stream *in, struct analysis *a, struct digest *ret_identity,
                struct error *err)
{
    CLEANUP(cleanup_sha256) struct sha256 *hash = sha256_new();
    struct input input = {.in = in, .a = a, .hash = hash};
    struct span piece;

    if (!next_piece(&input, &piece, err))
        return false;
    if (piece.len == 0)
        return error_set(err, ERROR_NO_INPUT, "the log is empty: the step before failed?");
    if (may_be_document(piece) ? !read_document(&input, piece, err) : !feed_all(&input, piece, err))
        return false;
    *ret_identity = sha256_finish(STEAL(hash));
    return true;
}
