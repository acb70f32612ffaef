/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SBOMs that are attached to an image (find_referrers.h). */
#include <stdlib.h>
#include <string.h>

#include "find_referrers.h"
#include "json_in.h"
#include "layout_store.h"
#include "xalloc.h"

struct keeper {
    struct registry *registry;
    struct layout *layout;
    uint64_t kept; /* bytes of documents so far */
};

static bool is_one_of(const char *text, const char *const *list)
{
    while (*list && strcmp(text, *list) != 0)
        list++;
    return *list != NULL;
}

/* SPDX's and CycloneDX's; cosign has another for SPDX. */
static bool is_sbom(const char *type)
{
    static const char *const types[] = {"application/spdx+json", "text/spdx+json",
                                        "application/vnd.cyclonedx+json", NULL};

    return is_one_of(type, types);
}

/* in-toto's statements, as BuildKit has them and as cosign signs them (DSSE). */
static bool is_attestation(const char *type)
{
    static const char *const types[] = {"application/vnd.in-toto+json",
                                        "application/vnd.dsse.envelope.v1+json", NULL};

    return is_one_of(type, types);
}

/* BuildKit's name, and cosign's. Empty: it has none. */
static struct span predicate_type(const json_t *layer)
{
    const json_t *annotations = json_object_get(layer, "annotations");
    struct span type = json_in_span(json_object_get(annotations, "in-toto.io/predicate-type"));

    return type.len ? type : json_in_span(json_object_get(annotations, "predicateType"));
}

/* The types that in-toto's catalogue of predicates has for SBOMs; a version may stand behind them. */
static bool is_predicate_of_sbom(struct span type)
{
    return type.len < LIMIT_ANNOTATION && (span_starts_with(type, "https://spdx.dev/Document") ||
                                           span_starts_with(type, "https://cyclonedx.org/bom"));
}

static bool note_document(struct referrer *referrer, const json_t *layer, struct error *err)
{
    struct descriptor blob = {0};
    struct span predicate = predicate_type(layer);
    struct referrer_document *document;
    bool attests;

    if (!descriptor_parse(layer, &blob, err))
        return false;
    attests = is_attestation(blob.media_type) && is_predicate_of_sbom(predicate);
    if (!attests && !is_sbom(blob.media_type)) {
        descriptor_release(&blob);
        return true;
    }
    document = referrer_add_document(referrer);
    document->blob = blob;
    document->predicate_type = attests ? xmemdup0(predicate.data, predicate.len) : NULL;
    return true;
}

/* What its descriptor does not tell of it. */
static bool note_type(struct referrer *referrer, const json_t *manifest, struct error *err)
{
    IMAGE_AUTO(image);

    if (referrer->artifact_type)
        return true;
    if (!image_set_manifest(&image, manifest, err))
        return false;
    referrer->artifact_type = STEAL(image.artifact_type);
    return true;
}

/* ---- keeping ---- */

static struct stream *open_rest(void *context, const struct descriptor *blob, uint64_t first,
                                struct error *err)
{
    return registry_open_blob(context, blob, first, err);
}

static bool store(struct keeper *k, struct referrer_document *document, struct error *err)
{
    const struct descriptor *blob = &document->blob;

    if (blob->size > LIMIT_DOCUMENT)
        return error_set(err, ERROR_MALFORMED, "the document has more than %zu bytes",
                         LIMIT_DOCUMENT);
    if (blob->size > LIMIT_REFERRER_DOCUMENTS - k->kept)
        return error_set(err, ERROR_MALFORMED,
                         "the documents of this image have more than %llu bytes together",
                         LIMIT_REFERRER_DOCUMENTS);
    k->kept += blob->size;
    if (!layout_store_blob(k->layout, blob, open_rest, k->registry, err))
        return false;
    document->path = layout_blob_path(k->layout, blob);
    return true;
}

/* The manifest first: as long as its subject is kept, --gc leaves it and what it names. */
static bool store_all(struct keeper *k, struct referrer *referrer, struct span manifest,
                      struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = stream_of_span(manifest);

    if (!k->layout || !referrer->document_count)
        return true;
    if (!layout_has_blob(k->layout, &referrer->manifest) &&
        !layout_write_blob(k->layout, &referrer->manifest, in, err))
        return false;
    for (size_t i = 0; i < referrer->document_count; i++)
        if (!store(k, &referrer->documents[i], err))
            return false;
    return true;
}

static bool keep(struct keeper *k, struct referrer *referrer, struct error *err)
{
    const struct image_source source = registry_source(k->registry);
    STRBUF_AUTO(bytes, LIMIT_MANIFEST);
    CLEANUP(cleanup_json) json_t *manifest = NULL;
    json_t *layers;

    if (!source.read_manifest(source.context, &referrer->manifest, LIMIT_MANIFEST, &bytes, err))
        return false;
    manifest = json_in_parse(strbuf_span(&bytes), "manifest", err);
    if (!manifest)
        return false;
    /* What is no manifest of blobs has none of these. */
    if (manifest_is_index(manifest))
        return true;
    if (!note_type(referrer, manifest, err) || !json_in_array(manifest, "layers", &layers, err))
        return false;
    if (json_array_size(layers) > LIMIT_LAYERS)
        return error_set(err, ERROR_MALFORMED, "it has more than %d layers", LIMIT_LAYERS);
    for (size_t i = 0; i < json_array_size(layers); i++)
        if (!note_document(referrer, json_array_get(layers, i), err))
            return error_prefix(err, "layers[%zu]", i);
    return store_all(k, referrer, strbuf_span(&bytes), err);
}

/* Who attaches something wrong to an image does not keep others from having the image. */
static bool is_its_own(const struct error *why)
{
    return why->kind == ERROR_MALFORMED || why->kind == ERROR_NO_INPUT;
}

bool keep_referrer_documents(struct registry *registry, struct referrers *list,
                             struct layout *layout, fetch_warn *warn, struct error *err)
{
    struct keeper keeper = {registry, layout, 0};

    for (size_t i = 0; i < list->count; i++) {
        struct error why = {0};

        if (keep(&keeper, &list->items[i], &why))
            continue;
        error_prefix(&why, "referrer %s", DIGEST_TEXT(&list->items[i].manifest.digest));
        if (!is_its_own(&why))
            return error_set(err, why.kind, "%s", why.message);
        warn(why.message);
    }
    return true;
}
