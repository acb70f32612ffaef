/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * .NET packages: the *.deps.json beside an application, as the host reads it
 * (dotnet/sdk, documentation/specs/runtime-configuration-file.md): "libraries" has an entry
 * "NAME/VERSION" with a type for each, "targets" says what each depends on.  Libraries of
 * type "package" come from NuGet, as do the runtime packs of an application that brings its
 * runtime along; the application itself and its parts are "project".
 */
#include "catalogers.h"
#include "database.h"
#include "json_in.h"
#include "package_file.h"

/* What the SDK puts before the name of a runtime pack's package. */
#define RUNTIME_PACK "runtimepack."

/* ---- parse() ---- */

/* The target that the application runs on; without a name, the only one. */
static json_t *find_target(json_t *root)
{
    json_t *runtime = json_object_get(root, "runtimeTarget");
    json_t *targets = json_object_get(root, "targets");
    const char *name =
        json_string_value(json_is_string(runtime) ? runtime : json_object_get(runtime, "name"));
    json_t *target = name ? json_object_get(targets, name) : NULL;

    return target ? target : json_object_iter_value(json_object_iter(targets));
}

static bool is_of_type(const json_t *library, const char *type)
{
    return span_equal_nocase(json_in_span_or_empty(library, "type"), span_string(type));
}

static void add_key(struct strbuf *key, const char *name, const json_t *version)
{
    strbuf_clear(key);
    strbuf_addf(key, "%s/", name);
    strbuf_add_span(key, json_is_string(version) ? json_in_span(version) : span_of(NULL, 0));
}

/* {"NAME/VERSION": true} of what projects themselves depend on, or NULL without a project. */
static json_t *find_requested(json_t *libraries, json_t *target)
{
    json_t *requested = NULL;
    const char *id;
    json_t *library;

    STRBUF_AUTO(key, LIMIT_PACKAGE_FIELD);
    json_object_foreach (libraries, id, library) {
        const char *name;
        json_t *version;

        if (!is_of_type(library, "project"))
            continue;
        if (!requested)
            requested = json_new_object();
        json_object_foreach (json_object_get(json_object_get(target, id), "dependencies"), name,
                             version) {
            add_key(&key, name, version);
            if (!strbuf_overflowed(&key))
                json_put_bool(requested, key.data, true);
        }
    }
    return requested;
}

/* "NAME/VERSION", as the file itself calls them. */
static void write_depends(struct json_out *facts, json_t *dependencies)
{
    const char *name;
    json_t *version;

    STRBUF_AUTO(key, LIMIT_PACKAGE_FIELD);
    json_out_key(facts, "depends");
    json_out_array(facts);
    json_object_foreach (dependencies, name, version) {
        add_key(&key, name, version);
        json_out_string(facts, strbuf_span(&key));
    }
    json_out_end(facts);
}

static void write_package(struct database_writer *w, const char *id, json_t *target,
                          const json_t *requested)
{
    struct span name = span_string(id);
    size_t slash = span_find_byte(name, '/');
    struct span version = span_skip(name, slash + 1);

    name = span_head(name, slash);
    span_eat(&name, RUNTIME_PACK);
    if (!database_begin_package(w, 0, name, version, span_of(NULL, 0)))
        return;
    write_depends(w->facts, json_object_get(json_object_get(target, id), "dependencies"));
    if (requested)
        json_out_member_bool(w->facts, "requested", json_object_get(requested, id) != NULL);
    json_out_end(w->facts);
}

static bool dotnet_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span text = file->bytes;
    struct database_writer writer;
    json_t *libraries;
    json_t *library;
    const char *id;

    span_eat(&text, "\xef\xbb\xbf");
    CLEANUP(cleanup_json) json_t *root = json_in_parse(text, "deps.json", err);
    if (!root || !json_in_object(root, "libraries", &libraries, err))
        return false;
    json_t *target = find_target(root);
    CLEANUP(cleanup_json) json_t *requested = find_requested(libraries, target);
    database_begin(&writer, facts);
    json_object_foreach (libraries, id, library)
        if (is_of_type(library, "package") || is_of_type(library, "runtimepack"))
            write_package(&writer, id, target, requested);
    database_end(&writer);
    return true;
}

/* ---- assemble() ---- */

static bool add_file(struct findings *findings, const struct file_facts *file, struct error *err)
{
    struct file_set one = {file, 1};
    json_t *facts;
    size_t i;

    DATABASE_AUTO(db);
    if (!database_load(&db, &one, findings, err))
        return false;
    json_array_foreach (db.packages, i, facts) {
        json_t *requested = json_object_get(facts, "requested");
        json_t *package =
            findings_add_package(findings, "nuget", json_in_span_or_empty(facts, "name"),
                                 json_in_span_or_empty(facts, "version"), span_of(NULL, 0),
                                 db.from[i]);

        package_put_list(package, facts, "depends");
        if (requested)
            json_put_take(package, "requested", json_incref(requested));
    }
    return true;
}

static bool dotnet_assemble(const struct file_set *files, struct findings *findings,
                            struct error *err)
{
    for (size_t i = 0; i < files->count; i++)
        if (!add_file(findings, &files->files[i], err))
            return false;
    return true;
}

static const struct wanted wanted[] = {
    {"*.deps.json", WANTED_WHOLE},
};

const struct cataloger dotnet_cataloger = {
    .name = "dotnet",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_LANGUAGE_DATABASE,
    .parse = dotnet_parse,
    .assemble = dotnet_assemble,
};
