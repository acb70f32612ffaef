/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sbom_cyclonedx.h"

#include <stdio.h>
#include <string.h>

#include "json_in.h"
#include "sbom.h"

#define REF_IMAGE "image"
#define REF_SYSTEM "operating-system"
/* Names of properties, as CycloneDX wants them: a namespace of ours. */
#define PROPERTY "build-analysis:"

const char *const cyclonedx_versions[] = {"1.6", "1.5", "1.4", NULL};

struct bom {
    struct sbom sbom;
    struct json_out *w;
    bool is_14; /* without lifecycles, occurrences, and tools as components */
    bool is_16; /* with acknowledgement of licences */
};

static void write_property(struct json_out *w, const char *name, struct span value)
{
    if (!value.len)
        return;
    json_out_object(w);
    json_out_member_cstring(w, "name", name);
    json_out_member(w, "value", value);
    json_out_end(w);
}

/* ---- metadata ---- */

static void write_tool(struct json_out *w, const char *author_key)
{
    json_out_object(w);
    if (strcmp(author_key, "vendor") != 0)
        json_out_member_cstring(w, "type", "application");
    json_out_member_cstring(w, author_key, SBOM_AUTHOR);
    json_out_member_cstring(w, "name", SBOM_TOOL);
    json_out_member_cstring(w, "version", BUILD_ANALYSIS_VERSION);
    json_out_end(w);
}

static void write_tools(struct bom *b)
{
    json_out_key(b->w, "tools");
    if (b->is_14) {
        json_out_array(b->w);
        write_tool(b->w, "vendor");
        json_out_end(b->w);
        return;
    }
    json_out_object(b->w);
    json_out_key(b->w, "components");
    json_out_array(b->w);
    write_tool(b->w, "publisher");
    json_out_end(b->w);
    json_out_end(b->w);
}

static void write_lifecycles(struct json_out *w)
{
    json_out_key(w, "lifecycles");
    json_out_array(w);
    json_out_object(w);
    json_out_member_cstring(w, "phase", "post-build");
    json_out_end(w);
    json_out_end(w);
}

static void write_hash(struct json_out *w, const struct digest *digest)
{
    json_out_key(w, "hashes");
    json_out_array(w);
    json_out_object(w);
    json_out_member_cstring(w, "alg", digest->algorithm == DIGEST_SHA512 ? "SHA-512" : "SHA-256");
    json_out_member_cstring(w, "content", DIGEST_HEX_TEXT(digest));
    json_out_end(w);
    json_out_end(w);
}

/* The layers, lowest first, as blobs and as what is in them. */
static void write_image_properties(struct json_out *w, const struct image *image)
{
    json_out_key(w, "properties");
    json_out_array(w);
    write_property(w, PROPERTY "config", span_string(DIGEST_TEXT(&image->config.digest)));
    for (size_t i = 0; i < image->layer_count; i++)
        write_property(w, PROPERTY "layer",
                       span_string(DIGEST_TEXT(&image->layers[i].blob.digest)));
    for (size_t i = 0; i < image->layer_count; i++)
        if (image->layers[i].has_diff_id)
            write_property(w, PROPERTY "diff-id",
                           span_string(DIGEST_TEXT(&image->layers[i].diff_id)));
    json_out_end(w);
}

static void write_image(struct bom *b)
{
    const struct image *image = b->sbom.analysis->image;
    CLEANUP(cleanup_json) json_t *purl = sbom_image_purl(b->sbom.analysis);

    json_out_key(b->w, "component");
    json_out_object(b->w);
    json_out_member_cstring(b->w, "bom-ref", REF_IMAGE);
    json_out_member_cstring(b->w, "type", "container");
    json_out_member_cstring(b->w, "name", b->sbom.analysis->name);
    json_out_member_cstring(b->w, "version", DIGEST_TEXT(&image->manifest.digest));
    write_hash(b->w, &image->manifest.digest);
    json_out_member_value(b->w, "purl", purl);
    write_image_properties(b->w, image);
    json_out_end(b->w);
}

/* What was not read is told here too, in the document's words. */
static void write_warnings(struct bom *b)
{
    json_t *warning;
    size_t i;

    json_out_key(b->w, "properties");
    json_out_array(b->w);
    json_array_foreach (b->sbom.analysis->findings->warnings, i, warning) {
        STRBUF_AUTO(text, SBOM_WARNING_SIZE);

        sbom_add_warning(&text, warning);
        write_property(b->w, PROPERTY "warning", strbuf_span(&text));
    }
    json_out_end(b->w);
}

static void write_metadata(struct bom *b)
{
    struct sbom_time now = sbom_now();

    json_out_key(b->w, "metadata");
    json_out_object(b->w);
    json_out_member_cstring(b->w, "timestamp", now.text);
    if (!b->is_14)
        write_lifecycles(b->w);
    write_tools(b);
    write_image(b);
    if (json_array_size(b->sbom.analysis->findings->warnings))
        write_warnings(b);
    json_out_end(b->w);
}

/* ---- components ---- */

static void write_system(struct bom *b)
{
    const json_t *os = b->sbom.analysis->findings->operating_system;
    struct span cpe = sbom_system_cpe(b->sbom.analysis);
    struct span title = json_in_span_or_empty(os, "pretty_name");

    json_out_object(b->w);
    json_out_member_cstring(b->w, "bom-ref", REF_SYSTEM);
    json_out_member_cstring(b->w, "type", "operating-system");
    json_out_member(b->w, "name", json_in_span_or_empty(os, "id"));
    json_out_member(b->w, "version", json_in_span_or_empty(os, "version_id"));
    if (title.len)
        json_out_member(b->w, "description", title);
    if (cpe.len)
        json_out_member(b->w, "cpe", cpe);
    json_out_end(b->w);
}

/* Types whose names begin with a namespace, and what ends it. */
static size_t group_length(struct span type, struct span name)
{
    if (span_equal_string(type, "maven"))
        return span_find_byte(name, ':');
    if (span_equal_string(type, "npm") || span_equal_string(type, "composer"))
        return span_find_last_byte(name, '/');
    return name.len;
}

static void write_name(struct json_out *w, const json_t *package)
{
    struct span name = json_in_span_or_empty(package, "name");
    size_t group = group_length(json_in_span_or_empty(package, "type"), name);

    if (group && group + 1 < name.len) {
        json_out_member(w, "group", span_head(name, group));
        name = span_skip(name, group + 1);
    }
    json_out_member(w, "name", name);
}

static void write_license(struct bom *b, struct span text)
{
    STRBUF_AUTO(id, LIMIT_PACKAGE_FIELD);

    json_out_object(b->w);
    json_out_key(b->w, "license");
    json_out_object(b->w);
    if (license_read(text, &id) == LICENSE_ID)
        json_out_member(b->w, "id", strbuf_span(&id));
    else
        json_out_member(b->w, "name", text);
    if (b->is_16)
        json_out_member_cstring(b->w, "acknowledgement", "declared");
    json_out_end(b->w);
    json_out_end(b->w);
}

/* An expression may stand there alone only. */
static bool write_expression(struct bom *b, const json_t *licenses)
{
    struct span text = json_in_span(json_array_get(licenses, 0));

    STRBUF_AUTO(expression, LIMIT_PACKAGE_FIELD);
    if (json_array_size(licenses) != 1 || license_read(text, &expression) != LICENSE_EXPRESSION)
        return false;
    json_out_object(b->w);
    json_out_member(b->w, "expression", strbuf_span(&expression));
    if (b->is_16)
        json_out_member_cstring(b->w, "acknowledgement", "declared");
    json_out_end(b->w);
    return true;
}

static void write_licenses(struct bom *b, const json_t *package)
{
    const json_t *licenses = json_object_get(package, "licenses");
    json_t *license;
    size_t i;

    if (!json_array_size(licenses))
        return;
    json_out_key(b->w, "licenses");
    json_out_array(b->w);
    if (!write_expression(b, licenses))
        json_array_foreach (licenses, i, license)
            if (span_trim(json_in_span(license)).len)
                write_license(b, span_trim(json_in_span(license)));
    json_out_end(b->w);
}

/* Where it was found: "evidence" since 1.5, and a property in all. */
static void write_occurrence(struct json_out *w, struct span location)
{
    json_out_key(w, "evidence");
    json_out_object(w);
    json_out_key(w, "occurrences");
    json_out_array(w);
    json_out_object(w);
    json_out_member(w, "location", location);
    json_out_end(w);
    json_out_end(w);
    json_out_end(w);
}

static void write_package_properties(struct bom *b, const json_t *package, size_t row)
{
    size_t owner = relations_owner(&b->sbom.relations, row);

    json_out_key(b->w, "properties");
    json_out_array(b->w);
    write_property(b->w, PROPERTY "type", json_in_span_or_empty(package, "type"));
    write_property(b->w, PROPERTY "location", json_in_span_or_empty(package, "location"));
    write_property(b->w, PROPERTY "layer",
                   span_string(sbom_layer_of(&b->sbom, package, "layer").text));
    write_property(b->w, PROPERTY "removed-by",
                   span_string(sbom_layer_of(&b->sbom, package, "removed_by").text));
    write_property(b->w, PROPERTY "arch", json_in_span_or_empty(package, "arch"));
    write_property(b->w, PROPERTY "owner", json_in_span_or_empty(package, "owner"));
    if (owner != RELATIONS_NONE)
        write_property(b->w, PROPERTY "owner-ref", span_string(SBOM_ID(&b->sbom, owner)));
    json_out_end(b->w);
}

static void write_package(struct bom *b, const json_t *package, size_t row)
{
    struct span type = json_in_span_or_empty(package, "type");
    struct span location = json_in_span_or_empty(package, "location");
    struct span purl = json_in_span_or_empty(package, "purl");

    json_out_object(b->w);
    json_out_member_cstring(b->w, "bom-ref", SBOM_ID(&b->sbom, row));
    json_out_member_cstring(b->w, "type",
                            span_equal_string(type, "generic") ? "application" : "library");
    write_name(b->w, package);
    json_out_member(b->w, "version", json_in_span_or_empty(package, "version"));
    write_licenses(b, package);
    if (purl.len)
        json_out_member(b->w, "purl", purl);
    if (!b->is_14 && location.len)
        write_occurrence(b->w, location);
    write_package_properties(b, package, row);
    json_out_end(b->w);
}

static void write_components(struct bom *b)
{
    json_t *package;
    size_t i;

    json_out_key(b->w, "components");
    json_out_array(b->w);
    if (sbom_has_system(b->sbom.analysis))
        write_system(b);
    json_array_foreach (b->sbom.packages, i, package)
        write_package(b, package, i);
    json_out_end(b->w);
}

/* ---- dependencies ---- */

static void write_image_depends(struct bom *b)
{
    json_out_object(b->w);
    json_out_member_cstring(b->w, "ref", REF_IMAGE);
    json_out_key(b->w, "dependsOn");
    json_out_array(b->w);
    if (sbom_has_system(b->sbom.analysis))
        json_out_cstring(b->w, REF_SYSTEM);
    for (size_t i = 0; i < json_array_size(b->sbom.packages); i++)
        if (sbom_is_there(&b->sbom, i))
            json_out_cstring(b->w, SBOM_ID(&b->sbom, i));
    json_out_end(b->w);
    json_out_end(b->w);
}

/* A package that is not listed here may need others, one with nothing listed needs none. */
static void write_depends(struct bom *b, const json_t *package, size_t row)
{
    size_t count;
    const size_t *needed;

    if (!relations_are_known(json_in_span_or_empty(package, "type")))
        return;
    needed = relations_depends(&b->sbom.relations, row, &count);
    json_out_object(b->w);
    json_out_member_cstring(b->w, "ref", SBOM_ID(&b->sbom, row));
    json_out_key(b->w, "dependsOn");
    json_out_array(b->w);
    for (size_t i = 0; i < count; i++)
        json_out_cstring(b->w, SBOM_ID(&b->sbom, needed[i]));
    json_out_end(b->w);
    json_out_end(b->w);
}

static void write_dependencies(struct bom *b)
{
    json_t *package;
    size_t i;

    json_out_key(b->w, "dependencies");
    json_out_array(b->w);
    write_image_depends(b);
    json_array_foreach (b->sbom.packages, i, package)
        write_depends(b, package, i);
    json_out_end(b->w);
}

static void write_head(struct bom *b, const char *version)
{
    struct sbom_uuid uuid = sbom_make_uuid(b->sbom.analysis, "cyclonedx", version);
    char text[80];

    snprintf(text, sizeof text, "http://cyclonedx.org/schema/bom-%s.schema.json", version);
    json_out_member_cstring(b->w, "$schema", text);
    json_out_member_cstring(b->w, "bomFormat", "CycloneDX");
    json_out_member_cstring(b->w, "specVersion", version);
    snprintf(text, sizeof text, "urn:uuid:%s", uuid.text);
    json_out_member_cstring(b->w, "serialNumber", text);
    json_out_member_int(b->w, "version", 1);
}

bool cyclonedx_write(const struct analysis *analysis, const char *version, struct output *out,
                     struct error *err)
{
    struct bom b = {.is_14 = strcmp(version, "1.4") == 0, .is_16 = strcmp(version, "1.6") == 0};
    bool done;

    sbom_init(&b.sbom, analysis, out);
    b.w = &b.sbom.w;
    json_out_object(b.w);
    write_head(&b, version);
    write_metadata(&b);
    write_components(&b);
    write_dependencies(&b);
    json_out_end(b.w);
    done = json_out_finish(b.w, err);
    sbom_release(&b.sbom);
    return done;
}
