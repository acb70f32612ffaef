/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

#include <string.h>

#include "digest.h"
#include "document.h"
#include "json_in.h"
#include "object_store.h"

#define OTHER_FOLDER "build-analysis/other/"
#define RAW_LOG "buildlog-"
#define POINTER_FOLDER "analysis-by-digest/"

static const struct kind {
    const char *kind;   /* result.schema.kind */
    const char *prefix; /* of the id */
    const char *folder;
} kinds[] = {
    {"image", "image-", "build-analysis/images/"},
    {"image-analysis", "package-extract-", "analysis/"},
    {"build-log-analysis", "buildlog-parser-", "buildlogs-parsed/"},
    {"observation", "observation-", "observations/"},
    {"build-request", "build-request-", "build-analysis/requests/"},
    {"build-failure", "build-failure-", "build-analysis/failures/"},
    {"knowledge", "knowledge-", "build-analysis/knowledge/"},
};

void place_init(struct place *place)
{
    *place = (struct place){.id = "", .kind = ""};
    strbuf_init(&place->key, LIMIT_OBJECT_KEY);
    strbuf_init(&place->pointer, LIMIT_OBJECT_KEY);
}

void place_release(struct place *place)
{
    strbuf_release(&place->key);
    strbuf_release(&place->pointer);
}

static const struct kind *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].kind, name) == 0)
            return &kinds[i];
    return NULL;
}

static bool check_envelope(const json_t *document, struct error *err)
{
    json_t *part;

    if (!json_is_object(document))
        return error_set(err, ERROR_MALFORMED, "is no document: not a JSON object");
    if (!json_in_object(document, "metadata", &part, err) ||
        !json_in_object(document, "result", &part, err))
        return false;
    if (json_object_size(document) != 2)
        return error_set(err, ERROR_MALFORMED, "has more members than 'metadata' and 'result'");
    return true;
}

static bool id_is_valid(struct span id)
{
    return id.len <= LIMIT_DOCUMENT_ID && span_find_byte(id, '/') == id.len &&
           span_find_byte(id, ':') == id.len && span_find_byte(id, '=') == id.len &&
           object_key_is_valid(id);
}

static bool check_id(const struct kind *kind, struct span id, struct error *err)
{
    if (!id_is_valid(id))
        return error_set(err, ERROR_MALFORMED,
                         "'metadata.document_id' is no id: up to %d of A-Z a-z 0-9 . _ -, not "
                         "starting with a dot",
                         LIMIT_DOCUMENT_ID);
    if (kind && (!span_starts_with(id, kind->prefix) || id.len == strlen(kind->prefix)))
        return error_set(err, ERROR_MALFORMED,
                         "'metadata.document_id' is '%s'; that of kind '%s' starts with '%s'",
                         quote_bytes(id.data, id.len).text, kind->kind, kind->prefix);
    return true;
}

bool place_is_raw_log(struct span id)
{
    return span_eat(&id, RAW_LOG) && span_is_hex(id, DIGEST_HEX);
}

static const char *folder_of_id(struct span id)
{
    if (place_is_raw_log(id))
        return "buildlogs/";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (span_starts_with(id, kinds[i].prefix))
            return kinds[i].folder;
    return OTHER_FOLDER;
}

bool place_of_id(struct strbuf *key, struct span id, size_t at, struct error *err)
{
    if (!id_is_valid(id))
        return error_set(err, ERROR_MALFORMED, "'%s' is no document's id",
                         quote_bytes(id.data, id.len).text);
    strbuf_add_string(key, at ? OTHER_FOLDER : folder_of_id(id));
    strbuf_add_span(key, id);
    return true;
}

/* thoth-storages finds an analysis by its image's manifest digest, "sha256:" included. */
static void set_pointer(struct place *place, const json_t *document)
{
    struct span text = json_in_span_or_empty(document, "result.image.manifest.digest");
    struct error no_digest = {0};
    struct digest digest;

    if (!digest_parse(text, &digest, &no_digest))
        return;
    strbuf_add_string(&place->pointer, POINTER_FOLDER);
    strbuf_add_span(&place->pointer, text);
}

bool place_document(struct place *place, const json_t *document, struct error *err)
{
    const struct kind *kind = find_kind(document_kind(document));
    struct span id;

    if (!check_envelope(document, err) ||
        !json_in_string(document, "metadata.document_id", &id, err) || !check_id(kind, id, err))
        return false;
    place->id = id.data;
    place->kind = document_kind(document);
    strbuf_add_string(&place->key, kind ? kind->folder : OTHER_FOLDER);
    strbuf_add_span(&place->key, id);
    if (kind && strcmp(kind->kind, "image-analysis") == 0)
        set_pointer(place, document);
    return true;
}

static bool add_prefix_part(struct strbuf *out, const char *what, const char *text,
                            struct error *err)
{
    struct span part = span_string(text);

    while (part.len && part.data[part.len - 1] == '/')
        part.len--;
    span_eat(&part, "/");
    if (!part.len)
        return true;
    if (!object_key_is_valid(part))
        return error_set(err, ERROR_USAGE, "the %s '%s' cannot be the start of a key", what,
                         QUOTE(text));
    strbuf_add_span(out, part);
    strbuf_add_byte(out, '/');
    return true;
}

bool place_prefix(struct strbuf *out, const char *prefix, const char *deployment, struct error *err)
{
    return add_prefix_part(out, "prefix", prefix, err) &&
           add_prefix_part(out, "deployment", deployment, err);
}
