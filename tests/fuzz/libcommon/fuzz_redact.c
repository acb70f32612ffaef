/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Masking: nothing but "***" is added, what is masked needs no more of it, and a text in pieces is masked as the whole is. */
#include <stdint.h>
#include <stdlib.h>

#include "limits.h"
#include "redact.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Pieces whose sizes are those that the text's own bytes say. */
static void check_pieces(struct span text, const struct strbuf *whole, size_t masked)
{
    CLEANUP(cleanup_redactor) struct redactor *redactor = redactor_new();
    STRBUF_AUTO(out, 4 * MIB);

    for (size_t at = 0; at < text.len;) {
        size_t next = (size_t)(unsigned char)text.data[at] * (unsigned char)text.data[at] + 1;

        redactor_add(redactor, &out, span_head(span_skip(text, at), next));
        at += next;
    }
    if (redactor_finish(redactor, &out) != masked ||
        !span_equal(strbuf_span(&out), strbuf_span(whole)))
        abort();
}

/* The same text so long that its end is not looked at from its start. */
static void check_long(struct span text)
{
    size_t half = text.len / 2;
    size_t gap = LIMIT_SECRET - text.len;
    char filler = text.len ? text.data[text.len - 1] : ' ';

    STRBUF_AUTO(stretched, 2 * MIB);
    STRBUF_AUTO(masked, 4 * MIB);
    for (int i = 0; i < 3; i++) {
        strbuf_add_span(&stretched, span_head(text, half));
        for (size_t n = 0; n < gap + (size_t)i * half; n++)
            strbuf_add_byte(&stretched, filler);
        strbuf_add_span(&stretched, span_skip(text, half));
    }
    check_pieces(strbuf_span(&stretched), &masked, redact_append(&masked, strbuf_span(&stretched)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = span_of((const char *)data, size);
    size_t count;

    STRBUF_AUTO(masked, MIB);
    STRBUF_AUTO(urls, MIB);
    if (size > 16 * KIB)
        return 0;
    count = redact_append(&masked, text);
    if (!count && !span_equal(strbuf_span(&masked), text))
        abort();
    if (!redact_append_urls(&urls, text) && !span_equal(strbuf_span(&urls), text))
        abort();
    check_pieces(text, &masked, count);
    check_long(text);
    return 0;
}
