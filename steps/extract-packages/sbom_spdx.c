/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sbom_spdx.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "json_in.h"
#include "sbom.h"

#define REF "SPDXRef-"
#define REF_DOCUMENT REF "DOCUMENT"
#define REF_IMAGE REF "image"
#define REF_SYSTEM REF "operating-system"
#define TOOL "Tool: " SBOM_TOOL "-" BUILD_ANALYSIS_VERSION
/* What a field says that nothing is known of (clause 7). */
#define UNKNOWN "NOASSERTION"

const char *const spdx_versions[] = {"2.3", "2.2", NULL};

struct spdx {
    struct sbom sbom;
    struct json_out *w;
    bool is_22; /* without purposes, and with '_' in categories */
    struct sbom_time now;
};

/* "SPDXRef-..." of a package. */
struct reference_text {
    char text[sizeof REF + SBOM_ID_SIZE];
};

static struct reference_text reference_of(const struct spdx *s, size_t row)
{
    struct reference_text ref;

    snprintf(ref.text, sizeof ref.text, REF "%s", SBOM_ID(&s->sbom, row));
    return ref;
}

/* ---- parts of packages ---- */

/* Clause 12: what the format has no field for, as "NAME: VALUE". */
static void write_annotation(struct spdx *s, const char *name, struct span value)
{
    STRBUF_AUTO(comment, LIMIT_ERROR_MESSAGE + 2 * LIMIT_PATH);

    strbuf_addf(&comment, "build-analysis:%s: ", name);
    strbuf_add_span(&comment, value);
    json_out_object(s->w);
    json_out_member_cstring(s->w, "annotationDate", s->now.text);
    json_out_member_cstring(s->w, "annotationType", "OTHER");
    json_out_member_cstring(s->w, "annotator", TOOL);
    json_out_member(s->w, "comment", strbuf_span(&comment));
    json_out_end(s->w);
}

static void write_external(struct json_out *w, const char *category, const char *type,
                           struct span locator)
{
    json_out_object(w);
    json_out_member_cstring(w, "referenceCategory", category);
    json_out_member_cstring(w, "referenceType", type);
    json_out_member(w, "referenceLocator", locator);
    json_out_end(w);
}

static void write_purl(struct spdx *s, struct span purl)
{
    if (!purl.len)
        return;
    json_out_key(s->w, "externalRefs");
    json_out_array(s->w);
    write_external(s->w, s->is_22 ? "PACKAGE_MANAGER" : "PACKAGE-MANAGER", "purl", purl);
    json_out_end(s->w);
}

/* What every package has; license empty for one that says nothing. */
static void begin_package(struct spdx *s, const char *ref, struct span name, struct span version,
                          struct span license)
{
    json_out_object(s->w);
    json_out_member_cstring(s->w, "SPDXID", ref);
    json_out_member(s->w, "name", name);
    if (version.len)
        json_out_member(s->w, "versionInfo", version);
    json_out_member_cstring(s->w, "supplier", UNKNOWN);
    json_out_member_cstring(s->w, "downloadLocation", UNKNOWN);
    json_out_member_bool(s->w, "filesAnalyzed", false);
    json_out_member_cstring(s->w, "licenseConcluded", UNKNOWN);
    json_out_member(s->w, "licenseDeclared", license.len ? license : SPAN_LITERAL(UNKNOWN));
    json_out_member_cstring(s->w, "copyrightText", UNKNOWN);
}

static void write_purpose(struct spdx *s, const char *purpose)
{
    if (!s->is_22)
        json_out_member_cstring(s->w, "primaryPackagePurpose", purpose);
}

/* ---- packages ---- */

static void write_checksum(struct json_out *w, const struct digest *digest)
{
    json_out_key(w, "checksums");
    json_out_array(w);
    json_out_object(w);
    json_out_member_cstring(w, "algorithm",
                            digest->algorithm == DIGEST_SHA512 ? "SHA512" : "SHA256");
    json_out_member_cstring(w, "checksumValue", DIGEST_HEX_TEXT(digest));
    json_out_end(w);
    json_out_end(w);
}

static void write_image_annotations(struct spdx *s, const struct image *image)
{
    json_out_key(s->w, "annotations");
    json_out_array(s->w);
    write_annotation(s, "config", span_string(DIGEST_TEXT(&image->config.digest)));
    for (size_t i = 0; i < image->layer_count; i++)
        write_annotation(s, "layer", span_string(DIGEST_TEXT(&image->layers[i].blob.digest)));
    json_out_end(s->w);
}

static void write_image(struct spdx *s)
{
    const struct analysis *analysis = s->sbom.analysis;
    const struct digest *digest = &analysis->image->manifest.digest;
    CLEANUP(cleanup_json) json_t *purl = sbom_image_purl(analysis);

    begin_package(s, REF_IMAGE, span_string(analysis->name), span_string(DIGEST_TEXT(digest)),
                  span_of(NULL, 0));
    write_purpose(s, "CONTAINER");
    write_checksum(s->w, digest);
    write_purl(s, json_in_span(purl));
    write_image_annotations(s, analysis->image);
    json_out_end(s->w);
}

static void write_system(struct spdx *s)
{
    const json_t *os = s->sbom.analysis->findings->operating_system;
    struct span cpe = sbom_system_cpe(s->sbom.analysis);
    struct span title = json_in_span_or_empty(os, "pretty_name");

    begin_package(s, REF_SYSTEM, json_in_span_or_empty(os, "id"),
                  json_in_span_or_empty(os, "version_id"), span_of(NULL, 0));
    write_purpose(s, "OPERATING-SYSTEM");
    if (title.len)
        json_out_member(s->w, "description", title);
    if (cpe.len) {
        json_out_key(s->w, "externalRefs");
        json_out_array(s->w);
        write_external(s->w, "SECURITY",
                       span_starts_with(cpe, "cpe:2.3:") ? "cpe23Type" : "cpe22Type", cpe);
        json_out_end(s->w);
    }
    json_out_end(s->w);
}

static void write_package(struct spdx *s, const json_t *package, size_t row)
{
    struct span type = json_in_span_or_empty(package, "type");
    struct digest_text layer = sbom_layer_of(&s->sbom, package, "layer");
    struct digest_text removed_by = sbom_layer_of(&s->sbom, package, "removed_by");

    STRBUF_AUTO(license, LIMIT_PACKAGE_FIELD);
    STRBUF_AUTO(source, 2 * LIMIT_PATH + 64);
    licenses_join(json_object_get(package, "licenses"), &license);
    strbuf_add_string(&source, "found in ");
    strbuf_add_span(&source, json_in_span_or_empty(package, "location"));
    begin_package(s, reference_of(s, row).text, json_in_span_or_empty(package, "name"),
                  json_in_span_or_empty(package, "version"), strbuf_span(&license));
    write_purpose(s, span_equal_string(type, "generic") ? "APPLICATION" : "LIBRARY");
    json_out_member(s->w, "sourceInfo", strbuf_span(&source));
    write_purl(s, json_in_span_or_empty(package, "purl"));
    if (*layer.text) {
        json_out_key(s->w, "annotations");
        json_out_array(s->w);
        write_annotation(s, "layer", span_string(layer.text));
        if (*removed_by.text)
            write_annotation(s, "removed-by", span_string(removed_by.text));
        json_out_end(s->w);
    }
    json_out_end(s->w);
}

static void write_packages(struct spdx *s)
{
    json_t *package;
    size_t i;

    json_out_key(s->w, "packages");
    json_out_array(s->w);
    write_image(s);
    if (sbom_has_system(s->sbom.analysis))
        write_system(s);
    json_array_foreach (s->sbom.packages, i, package)
        write_package(s, package, i);
    json_out_end(s->w);
}

/* ---- licences that are no SPDX expression (clause 10) ---- */

static void write_extracted(struct spdx *s, struct span text, struct path_map *seen)
{
    STRBUF_AUTO(ignored, LIMIT_PACKAGE_FIELD);

    if (!text.len || license_read(text, &ignored) != LICENSE_NAME || !path_map_add(seen, text, 0))
        return;
    json_out_object(s->w);
    json_out_member_cstring(s->w, "licenseId", license_reference(text).text);
    json_out_member(s->w, "extractedText", text);
    json_out_end(s->w);
}

static void write_licenses(struct spdx *s)
{
    struct path_map seen = {.key = path_key_of_process()};
    json_t *package;
    json_t *license;
    size_t i;
    size_t j;

    json_out_key(s->w, "hasExtractedLicensingInfos");
    json_out_array(s->w);
    json_array_foreach (s->sbom.packages, i, package)
        json_array_foreach (json_object_get(package, "licenses"), j, license)
            write_extracted(s, span_trim(json_in_span(license)), &seen);
    json_out_end(s->w);
    path_map_release(&seen);
}

/* ---- relationships (clause 11) ---- */

static void write_relationship(struct json_out *w, const char *from, const char *type,
                               const char *to)
{
    json_out_object(w);
    json_out_member_cstring(w, "spdxElementId", from);
    json_out_member_cstring(w, "relationshipType", type);
    json_out_member_cstring(w, "relatedSpdxElement", to);
    json_out_end(w);
}

static void write_relations_of(struct spdx *s, size_t row)
{
    struct reference_text self = reference_of(s, row);
    size_t owner = relations_owner(&s->sbom.relations, row);
    size_t count;
    const size_t *needed = relations_depends(&s->sbom.relations, row, &count);

    if (sbom_is_there(&s->sbom, row))
        write_relationship(s->w, REF_IMAGE, "CONTAINS", self.text);
    if (owner != RELATIONS_NONE)
        write_relationship(s->w, reference_of(s, owner).text, "CONTAINS", self.text);
    for (size_t i = 0; i < count; i++)
        write_relationship(s->w, self.text, "DEPENDS_ON", reference_of(s, needed[i]).text);
}

static void write_relationships(struct spdx *s)
{
    json_out_key(s->w, "relationships");
    json_out_array(s->w);
    write_relationship(s->w, REF_DOCUMENT, "DESCRIBES", REF_IMAGE);
    if (sbom_has_system(s->sbom.analysis))
        write_relationship(s->w, REF_IMAGE, "CONTAINS", REF_SYSTEM);
    for (size_t i = 0; i < json_array_size(s->sbom.packages); i++)
        write_relations_of(s, i);
    json_out_end(s->w);
}

/* ---- the document (clause 6) ---- */

/* The specification's own place for those without one, and the image's name as URIs have it. */
static void write_namespace(struct spdx *s, const char *version)
{
    struct sbom_uuid uuid = sbom_make_uuid(s->sbom.analysis, "spdx", version);

    STRBUF_AUTO(text, 2 * (size_t)LIMIT_REFERENCE);
    strbuf_add_string(&text, "https://spdx.org/spdxdocs/");
    for (const char *p = s->sbom.analysis->name; *p; p++)
        strbuf_add_byte(&text, isalnum((unsigned char)*p) || *p == '.' ? *p : '-');
    strbuf_addf(&text, "-%s", uuid.text);
    json_out_member(s->w, "documentNamespace", strbuf_span(&text));
}

static void write_creation(struct spdx *s)
{
    json_out_key(s->w, "creationInfo");
    json_out_object(s->w);
    json_out_member_cstring(s->w, "created", s->now.text);
    json_out_key(s->w, "creators");
    json_out_array(s->w);
    json_out_cstring(s->w, "Organization: " SBOM_AUTHOR);
    json_out_cstring(s->w, TOOL);
    json_out_end(s->w);
    json_out_member_cstring(s->w, "licenseListVersion", SPDX_LIST_VERSION);
    json_out_end(s->w);
}

/* What was not read is told here too, in the document's words. */
static void write_warnings(struct spdx *s)
{
    json_t *warning;
    size_t i;

    json_out_key(s->w, "annotations");
    json_out_array(s->w);
    json_array_foreach (s->sbom.analysis->findings->warnings, i, warning) {
        STRBUF_AUTO(text, SBOM_WARNING_SIZE);

        sbom_add_warning(&text, warning);
        write_annotation(s, "warning", strbuf_span(&text));
    }
    json_out_end(s->w);
}

static void write_head(struct spdx *s, const char *version)
{
    char text[20];

    snprintf(text, sizeof text, "SPDX-%.10s", version);
    json_out_member_cstring(s->w, "spdxVersion", text);
    json_out_member_cstring(s->w, "dataLicense", "CC0-1.0");
    json_out_member_cstring(s->w, "SPDXID", REF_DOCUMENT);
    json_out_member_cstring(s->w, "name", s->sbom.analysis->name);
    write_namespace(s, version);
    write_creation(s);
}

bool spdx_write(const struct analysis *analysis, const char *version, struct output *out,
                struct error *err)
{
    struct spdx s = {.is_22 = strcmp(version, "2.2") == 0, .now = sbom_now()};
    bool done;

    sbom_init(&s.sbom, analysis, out);
    s.w = &s.sbom.w;
    json_out_object(s.w);
    write_head(&s, version);
    write_packages(&s);
    write_licenses(&s);
    write_relationships(&s);
    write_warnings(&s);
    json_out_end(s.w);
    done = json_out_finish(s.w, err);
    sbom_release(&s.sbom);
    return done;
}
