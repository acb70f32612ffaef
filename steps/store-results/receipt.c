/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "receipt.h"

#include "document.h"
#include "json_in.h"

static json_t *arguments(const struct receipt *receipt, const struct receipt_how *how)
{
    json_t *all = json_new_object();
    json_t *ours = json_new_object();

    json_put_string(ours, "to", span_string(receipt->place));
    json_put_string(ours, "prefix", span_string(how->prefix));
    json_put_bool(ours, "redact", how->redact);
    json_put_take(all, "store-results", ours);
    return all;
}

/* The BUCKET of s3://BUCKET/PREFIX; empty of a folder. */
static struct span bucket_of(const char *place)
{
    struct span rest = span_string(place);
    struct span bucket;

    if (span_eat(&rest, "s3://") && span_split(&rest, '/', &bucket))
        return bucket;
    return span_of(NULL, 0);
}

/* A folder has neither bucket nor ETags. */
static void write_s3(struct json_out *w, const struct receipt *receipt)
{
    struct span bucket = bucket_of(receipt->place);

    if (bucket.len)
        json_out_member(w, "bucket", bucket);
    else
        json_out_member_null(w, "bucket");
    json_out_member_cstring(w, "etag", bucket.len ? receipt->md5->hex : NULL);
}

static void write_members(struct json_out *w, const struct receipt *receipt)
{
    const struct kept *kept = receipt->kept;

    json_out_member_cstring(w, "document_id", kept->id);
    json_out_member_cstring(w, "document_kind", kept->kind);
    json_out_member_cstring(w, "store", receipt->place);
    json_out_member_cstring(w, "key", kept->key);
    json_out_member_cstring(w, "pointer", kept->pointer);
    json_out_member_int(w, "size", (int64_t)receipt->size);
    json_out_member_cstring(w, "sha256", DIGEST_HEX_TEXT(&receipt->sha256));
    write_s3(w, receipt);
    json_out_member_cstring(w, "state", receipt->was_there ? "already there" : "stored");
    json_out_member_int(w, "masked", (int64_t)kept->masked);
}

bool receipt_write(struct json_out *w, const struct receipt *receipt, const struct receipt_how *how,
                   struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(receipt, how);
    STRBUF_AUTO(identity, 2 * LIMIT_PATH);
    struct document_id id;
    struct document doc = {.analyzer = "store-results",
                           .kind = "receipt",
                           .version = "1.1",
                           .id = id.text,
                           .arguments = args,
                           .started = how->started};

    strbuf_addf(&identity, "%s/%s", receipt->place, receipt->kept->key);
    if (!document_make_id(&id, how->id, "receipt", 0, strbuf_span(&identity), err))
        return false;
    document_begin(w, &doc);
    write_members(w, receipt);
    return document_end(w, err);
}
