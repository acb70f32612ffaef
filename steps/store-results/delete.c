/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "delete.h"

#include <string.h>

#include "index_rows.h"
#include "json_in.h"
#include "place.h"
#include "stored_json.h"
#include "xalloc.h"

static char *key_of(const char *prefix, struct span key)
{
    return xasprintf("%s%.*s", prefix, SPAN_ARG(key));
}

/* A later analysis of the image may have taken the pointer. */
static bool remove_pointer(struct object_store *store, const char *prefix, const json_t *document,
                           const char *id, struct error *err)
{
    CLEANUP(cleanup_json) json_t *pointer = NULL;
    CLEANUP(cleanup_free) char *key = NULL;
    struct error no_document = {0};
    bool found;
    PLACE_AUTO(place);

    if (!place_document(&place, document, &no_document) || !place.pointer.len)
        return true;
    key = key_of(prefix, strbuf_span(&place.pointer));
    if (!stored_json_get(store, key, &pointer, &found, err))
        return false;
    return strcmp(json_in_string_or(pointer, "analysis_id", ""), id) != 0 ||
           object_store_remove(store, key, err);
}

static bool remove_raw_log(struct object_store *store, const char *prefix, const char *id,
                           struct error *err)
{
    STRBUF_AUTO(place, LIMIT_OBJECT_KEY);
    CLEANUP(cleanup_free) char *key = NULL;

    if (!place_of_id(&place, span_string(id), 0, err))
        return false;
    key = key_of(prefix, strbuf_span(&place));
    return object_store_remove(store, key, err);
}

static bool remove_index(struct object_store *store, const char *prefix, const json_t *document,
                         const char *id, struct error *err)
{
    CLEANUP(cleanup_free) char *raw_log = NULL;
    struct index_day day;

    if (!index_day_parse(json_in_span_or_empty(document, "metadata.datetime"), &day))
        return true;
    return index_find_raw_log(store, prefix, &day, id, &raw_log, err) &&
           (!raw_log || remove_raw_log(store, prefix, raw_log, err)) &&
           index_remove(store, prefix, &day, id, err);
}

/* A raw log is not read: it may be long, and nothing else tells of it. */
static bool delete_raw_log(struct object_store *store, const char *key, bool *ret_found,
                           struct error *err)
{
    return object_store_has(store, key, ret_found, err) &&
           (!*ret_found || object_store_remove(store, key, err));
}

/* What is stored under one key, if anything is. */
static bool delete_key(struct object_store *store, const char *prefix, const char *key,
                       const char *id, bool *ret_found, struct error *err)
{
    CLEANUP(cleanup_json) json_t *document = NULL;

    if (place_is_raw_log(span_string(id)))
        return delete_raw_log(store, key, ret_found, err);
    return stored_json_get(store, key, &document, ret_found, err) &&
           (!*ret_found || (remove_pointer(store, prefix, document, id, err) &&
                            remove_index(store, prefix, document, id, err) &&
                            object_store_remove(store, key, err)));
}

bool delete_id(struct object_store *store, const char *prefix, const char *id, bool *ret_found,
               struct error *err)
{
    *ret_found = false;
    for (size_t i = 0; i < PLACES_OF_ID && !*ret_found; i++) {
        STRBUF_AUTO(place, LIMIT_OBJECT_KEY);
        CLEANUP(cleanup_free) char *key = NULL;

        if (!place_of_id(&place, span_string(id), i, err))
            return false;
        key = key_of(prefix, strbuf_span(&place));
        if (!delete_key(store, prefix, key, id, ret_found, err))
            return false;
    }
    return true;
}
