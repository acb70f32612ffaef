/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep.h"

#include "digest.h"
#include "document.h"
#include "json_in.h"
#include "place.h"
#include "python_json.h"
#include "raw_log.h"
#include "required.h"
#include "xalloc.h"

/* What a receipt says. */
struct kept {
    const char *id;
    const char *kind;
    char *key;
    char *pointer; /* NULL: none */
    uint64_t size;
    struct digest sha256;
    bool was_there;
    size_t masked;
};

static void kept_release(struct kept *kept)
{
    free(kept->key);
    free(kept->pointer);
}
#define KEPT_AUTO(name) __attribute__((cleanup(kept_release))) struct kept name

static json_t *arguments(const struct keeper *keeper)
{
    json_t *all = json_new_object();
    json_t *ours = json_new_object();

    json_put_string(ours, "to", span_string(object_store_place(keeper->store)));
    json_put_string(ours, "prefix", span_string(keeper->prefix));
    json_put_bool(ours, "redact", keeper->redact);
    json_put_take(all, "store-results", ours);
    return all;
}

static bool write_receipt(struct keeper *keeper, const struct kept *kept, struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(keeper);
    struct json_out *w = keeper->out;
    struct document_id id;
    struct document doc = {.analyzer = "store-results",
                           .kind = "receipt",
                           .version = "1.0",
                           .id = id.text,
                           .arguments = args,
                           .started = keeper->started};

    if (!document_make_id(&id, keeper->receipt_id, "receipt", 0, span_string(kept->key), err))
        return false;
    document_begin(w, &doc);
    json_out_member_cstring(w, "document_id", kept->id);
    json_out_member_cstring(w, "document_kind", kept->kind);
    json_out_member_cstring(w, "store", object_store_place(keeper->store));
    json_out_member_cstring(w, "key", kept->key);
    json_out_member_cstring(w, "pointer", kept->pointer);
    json_out_member_int(w, "size", (int64_t)kept->size);
    json_out_member_cstring(w, "sha256", DIGEST_HEX_TEXT(&kept->sha256));
    json_out_member_cstring(w, "state", kept->was_there ? "already there" : "stored");
    json_out_member_int(w, "masked", (int64_t)kept->masked);
    return document_end(w, err);
}

/* ---- documents ---- */

/* Looks at what lies under a taken key: the same result is as good as ours. */
static bool accept_stored(struct keeper *keeper, const json_t *document, struct kept *kept,
                          struct error *err)
{
    STRBUF_AUTO(body, LIMIT_DOCUMENT);
    CLEANUP(cleanup_json) json_t *stored = NULL;
    struct error unreadable = {0};
    bool found;

    if (!object_store_get(keeper->store, kept->key, &body, &found, err))
        return false;
    if (!found)
        return error_set(err, ERROR_TRY_AGAIN, "'%s' was removed while it was stored", kept->key);
    stored = json_in_parse(strbuf_span(&body), "stored document", &unreadable);
    if (!json_equal(json_object_get(stored, "result"), json_object_get(document, "result")))
        return error_set(err, ERROR_MALFORMED,
                         "'%s' is stored already with another result; that one stays", kept->key);
    kept->was_there = true;
    kept->size = body.len;
    kept->sha256 = digest_of(strbuf_span(&body));
    return true;
}

static bool put_document(struct keeper *keeper, struct span text, const json_t *document,
                         struct kept *kept, struct error *err)
{
    STRBUF_AUTO(body, LIMIT_DOCUMENT + 1);
    bool taken;

    /* The bytes as they came: nothing that a number or a string could lose on the way. */
    strbuf_add_span(&body, text);
    strbuf_add_byte(&body, '\n');
    if (!object_store_put_new(keeper->store, kept->key, strbuf_span(&body), &taken, err))
        return false;
    if (taken)
        return accept_stored(keeper, document, kept, err);
    kept->size = body.len;
    kept->sha256 = digest_of(strbuf_span(&body));
    return true;
}

/* {"analysis_id": ID}: which analysis is the latest of an image. */
static bool put_pointer(struct keeper *keeper, const struct kept *kept, struct error *err)
{
    CLEANUP(cleanup_json) json_t *pointer = json_new_object();
    STRBUF_AUTO(body, LIMIT_OBJECT_KEY);

    json_put_string(pointer, "analysis_id", span_string(kept->id));
    python_json_append(&body, pointer);
    return object_store_put(keeper->store, kept->pointer, strbuf_span(&body), err);
}

bool keep_document(struct keeper *keeper, struct span text, struct error *err)
{
    CLEANUP(cleanup_json) json_t *document = document_parse(text, "the document", NULL, err);
    PLACE_AUTO(place);
    KEPT_AUTO(kept) = {0};

    if (!document || !place_document(&place, document, err) ||
        (keeper->validate && !required_keys_check(document, err)))
        return false;
    kept.id = place.id;
    kept.kind = place.kind;
    kept.key = xasprintf("%s%s", keeper->prefix, place.key.data);
    if (place.pointer.len)
        kept.pointer = xasprintf("%s%s", keeper->prefix, place.pointer.data);
    if (!put_document(keeper, text, document, &kept, err) ||
        (kept.pointer && !put_pointer(keeper, &kept, err)))
        return false;
    return write_receipt(keeper, &kept, err);
}

/* ---- raw logs ---- */

/* The key holds the digest of the bytes, so what lies there must be the same. */
static bool put_raw_log(struct keeper *keeper, struct span body, struct kept *kept,
                        struct error *err)
{
    STRBUF_AUTO(stored, LIMIT_DOCUMENT);
    bool found;

    if (!object_store_put_new(keeper->store, kept->key, body, &kept->was_there, err))
        return false;
    if (!kept->was_there)
        return true;
    if (!object_store_get(keeper->store, kept->key, &stored, &found, err))
        return false;
    if (!found || !span_equal(strbuf_span(&stored), body))
        return error_set(err, ERROR_MALFORMED, "'%s' is stored already with other bytes; they stay",
                         kept->key);
    return true;
}

bool keep_raw_log(struct keeper *keeper, struct span bytes, struct error *err)
{
    STRBUF_AUTO(body, LIMIT_DOCUMENT);
    KEPT_AUTO(kept) = {.kind = "raw-log"};
    CLEANUP(cleanup_free) char *id = NULL;

    if (!bytes.len)
        return error_set(err, ERROR_NO_INPUT, "the log is empty");
    if (!raw_log_append(&body, bytes, keeper->redact, &kept.masked, err))
        return false;
    kept.size = body.len;
    kept.sha256 = digest_of(strbuf_span(&body));
    id = xasprintf("buildlog-%s", DIGEST_HEX_TEXT(&kept.sha256));
    kept.id = id;
    kept.key = xasprintf("%sbuildlogs/%s", keeper->prefix, id);
    return put_raw_log(keeper, strbuf_span(&body), &kept, err) && write_receipt(keeper, &kept, err);
}
