/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "referrers.h"

#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "redact.h"
#include "xalloc.h"

static void release_document(struct referrer_document *document)
{
    descriptor_release(&document->blob);
    free(document->predicate_type);
    free(document->path);
}

static void release_referrer(struct referrer *referrer)
{
    for (size_t i = 0; i < referrer->document_count; i++)
        release_document(&referrer->documents[i]);
    free(referrer->documents);
    descriptor_release(&referrer->manifest);
    free(referrer->artifact_type);
    json_decref(referrer->annotations);
}

void referrers_release(struct referrers *list)
{
    for (size_t i = 0; i < list->count; i++)
        release_referrer(&list->items[i]);
    free(list->items);
    *list = (struct referrers){0};
}

/* ---- filling ---- */

static bool is_listed(const struct referrers *list, const struct digest *manifest)
{
    for (size_t i = 0; i < list->count; i++)
        if (digest_equal(&list->items[i].manifest.digest, manifest))
            return true;
    return false;
}

static void copy_annotation(json_t *to, const char *name, struct span value)
{
    STRBUF_AUTO(masked, (size_t)8 * LIMIT_ANNOTATION);

    if (redact_name_is_secret(span_string(name)))
        strbuf_add_span(&masked, SPAN_LITERAL(REDACTED));
    else
        redact_append(&masked, span_head(value, (size_t)4 * LIMIT_ANNOTATION));
    /* Cut behind the masking, which would not know the half of a token. */
    json_put_string(to, name, span_head(strbuf_span(&masked), LIMIT_ANNOTATION));
}

/* A name that is too long tells nothing that anybody looks for. */
static json_t *copy_annotations(json_t *annotations)
{
    json_t *copy = json_new_object();
    const char *name;
    json_t *value;

    json_object_foreach (annotations, name, value)
        if (json_is_string(value) && strnlen(name, LIMIT_ANNOTATION) < LIMIT_ANNOTATION &&
            json_object_size(copy) < LIMIT_ANNOTATIONS)
            copy_annotation(copy, name, json_in_span(value));
    return copy;
}

bool referrers_add(struct referrers *list, const json_t *entry, const struct digest *subject,
                   enum referrer_place place, struct error *err)
{
    struct referrer referrer = {.subject = *subject, .place = place};
    struct span type = span_head(json_in_span_or_empty(entry, "artifactType"), LIMIT_MEDIA_TYPE);

    if (!descriptor_parse(entry, &referrer.manifest, err))
        return false;
    list->cut = list->cut || list->count == LIMIT_REFERRERS;
    if (list->cut || is_listed(list, &referrer.manifest.digest)) {
        release_referrer(&referrer);
        return true;
    }
    referrer.artifact_type = type.len ? xmemdup0(type.data, type.len) : NULL;
    referrer.annotations = copy_annotations(json_object_get(entry, "annotations"));
    XGROW(list->items, list->count, list->capacity);
    list->items[list->count++] = referrer;
    return true;
}

bool referrers_add_all(struct referrers *list, const json_t *index, const struct digest *subject,
                       enum referrer_place place, struct error *err)
{
    json_t *manifests;

    if (!index_manifests(index, &manifests, err))
        return false;
    for (size_t i = 0; i < json_array_size(manifests); i++)
        if (!referrers_add(list, json_array_get(manifests, i), subject, place, err))
            return error_prefix(err, "manifests[%zu]", i);
    return true;
}

struct referrer_document *referrer_add_document(struct referrer *referrer)
{
    XGROW(referrer->documents, referrer->document_count, referrer->document_capacity);
    referrer->documents[referrer->document_count] = (struct referrer_document){0};
    return &referrer->documents[referrer->document_count++];
}

/* ---- writing ---- */

static const char *place_name(enum referrer_place place)
{
    switch (place) {
    case REFERRER_API:
        return "referrers-api";
    case REFERRER_TAG:
        return "referrers-tag";
    case REFERRER_COSIGN_TAG:
        return "cosign-tag";
    case REFERRER_INDEX:
        return "index";
    }
    return NULL;
}

static void write_document_of(struct json_out *w, const struct referrer_document *document)
{
    json_out_object(w);
    descriptor_write_members(w, &document->blob);
    if (document->predicate_type)
        json_out_member_cstring(w, "predicate_type", document->predicate_type);
    json_out_member_cstring(w, "path", document->path);
    json_out_end(w);
}

static void write_referrer(struct json_out *w, const struct referrer *referrer)
{
    json_out_object(w);
    descriptor_write_members(w, &referrer->manifest);
    json_out_member_cstring(w, "artifact_type", referrer->artifact_type);
    json_out_member_value(w, "annotations", referrer->annotations);
    json_out_member_cstring(w, "subject", DIGEST_TEXT(&referrer->subject));
    json_out_member_cstring(w, "found", place_name(referrer->place));
    json_out_key(w, "documents");
    json_out_array(w);
    for (size_t i = 0; i < referrer->document_count; i++)
        write_document_of(w, &referrer->documents[i]);
    json_out_end(w);
    json_out_end(w);
}

void referrers_write(struct json_out *w, const struct referrers *list)
{
    if (!list->asked)
        return;
    json_out_key(w, "referrers");
    json_out_array(w);
    for (size_t i = 0; i < list->count; i++)
        write_referrer(w, &list->items[i]);
    json_out_end(w);
}
