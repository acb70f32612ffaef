/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identity.h"

/* Hashed at once: each call of OpenSSL costs as much as some hundred bytes. */
#define PIECE (16 * KIB)

struct sink {
    struct hash *hash;
    struct strbuf piece;
};

static void flush(struct sink *sink)
{
    hash_add(sink->hash, sink->piece.data, sink->piece.len);
    strbuf_clear(&sink->piece);
}

static void add_number(struct sink *sink, uint64_t number)
{
    strbuf_add(&sink->piece, &number, sizeof number);
    if (sink->piece.len > PIECE)
        flush(sink);
}

/* With its length, so that no two lists of texts are the same bytes. */
static void add_text(struct sink *sink, struct span text)
{
    strbuf_add_span(&sink->piece, text);
    add_number(sink, text.len);
}

static void add_candidate(struct sink *sink, const struct candidate *candidate)
{
    add_text(sink, span_string(candidate->rule->id));
    add_text(sink, span_of(candidate->text, candidate->text_len));
    add_number(sink, candidate->line);
}

static void add_causes(struct sink *sink, const struct analysis *a)
{
    add_number(sink, (uint64_t)a->outcome);
    if (a->failure)
        add_candidate(sink, a->failure);
    for (size_t i = 0; i < a->secondary_count; i++)
        add_candidate(sink, a->secondary[i]);
}

static void add_steps(struct sink *sink, const struct steps *steps)
{
    for (size_t i = 0; i < steps->count; i++) {
        add_text(sink, steps->items[i].name);
        add_text(sink, steps->items[i].command);
        add_number(sink, (uint64_t)steps->items[i].status);
        add_number(sink, (uint64_t)steps->items[i].exit_code);
    }
}

static void add_packages(struct sink *sink, const struct packages *packages)
{
    for (size_t i = 0; i < packages->count; i++) {
        add_text(sink, packages->items[i].name);
        add_text(sink, packages->items[i].version);
        add_number(sink, (uint64_t)packages->items[i].action);
        add_number(sink, packages->items[i].line);
    }
}

struct digest identity_of(const struct analysis *a, const struct log_identity *log)
{
    struct sink sink = {.hash = hash_new(DIGEST_SHA256)};

    strbuf_init(&sink.piece, 2 * PIECE + LIMIT_LOG_LINE);
    add_number(&sink, log->crc);
    add_number(&sink, log->size);
    add_text(&sink, span_string(a->rules->version));
    add_causes(&sink, a);
    add_steps(&sink, &a->steps);
    add_packages(&sink, &a->packages);
    flush(&sink);
    strbuf_release(&sink.piece);
    return hash_finish(sink.hash);
}
