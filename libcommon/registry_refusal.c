/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_refusal.h"

#include "json_in.h"
#include "redact.h"
#include "strbuf.h"

static enum error_kind kind_of_status(long status)
{
    switch (status) {
    case 401:
    case 403:
        return ERROR_PERMISSION;
    case 404:
        return ERROR_NO_INPUT;
    case 408:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return ERROR_TRY_AGAIN;
    default:
        return ERROR_MALFORMED;
    }
}

static const char *meaning_of_status(long status)
{
    switch (status) {
    case 401:
    case 403:
        return "access denied";
    case 404:
        return "not found";
    case 429:
        return "too many requests";
    default:
        return "unexpected answer";
    }
}

/* "CODE: message" of a JSON error (distribution-spec, error codes), or of a token server. */
static void add_words(struct strbuf *out, const json_t *answer)
{
    const json_t *first = json_array_get(json_object_get(answer, "errors"), 0);
    const char *code = json_in_string_or(first, "code", "");
    const char *message = json_in_string_or(first, "message", NULL);

    if (!message)
        message = json_in_string_or(answer, "details", "");
    strbuf_addf(out, "%s%s%s", code, *code && *message ? ": " : "", message);
}

/* The words of the body, which may be anything: what cannot be read is no further error. */
static void read_words(struct http_response *response, struct strbuf *out)
{
    STRBUF_AUTO(body, LIMIT_REGISTRY_ERROR);
    STRBUF_AUTO(words, LIMIT_REGISTRY_ERROR);
    struct error ignored = {0};
    CLEANUP(cleanup_json) json_t *answer = NULL;

    if (!stream_read_all(response->body, &body, "answer", &ignored))
        return;
    answer = json_in_parse(strbuf_span(&body), "answer", &ignored);
    if (!answer)
        return;
    add_words(&words, answer);
    redact_append(out, strbuf_span(&words));
}

bool registry_refusal(struct http_response *response, struct error *err)
{
    STRBUF_AUTO(words, LIMIT_REGISTRY_ERROR);
    bool said;

    read_words(response, &words);
    said = words.len > 0;
    return error_set(err, kind_of_status(response->status), "%s (HTTP status %ld)%s%s%s",
                     meaning_of_status(response->status), response->status, said ? ": '" : "",
                     quote_bytes(words.data, words.len).text, said ? "'" : "");
}
