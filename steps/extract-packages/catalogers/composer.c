/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PHP packages that Composer installed: vendor/composer/installed.json, a list of packages
 * (Composer 1) or an object with such a list (Composer 2).  The project's composer.json beside
 * vendor says which of them a person asked for.
 */
#include "catalogers.h"
#include "database.h"
#include "json_in.h"
#include "package_file.h"
#include "path_table.h"

static const struct wanted wanted[] = {
    {"composer/installed.json", WANTED_WHOLE},
    {"composer.json", WANTED_WHOLE},
};

static bool is_project_pattern(const struct wanted *w)
{
    return w == &wanted[1];
}

/* ---- parse() ---- */

static void write_licenses(struct json_out *facts, const json_t *package)
{
    json_t *licenses = json_object_get(package, "license");
    json_t *license;
    size_t i;

    json_out_key(facts, "licenses");
    json_out_array(facts);
    if (json_is_string(licenses))
        json_out_string(facts, json_in_span(licenses));
    json_array_foreach (licenses, i, license)
        if (json_is_string(license))
            json_out_string(facts, json_in_span(license));
    json_out_end(facts);
}

/* "vendor/name:constraint", as composer require takes it. */
static void write_depends(struct json_out *facts, json_t *package)
{
    const char *name;
    json_t *constraint;

    STRBUF_AUTO(text, LIMIT_PACKAGE_FIELD);
    json_out_key(facts, "depends");
    json_out_array(facts);
    json_object_foreach (json_object_get(package, "require"), name, constraint) {
        strbuf_clear(&text);
        strbuf_addf(&text, "%s:", name);
        strbuf_add_span(&text,
                        json_is_string(constraint) ? json_in_span(constraint) : SPAN_LITERAL("*"));
        package_write_text(facts, strbuf_span(&text));
    }
    json_out_end(facts);
}

static bool installed_parse(struct span text, struct json_out *facts, struct error *err)
{
    CLEANUP(cleanup_json) json_t *root = json_in_parse(text, "installed.json", err);
    json_t *packages = json_is_array(root) ? root : json_object_get(root, "packages");
    struct database_writer writer;
    json_t *package;
    size_t i;

    if (!root)
        return false;
    if (!json_is_array(packages))
        return error_set(err, ERROR_MALFORMED, "no list of packages");
    database_begin(&writer, facts);
    json_array_foreach (packages, i, package) {
        if (!database_begin_package(&writer, 0, json_in_span_or_empty(package, "name"),
                                    json_in_span_or_empty(package, "version"), span_of(NULL, 0)))
            continue;
        write_licenses(facts, package);
        write_depends(facts, package);
        json_out_end(facts);
    }
    database_end(&writer);
    return true;
}

static bool has_folder(struct span path, const char *name)
{
    struct span component;

    while (span_split(&path, '/', &component))
        if (span_equal_string(component, name))
            return true;
    return false;
}

/* {"asks_for": [name]}.  Any file of that name, so it may be no project's: then null. */
static bool project_parse(struct span text, struct json_out *facts)
{
    static const char *const keys[] = {"require", "require-dev"};
    struct error ignored = {0};
    CLEANUP(cleanup_json) json_t *root = json_in_parse(text, "composer.json", &ignored);
    const char *name;
    json_t *constraint;

    if (!json_is_object(root)) {
        json_out_null(facts);
        return true;
    }
    json_out_object(facts);
    json_out_key(facts, "asks_for");
    json_out_array(facts);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_object_foreach (json_object_get(root, keys[i]), name, constraint)
            json_out_cstring(facts, name);
    json_out_end(facts);
    json_out_end(facts);
    return true;
}

static bool composer_parse(const struct wanted_file *file, struct json_out *facts,
                           struct error *err)
{
    if (!is_project_pattern(file->wanted))
        return installed_parse(file->bytes, facts, err);
    if (!has_folder(file->path, "vendor"))
        return project_parse(file->bytes, facts);
    json_out_null(facts);
    return true;
}

/* ---- assemble() ---- */

/* "FOLDER" of each project, and "FOLDER\nNAME" of what it asks for. */
static bool has_asked(const struct path_set *asked, struct span folder, struct span name)
{
    STRBUF_AUTO(key, LIMIT_PATH + 8 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&key, folder);
    strbuf_add_byte(&key, '\n');
    strbuf_add_span(&key, name);
    return path_set_get(asked, strbuf_span(&key)) != PATH_ABSENT;
}

static bool learn_project(struct path_set *asked, const struct file_facts *file, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
    struct span folder = path_folder(file->path);
    json_t *name;
    size_t i;

    if (!facts)
        return false;
    if (json_is_object(facts))
        path_set_put(asked, folder, PATH_DIRECTORY);
    json_array_foreach (json_object_get(facts, "asks_for"), i, name) {
        STRBUF_AUTO(key, LIMIT_PACKAGE_FIELD);

        strbuf_add_span(&key, folder);
        strbuf_add_byte(&key, '\n');
        strbuf_add_span(&key, json_in_span(name));
        path_set_put(asked, strbuf_span(&key), PATH_OTHER);
    }
    return true;
}

static bool add_installed(struct findings *findings, const struct path_set *asked,
                          const struct file_facts *file, struct error *err)
{
    struct file_set one = {file, 1};
    struct span project = path_folder(path_folder(path_folder(file->path)));
    bool is_known = path_set_get(asked, project) != PATH_ABSENT;
    json_t *facts;
    size_t i;

    DATABASE_AUTO(db);
    if (!database_load(&db, &one, findings, err))
        return false;
    json_array_foreach (db.packages, i, facts) {
        struct span name = json_in_span_or_empty(facts, "name");
        json_t *package = findings_add_package(findings, "composer", name,
                                               json_in_span_or_empty(facts, "version"),
                                               span_of(NULL, 0), db.from[i]);

        package_put_list(package, facts, "licenses");
        package_put_list(package, facts, "depends");
        json_put_string(package, "installer", SPAN_LITERAL("composer"));
        if (is_known)
            json_put_bool(package, "requested", has_asked(asked, project, name));
    }
    return true;
}

static bool composer_assemble(const struct file_set *files, struct findings *findings,
                              struct error *err)
{
    CLEANUP(path_set_release) struct path_set asked = {.key = path_key_of_process()};

    for (size_t i = 0; i < files->count; i++)
        if (is_project_pattern(files->files[i].wanted) &&
            !learn_project(&asked, &files->files[i], err))
            return false;
    for (size_t i = 0; i < files->count; i++)
        if (!is_project_pattern(files->files[i].wanted) &&
            !add_installed(findings, &asked, &files->files[i], err))
            return false;
    return true;
}

const struct cataloger composer_cataloger = {
    .name = "composer",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_LANGUAGE_DATABASE,
    .parse = composer_parse,
    .assemble = composer_assemble,
};
