/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packages that yarn (2 and later) installed without node_modules: Plug'n'Play's data
 * (yarnpkg.com/advanced/pnp-spec), in .pnp.data.json or inside .pnp.cjs.
 *
 * "packageRegistryData" is [[NAME, [[REFERENCE, {"packageDependencies": [[NAME, REFERENCE]]}]]]];
 * a reference tells where a package is from ("npm:1.0.0", "virtual:HASH#npm:1.0.0",
 * "workspace:."), and with it the version of what comes from a registry.
 */
#include "catalogers.h"
#include "database.h"
#include "json_in.h"
#include "package_file.h"
#include "yarn_pnp_text.h"

/* ---- parse() ---- */

static struct span item(const json_t *pair, size_t i)
{
    const json_t *value = json_array_get(pair, i);

    return json_is_string(value) ? json_in_span(value) : span_of(NULL, 0);
}

/* The package that a dependency [NAME, REFERENCE] or, by another name, [NAME, [NAME, REFERENCE]] is. */
static const json_t *target_of(const json_t *dependency)
{
    const json_t *other = json_array_get(dependency, 1);

    return json_is_array(other) ? other : dependency;
}

/* "NAME@VERSION" of it; false where it is not from a registry. */
static bool add_identity(struct strbuf *text, const json_t *package)
{
    STRBUF_AUTO(version, LIMIT_PACKAGE_NAME);
    if (!yarn_version_of(item(package, 1), &version))
        return false;
    strbuf_clear(text);
    strbuf_add_span(text, item(package, 0));
    strbuf_add_byte(text, '@');
    strbuf_add_span(text, strbuf_span(&version));
    return !strbuf_overflowed(text);
}

/* Adds what the packages of one name ask for, when they are the project's own: {identity: true}. */
static void add_requested(json_t *requested, const json_t *versions)
{
    json_t *version;
    json_t *dependency;
    size_t i;
    size_t j;

    STRBUF_AUTO(identity, LIMIT_PACKAGE_FIELD);
    json_array_foreach (versions, i, version) {
        if (!yarn_is_workspace(item(version, 0)))
            continue;
        json_array_foreach (json_object_get(json_array_get(version, 1), "packageDependencies"), j,
                            dependency)
            if (add_identity(&identity, target_of(dependency)))
                json_put_bool(requested, identity.data, true);
    }
}

/* Without the package itself, which yarn lists among its dependencies. */
static void write_depends(struct json_out *facts, const json_t *information, const char *self)
{
    json_t *dependency;
    size_t i;

    STRBUF_AUTO(identity, LIMIT_PACKAGE_FIELD);
    json_out_key(facts, "depends");
    json_out_array(facts);
    json_array_foreach (json_object_get(information, "packageDependencies"), i, dependency)
        if (add_identity(&identity, target_of(dependency)) &&
            !span_equal_string(strbuf_span(&identity), self))
            json_out_string(facts, strbuf_span(&identity));
    json_out_end(facts);
}

static void write_package(struct database_writer *w, struct span name, const json_t *entry,
                          const json_t *requested)
{
    struct span reference = item(entry, 0);

    STRBUF_AUTO(version, LIMIT_PACKAGE_NAME);
    STRBUF_AUTO(identity, LIMIT_PACKAGE_FIELD);
    if (!reference.len || yarn_is_local(reference))
        return;
    yarn_version_of(reference, &version);
    if (!database_begin_package(w, 0, name, strbuf_span(&version), span_of(NULL, 0)))
        return;
    strbuf_add_span(&identity, name);
    strbuf_add_byte(&identity, '@');
    strbuf_add_span(&identity, strbuf_span(&version));
    write_depends(w->facts, json_array_get(entry, 1), identity.data);
    json_out_member_bool(w->facts, "requested", json_object_get(requested, identity.data) != NULL);
    json_out_end(w->facts);
}

static bool write_registry(struct json_out *facts, const json_t *root, struct error *err)
{
    CLEANUP(cleanup_json) json_t *requested = json_new_object();
    struct database_writer writer;
    json_t *registry;
    json_t *package;
    json_t *entry;
    size_t i;
    size_t j;

    if (!json_in_array(root, "packageRegistryData", &registry, err))
        return false;
    json_array_foreach (registry, i, package)
        add_requested(requested, json_array_get(package, 1));
    database_begin(&writer, facts);
    json_array_foreach (registry, i, package)
        json_array_foreach (json_array_get(package, 1), j, entry)
            write_package(&writer, item(package, 0), entry, requested);
    database_end(&writer);
    return true;
}

static bool yarn_pnp_parse(const struct wanted_file *file, struct json_out *facts,
                           struct error *err)
{
    struct span text = file->bytes;

    STRBUF_AUTO(data, LIMIT_LANGUAGE_DATABASE);
    if (!span_ends_with(file->path, ".json")) {
        if (yarn_data_is_elsewhere(text)) {
            json_out_null(facts);
            return true;
        }
        if (!yarn_find_data(text, &data))
            return error_set(err, ERROR_MALFORMED, "no data of Plug'n'Play in it that can be read");
        text = strbuf_span(&data);
    }
    CLEANUP(cleanup_json) json_t *root = json_in_parse(text, "the data of Plug'n'Play", err);
    return root && write_registry(facts, root, err);
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
        json_t *package =
            findings_add_package(findings, "npm", json_in_span_or_empty(facts, "name"),
                                 json_in_span_or_empty(facts, "version"), span_of(NULL, 0),
                                 db.from[i]);

        package_put_list(package, facts, "depends");
        json_put_string(package, "installer", SPAN_LITERAL("yarn"));
        json_put_bool(package, "requested", json_in_bool_or(facts, "requested", false));
    }
    return true;
}

static bool yarn_pnp_assemble(const struct file_set *files, struct findings *findings,
                              struct error *err)
{
    for (size_t i = 0; i < files->count; i++)
        if (!add_file(findings, &files->files[i], err))
            return false;
    return true;
}

static const struct wanted wanted[] = {
    {".pnp.data.json", WANTED_WHOLE},
    {".pnp.cjs", WANTED_WHOLE},
    {".pnp.js", WANTED_WHOLE},
};

const struct cataloger yarn_pnp_cataloger = {
    .name = "yarn-pnp",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_LANGUAGE_DATABASE,
    .parse = yarn_pnp_parse,
    .assemble = yarn_pnp_assemble,
};
