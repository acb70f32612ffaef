/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sbom_documents.h"

#include "json_in.h"
#include "purl_parts.h"

/* Components within components; a tree of JSON ends at LIMIT_JSON_DEPTH anyway. */
#define MOST_COMPONENT_DEPTH 32

bool sbom_is_spdx(const json_t *root)
{
    return span_starts_with(json_in_span_or_empty(root, "spdxVersion"), "SPDX-2.");
}

bool sbom_is_cyclonedx(const json_t *root)
{
    return span_equal_string(json_in_span_or_empty(root, "bomFormat"), "CycloneDX");
}

/* ---- one package ---- */

/* An image that a package was taken from is none. */
static bool is_image(struct span type)
{
    return span_equal_string(type, "oci") || span_equal_string(type, "docker");
}

/* As it stands; where it was fetched from with a password, without its qualifiers, or not at all. */
static void write_purl(struct database_writer *w, struct span purl)
{
    if (purl_has_secret(purl))
        purl = span_head(purl, span_find_byte(purl, '?'));
    if (!purl_has_secret(purl))
        json_out_member(w->facts, "purl", purl);
}

/* Begins the package of that purl; stated is the version that stands beside the purl. */
static bool begin(struct database_writer *w, struct span purl, struct span stated)
{
    PURL_PARTS_AUTO(parts);
    STRBUF_AUTO(name, 2 * LIMIT_PACKAGE_NAME + 1);
    struct span version;

    if (!purl_parts_read(&parts, purl)) {
        database_problem(w, 0, "a purl that is none");
        return false;
    }
    if (is_image(strbuf_span(&parts.type)))
        return false;
    strbuf_add_span(&name, strbuf_span(&parts.type));
    strbuf_add_byte(&name, '/');
    strbuf_add_span(&name, strbuf_span(&parts.name));
    version = parts.version.len ? strbuf_span(&parts.version) : stated;
    if (!database_begin_package(w, 0, strbuf_span(&name), version, strbuf_span(&parts.arch)))
        return false;
    write_purl(w, purl);
    return true;
}

static bool says_nothing(struct span license)
{
    return !license.len || span_equal_string(license, "NOASSERTION") ||
           span_equal_string(license, "NONE");
}

/* ---- SPDX ---- */

static struct span purl_of_spdx(const json_t *package)
{
    json_t *reference;
    size_t i;

    json_array_foreach (json_object_get(package, "externalRefs"), i, reference)
        if (span_equal_string(json_in_span_or_empty(reference, "referenceType"), "purl"))
            return json_in_span_or_empty(reference, "referenceLocator");
    return span_of(NULL, 0);
}

static bool begin_without_purl(struct database_writer *w, const json_t *package, const char *type)
{
    struct span name = json_in_span_or_empty(package, "name");

    STRBUF_AUTO(full, 2 * LIMIT_PACKAGE_NAME);
    if (!name.len || says_nothing(json_in_span_or_empty(package, "versionInfo")))
        return false;
    strbuf_addf(&full, "%s/", type);
    strbuf_add_span(&full, name);
    return database_begin_package(w, 0, strbuf_span(&full),
                                  json_in_span_or_empty(package, "versionInfo"), span_of(NULL, 0));
}

static void write_spdx_package(struct database_writer *w, const json_t *package,
                               const char *default_type)
{
    struct span purl = purl_of_spdx(package);
    struct span license = json_in_span_or_empty(package, "licenseDeclared");

    if (purl.len ? !begin(w, purl, json_in_span_or_empty(package, "versionInfo"))
                 : !default_type || !begin_without_purl(w, package, default_type))
        return;
    if (says_nothing(license))
        license = json_in_span_or_empty(package, "licenseConcluded");
    if (!says_nothing(license)) {
        json_out_key(w->facts, "licenses");
        json_out_array(w->facts);
        json_out_string(w->facts, license);
        json_out_end(w->facts);
    }
    json_out_end(w->facts);
}

/* Which end of a relationship is not in the image: sources, recipes, tools. */
static const char *absent_end(const json_t *relationship)
{
    static const struct {
        const char *type;
        const char *end;
    } ends[] = {
        {"GENERATED_FROM", "relatedSpdxElement"}, {"DESCRIBED_BY", "relatedSpdxElement"},
        {"GENERATES", "spdxElementId"},           {"BUILD_TOOL_OF", "spdxElementId"},
        {"BUILD_DEPENDENCY_OF", "spdxElementId"},
    };
    struct span type = json_in_span_or_empty(relationship, "relationshipType");

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (span_equal_string(type, ends[i].type))
            return ends[i].end;
    return NULL;
}

/* {SPDXID: true} of what is not in the image. */
static json_t *absent_of(const json_t *root)
{
    json_t *absent = json_new_object();
    json_t *relationship;
    size_t i;

    json_array_foreach (json_object_get(root, "relationships"), i, relationship) {
        const char *end = absent_end(relationship);

        if (end)
            json_put_bool(absent, json_in_string_or(relationship, end, ""), true);
    }
    return absent;
}

void sbom_write_spdx(struct database_writer *w, json_t *root, const char *default_type)
{
    CLEANUP(cleanup_json) json_t *absent = absent_of(root);
    json_t *package;
    size_t i;

    json_array_foreach (json_object_get(root, "packages"), i, package)
        if (!json_object_get(absent, json_in_string_or(package, "SPDXID", "")))
            write_spdx_package(w, package, default_type);
}

/* ---- CycloneDX ---- */

static void write_component(struct database_writer *w, const json_t *component)
{
    static const char *const ways[] = {"expression", "license.id", "license.name"};
    struct span purl = json_in_span_or_empty(component, "purl");
    json_t *license;
    size_t i;

    if (!purl.len || !begin(w, purl, json_in_span_or_empty(component, "version")))
        return;
    json_out_key(w->facts, "licenses");
    json_out_array(w->facts);
    json_array_foreach (json_object_get(component, "licenses"), i, license) {
        for (size_t j = 0; j < sizeof ways / sizeof *ways; j++) {
            struct span text = json_in_span_or_empty(license, ways[j]);

            if (says_nothing(text))
                continue;
            json_out_string(w->facts, text);
            break;
        }
    }
    json_out_end(w->facts);
    json_out_end(w->facts);
}

static void write_components(struct database_writer *w, json_t *components, size_t depth)
{
    json_t *component;
    size_t i;

    if (depth > MOST_COMPONENT_DEPTH)
        return;
    json_array_foreach (components, i, component) {
        write_component(w, component);
        write_components(w, json_object_get(component, "components"), depth + 1);
    }
}

void sbom_write_cyclonedx(struct database_writer *w, json_t *root)
{
    json_t *about = json_in_find(root, "metadata.component");

    if (about) {
        write_component(w, about);
        write_components(w, json_object_get(about, "components"), 0);
    }
    write_components(w, json_object_get(root, "components"), 0);
}
