/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "masked.h"

#include "redact.h"

/* The longest is a Pipfile.lock or a configuration; each secret in it may become longer. */
#define LONGEST (2 * LIMIT_LOG_PIPFILE_LOCK)

void masked_string(struct json_out *w, struct span text)
{
    STRBUF_AUTO(masked, LONGEST);

    if (redact_is_clean(text)) {
        json_out_string(w, text);
        return;
    }
    redact_append(&masked, text);
    json_out_string(w, strbuf_span(&masked));
}

void masked_member(struct json_out *w, const char *key, struct span text)
{
    json_out_key(w, key);
    if (text.len)
        masked_string(w, text);
    else
        json_out_null(w);
}
