/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SBOMs that those who made an image left in it: SPDX 2 (JSON, "Packages") of Bitnami's
 * components (.spdx-NAME.spdx) and of the packages of Chainguard and Wolfi
 * (/var/lib/db/sbom), and CycloneDX (JSON, "components") in the same places.
 *
 * A row is what has a purl, once for the whole image: what another cataloger has listed with
 * that type, name and version (an apk package, say) is not listed again.  So this cataloger
 * comes after those of packages.  A program that a classifier found where the SBOM lies is the
 * component itself: one row.
 */
#include <stdio.h>

#include "catalogers.h"
#include "database.h"
#include "json_in.h"
#include "package_file.h"
#include "path_table.h"
#include "purl_parts.h"
#include "sbom_documents.h"

static const struct wanted wanted[] = {
    {".spdx-*.spdx", WANTED_WHOLE},
    {"/opt/bitnami/*/*.cdx.json", WANTED_WHOLE},
    {"/opt/bitnami/*.cdx.json", WANTED_WHOLE},
    {"/var/lib/db/sbom/*.json", WANTED_WHOLE},
};
#define WHOLE_IMAGE (&wanted[sizeof wanted / sizeof *wanted - 1])

/* Facts: those of a database, where "name" is TYPE/NAME, and "purl" is as the document has it. */
static bool sbom_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    CLEANUP(cleanup_json) json_t *root = json_in_parse(file->bytes, "the SBOM", err);
    bool is_bitnami = file->wanted != WHOLE_IMAGE;
    struct database_writer writer;

    if (!root)
        return false;
    if (!sbom_is_spdx(root) && !sbom_is_cyclonedx(root))
        return error_set(err, ERROR_MALFORMED, "neither SPDX 2 nor CycloneDX");
    database_begin(&writer, facts);
    if (sbom_is_spdx(root))
        sbom_write_spdx(&writer, root, is_bitnami ? "bitnami" : NULL);
    else
        sbom_write_cyclonedx(&writer, root);
    database_end(&writer);
    return true;
}

/* ---- assemble() ---- */

/* "TYPE/NAME\nVERSION". Says whether it is new. */
static bool note(struct path_set *seen, struct span type, struct span name, struct span version)
{
    STRBUF_AUTO(key, 10 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&key, type);
    if (type.len)
        strbuf_add_byte(&key, '/');
    strbuf_add_span(&key, name);
    strbuf_add_byte(&key, '\n');
    strbuf_add_span(&key, version);
    return path_set_put(seen, strbuf_span(&key), PATH_OTHER) == PATH_ABSENT;
}

static void note_all(struct path_set *seen, const struct findings *findings)
{
    json_t *package;
    size_t i;

    json_array_foreach (findings->packages, i, package)
        note(seen, json_in_span_or_empty(package, "type"), json_in_span_or_empty(package, "name"),
             json_in_span_or_empty(package, "version"));
}

static void add_package(struct findings *findings, const json_t *facts,
                        const struct file_facts *from)
{
    struct span name = json_in_span_or_empty(facts, "name");
    struct span version = json_in_span_or_empty(facts, "version");
    struct span purl = json_in_span_or_empty(facts, "purl");
    char type[LIMIT_PURL_TYPE + 1];
    size_t slash = span_find_byte(name, '/');
    json_t *package;

    snprintf(type, sizeof type, "%.*s", SPAN_ARG(span_head(name, slash)));
    package = findings_add_package(findings, type, span_skip(name, slash + 1), version,
                                   json_in_span_or_empty(facts, "arch"), from);
    package_put_list(package, facts, "licenses");
    if (purl.len)
        json_put_string(package, "purl", purl);
}

/* Bitnami's names of programs that classifiers/ call otherwise. */
static struct span name_of_program(struct span name)
{
    static const char *const names[][2] = {{"apache", "httpd"},
                                           {"java", "openjdk"},
                                           {"jre", "openjdk"}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_equal_string(name, names[i][0]))
            return span_string(names[i][1]);
    return name;
}

/* Bitnami's SBOM of a component lies in the component's folder. */
static void tell_program(struct findings *findings, const json_t *facts,
                         const struct file_facts *file)
{
    struct span name = json_in_span_or_empty(facts, "name");
    struct span folder = file->wanted == WHOLE_IMAGE ? span_of(NULL, 0) : path_folder(file->path);

    findings_tell_binary(findings, folder,
                         name_of_program(span_skip(name, span_find_byte(name, '/') + 1)),
                         json_in_span_or_empty(facts, "version"));
}

static bool add_file(struct findings *findings, struct path_set *seen,
                     const struct file_facts *file, struct error *err)
{
    struct file_set one = {file, 1};
    json_t *facts;
    size_t i;

    DATABASE_AUTO(db);
    if (!database_load(&db, &one, findings, err))
        return false;
    json_array_foreach (db.packages, i, facts) {
        tell_program(findings, facts, file);
        if (note(seen, span_of(NULL, 0), json_in_span_or_empty(facts, "name"),
                 json_in_span_or_empty(facts, "version")))
            add_package(findings, facts, db.from[i]);
    }
    return true;
}

static bool sbom_assemble(const struct file_set *files, struct findings *findings,
                          struct error *err)
{
    CLEANUP(path_set_release) struct path_set seen = {.key = path_key_of_process()};

    if (!files->count)
        return true;
    note_all(&seen, findings);
    for (size_t i = 0; i < files->count; i++)
        if (!add_file(findings, &seen, &files->files[i], err))
            return false;
    return true;
}

const struct cataloger embedded_sbom_cataloger = {
    .name = "embedded-sbom",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_LANGUAGE_DATABASE,
    .parse = sbom_parse,
    .assemble = sbom_assemble,
};
