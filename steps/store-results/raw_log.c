/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "raw_log.h"

#include "json_in.h"
#include "python_json.h"
#include "redact.h"

/* The build-log document that bytes are, or NULL for a plain log. */
static json_t *parse_wrapped(struct span bytes)
{
    CLEANUP(cleanup_json) json_t *document = NULL;
    struct error no_json = {0};

    if (bytes.len > LIMIT_LOG_DOCUMENT || !span_starts_with(span_trim(bytes), "{"))
        return NULL;
    document = json_in_parse(bytes, "log", &no_json);
    if (!json_is_string(json_object_get(document, "log")))
        return NULL;
    return STEAL(document);
}

/* The log's text as a new JSON string. */
static json_t *text_of(struct span log, bool redact, size_t *ret_masked, struct error *err)
{
    STRBUF_AUTO(masked, LIMIT_DOCUMENT);

    *ret_masked = 0;
    if (redact) {
        *ret_masked = redact_append(&masked, log);
        log = strbuf_span(&masked);
    }
    /* Invalid bytes grow to three each in U+FFFD. */
    if (strbuf_overflowed(&masked) || log.len > LIMIT_DOCUMENT / 3) {
        error_set(err, ERROR_MALFORMED, "the log is larger than %zu bytes", LIMIT_DOCUMENT / 3);
        return NULL;
    }
    return json_new_string(log);
}

bool raw_log_append(struct strbuf *out, struct span bytes, bool redact, size_t *ret_masked,
                    struct error *err)
{
    CLEANUP(cleanup_json) json_t *wrapped = parse_wrapped(bytes);
    CLEANUP(cleanup_json) json_t *document = json_new_object();
    json_t *version = json_object_get(wrapped, "apiversion");
    json_t *text;

    if (wrapped)
        bytes = json_in_span_or_empty(wrapped, "log");
    text = text_of(bytes, redact, ret_masked, err);
    if (!text)
        return false;
    json_put_take(document, "log", text);
    json_put_take(document, "kind", json_string("BuildLog"));
    json_put_take(document, "apiversion",
                  json_is_string(version) ? json_incref(version) : json_null());
    python_json_append(out, document);
    if (strbuf_overflowed(out))
        return error_set(err, ERROR_MALFORMED, "the log's document is larger than %zu bytes",
                         out->ceiling);
    return true;
}
