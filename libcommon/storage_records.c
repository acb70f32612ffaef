/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage_records.h"

#include <string.h>

#include "digest.h"
#include "json_in.h"
#include "reference.h"
#include "source_made.h"

/* Digits that are no name (github.com/containers/image, storage transport). */
#define LEAST_ID 3

bool storage_is_id(const char *text)
{
    return strlen(text) == DIGEST_HEX && span_is_hex(span_string(text), DIGEST_HEX);
}

/* ---- by id ---- */

static const json_t *find_id(const json_t *images, struct span id, struct error *err)
{
    const json_t *found = NULL;
    json_t *record;
    size_t i;

    json_array_foreach (images, i, record) {
        struct span whole = json_in_span_or_empty(record, "id");

        if (whole.len < id.len || !span_equal(span_head(whole, id.len), id))
            continue;
        if (found) {
            error_set(err, ERROR_USAGE, "more than one image's id begins with '%s'",
                      quote_bytes(id.data, id.len).text);
            return NULL;
        }
        found = record;
    }
    return found;
}

/* ---- by name and digest ---- */

/* Its own digest, or that of the list that it was taken from, which is kept beside. */
static bool has_digest(const json_t *record, const char *digest)
{
    json_t *kept = json_object_get(record, "big-data-digests");
    const char *key;
    json_t *value;

    if (strcmp(json_in_string_or(record, "digest", ""), digest) == 0)
        return true;
    json_object_foreach (kept, key, value)
        if (strncmp(key, "manifest", strlen("manifest")) == 0 && json_is_string(value) &&
            strcmp(json_string_value(value), digest) == 0)
            return true;
    return false;
}

static bool has_repository(const json_t *record, const struct reference *wanted)
{
    json_t *name;
    size_t i;

    json_array_foreach (json_object_get(record, "names"), i, name) {
        struct error ignored = {0};
        REFERENCE_AUTO(ref);

        if (json_is_string(name) && reference_parse_name(json_string_value(name), &ref, &ignored) &&
            strcmp(ref.host, wanted->host) == 0 && strcmp(ref.repository, wanted->repository) == 0)
            return true;
    }
    return false;
}

static bool is_digested(const json_t *record, const struct reference *wanted)
{
    return wanted->digest && has_digest(record, wanted->digest) && has_repository(record, wanted);
}

static const json_t *find_name(const json_t *images, const char *wanted)
{
    struct error ignored = {0};
    json_t *record;
    size_t i;
    REFERENCE_AUTO(ref);

    if (!reference_parse_name(wanted, &ref, &ignored))
        return NULL;
    json_array_foreach (images, i, record)
        if (made_names_have(json_object_get(record, "names"), wanted))
            return record;
    json_array_foreach (images, i, record)
        if (is_digested(record, &ref))
            return record;
    return NULL;
}

const json_t *storage_image_find(const json_t *images, const char *wanted, struct error *err)
{
    struct span text = span_string(wanted);
    size_t at = span_find_last_byte(text, '@');
    struct span id = at == text.len ? text : span_skip(text, at + 1);
    bool is_hex = id.len && id.len <= DIGEST_HEX && span_is_hex(id, id.len);
    struct error why = {0};
    const json_t *found = NULL;

    if (is_hex && (at < text.len || id.len >= LEAST_ID))
        found = find_id(images, id, &why);
    if (!found)
        found = find_name(images, wanted);
    if (!found && error_is_set(&why))
        error_set(err, why.kind, "%s", why.message);
    return found;
}

void storage_image_names(const json_t *images, struct strbuf *out)
{
    json_t *record;
    size_t i;

    json_array_foreach (images, i, record)
        made_names_list(json_object_get(record, "names"), out);
}

const json_t *storage_layer_find(const json_t *layers, const char *id)
{
    json_t *record;
    size_t i;

    json_array_foreach (layers, i, record)
        if (strcmp(json_in_string_or(record, "id", ""), id) == 0)
            return record;
    return NULL;
}
