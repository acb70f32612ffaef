/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kept.h"

#include <string.h>

#include "document.h"
#include "json_in.h"
#include "place.h"
#include "raw_log.h"
#include "required.h"
#include "xalloc.h"

static void set_body(struct kept *kept, struct strbuf *body)
{
    kept->size = body->len;
    kept->sha256 = digest_of(strbuf_span(body));
    kept->body = strbuf_detach(body);
}

/* A document without a day is left out of the index. */
static void set_row(struct kept *kept, const json_t *document)
{
    if (!index_day_parse(json_in_span_or_empty(document, "metadata.datetime"), &kept->day))
        return;
    json_decref(kept->row);
    kept->row = index_row_of(document);
}

static int add_to_hash(const char *bytes, size_t size, void *context)
{
    hash_add(context, bytes, size);
    return 0;
}

/* NULL of what jansson does not write. */
static char *hash_result(const json_t *document)
{
    struct hash *hash = hash_new(DIGEST_SHA256);
    int failed = json_dump_callback(json_object_get(document, "result"), add_to_hash, hash,
                                    JSON_SORT_KEYS | JSON_COMPACT);
    struct digest digest = hash_finish(hash);

    return failed ? NULL : xstrdup(DIGEST_HEX_TEXT(&digest));
}

bool kept_document(struct kept *kept, struct span text, const struct kept_how *how,
                   struct error *err)
{
    CLEANUP(cleanup_json) json_t *document = document_parse(text, "the document", NULL, err);
    STRBUF_AUTO(body, LIMIT_DOCUMENT + 1);
    PLACE_AUTO(place);

    if (!document || !place_document(&place, document, err) ||
        (how->validate && !required_keys_check(document, err)))
        return false;
    kept->id = xstrdup(place.id);
    kept->kind = xstrdup(place.kind);
    kept->key = xasprintf("%s%s", how->prefix, place.key.data);
    if (place.pointer.len)
        kept->pointer = xasprintf("%s%s", how->prefix, place.pointer.data);
    /* The bytes as they came: nothing that a number or a string could lose on the way. */
    strbuf_add_span(&body, text);
    strbuf_add_byte(&body, '\n');
    set_body(kept, &body);
    set_row(kept, document);
    kept->result_sha256 = hash_result(document);
    return true;
}

void kept_raw_log_take(struct kept *kept, const struct object_file *file,
                       const struct kept_how *how)
{
    kept->file = xmalloc(sizeof *kept->file);
    *kept->file = *file;
    kept->size = file->size;
    kept->sha256 = file->sha256;
    kept->id = xasprintf("buildlog-%s", DIGEST_HEX_TEXT(&kept->sha256));
    kept->kind = xstrdup(KEPT_RAW_LOG);
    kept->key = xasprintf("%sbuildlogs/%s", how->prefix, kept->id);
}

bool kept_raw_log(struct kept *kept, struct stream *log, const struct kept_how *how,
                  struct error *err)
{
    struct object_file file;

    object_file_begin(&file, how->folder);
    if (!raw_log_write(&file, log, how->redact, &kept->masked, err)) {
        object_file_release(&file);
        return false;
    }
    object_file_finish(&file);
    kept_raw_log_take(kept, &file, how);
    return true;
}

struct md5_text kept_md5(const struct kept *kept)
{
    return kept->file ? kept->file->md5 : md5_of(kept_body(kept));
}

void kept_release(struct kept *kept)
{
    free(kept->id);
    free(kept->kind);
    free(kept->key);
    free(kept->pointer);
    free(kept->body);
    if (kept->file)
        object_file_release(kept->file);
    free(kept->file);
    free(kept->result_sha256);
    json_decref(kept->row);
    *kept = (struct kept){0};
}

static bool are_our_bytes(const struct kept *kept, const struct object_facts *stored)
{
    bool is_untold = !*stored->sha256 && kept->file;

    return stored->size == kept->size && strcmp(stored->md5, kept_md5(kept).hex) == 0 &&
           (is_untold || strcmp(stored->sha256, DIGEST_HEX_TEXT(&kept->sha256)) == 0);
}

bool kept_accepts_facts(struct kept *kept, const struct object_facts *stored)
{
    struct index_day day;

    if (are_our_bytes(kept, stored))
        return true;
    if (!stored->size || !*stored->md5 || !*stored->sha256)
        return false;
    if (!kept->result_sha256 || strcmp(stored->result_sha256, kept->result_sha256) != 0 ||
        !index_day_parse(span_string(stored->day), &day))
        return false;
    kept->day = day;
    return true;
}

static json_t *parse(struct span text)
{
    struct error unreadable = {0};

    return json_in_parse(text, "stored document", &unreadable);
}

bool kept_accepts(struct kept *kept, struct span stored)
{
    CLEANUP(cleanup_json) json_t *ours = NULL;
    CLEANUP(cleanup_json) json_t *theirs = NULL;

    if (span_equal(stored, kept_body(kept)))
        return true;
    ours = parse(kept_body(kept));
    theirs = parse(stored);
    if (!json_equal(json_object_get(ours, "result"), json_object_get(theirs, "result")))
        return false;
    set_row(kept, theirs);
    return true;
}
