/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Installed npm packages: the package.json right in each package's folder, as npm, yarn and
 * pnpm lay node_modules out, and in Debian's folders for JavaScript.
 *
 * A project's own package.json, beside its node_modules, is no installed package; it tells
 * which packages a person asked for.  Which package one of these names means is what
 * PROJECT/node_modules/NAME leads to: with pnpm a symbolic link into its store.
 */
#include "catalogers.h"
#include "json_in.h"
#include "npm_place.h"
#include "npm_projects.h"
#include "package_file.h"

static const struct wanted wanted[] = {
    {"node_modules/*/package.json", WANTED_WHOLE},
    {"node_modules/@*/*/package.json", WANTED_WHOLE},
    {"/usr/share/nodejs/*/package.json", WANTED_WHOLE},
    {"/usr/share/nodejs/@*/*/package.json", WANTED_WHOLE},
    {"/usr/lib/*/nodejs/*/package.json", WANTED_WHOLE},
    {"/usr/lib/*/nodejs/@*/*/package.json", WANTED_WHOLE},
    /* The last one. */
    {"package.json", WANTED_WHOLE},
};

static bool is_project_pattern(const struct wanted *w)
{
    return w == &wanted[sizeof wanted / sizeof *wanted - 1];
}

/* ---- parse() ---- */

static void write_license(struct json_out *facts, const json_t *license)
{
    struct span text =
        json_is_string(license) ? json_in_span(license) : json_in_span_or_empty(license, "type");

    if (text.len && text.len <= LIMIT_PACKAGE_NAME)
        json_out_string(facts, text);
}

/* "license" is a name, or as packages of long ago have it an object, or "licenses" a list. */
static void write_licenses(struct json_out *facts, const json_t *root)
{
    json_t *license = json_object_get(root, "license");
    json_t *item;
    size_t i;

    json_out_key(facts, "licenses");
    json_out_array(facts);
    if (license)
        write_license(facts, license);
    json_array_foreach (license ? license : json_object_get(root, "licenses"), i, item)
        write_license(facts, item);
    json_out_end(facts);
}

/* "name@range" of each member of the objects at keys. */
static void write_depends(struct json_out *facts, json_t *root, const char *const *keys)
{
    const char *name;
    json_t *range;

    STRBUF_AUTO(text, LIMIT_PACKAGE_FIELD);
    json_out_key(facts, "depends");
    json_out_array(facts);
    for (; *keys; keys++) {
        json_object_foreach (json_object_get(root, *keys), name, range) {
            strbuf_clear(&text);
            strbuf_addf(&text, "%s@", name);
            strbuf_add_span(&text, json_is_string(range) ? json_in_span(range) : SPAN_LITERAL("*"));
            package_write_text(facts, strbuf_span(&text));
        }
    }
    json_out_end(facts);
}

static void write_project(struct json_out *facts, json_t *root)
{
    static const char *const keys[] = {"dependencies", "devDependencies", "optionalDependencies",
                                       "peerDependencies", NULL};

    json_out_object(facts);
    if (json_object_get(root, "workspaces"))
        json_out_member_bool(facts, "workspaces", true);
    write_depends(facts, root, keys);
    json_out_end(facts);
}

static bool write_package(struct json_out *facts, json_t *root, struct error *err)
{
    static const char *const keys[] = {"dependencies", "optionalDependencies", NULL};
    struct span name = json_in_span_or_empty(root, "name");
    struct span version = json_in_span_or_empty(root, "version");

    if (!name.len && !version.len) {
        /* {"type": "module"} and the like: marks for node, in folders that are no packages. */
        json_out_null(facts);
        return true;
    }
    if (!package_word(name))
        return error_set(err, ERROR_MALFORMED, "a package without a usable name");
    if (!package_word(version))
        return error_set(err, ERROR_MALFORMED, "a package without a usable version");
    json_out_object(facts);
    json_out_member(facts, "name", name);
    json_out_member(facts, "version", version);
    write_licenses(facts, root);
    write_depends(facts, root, keys);
    json_out_end(facts);
    return true;
}

/* Any package.json, so it may be a template or none at all: then it tells nothing. */
static bool project_parse(struct span text, struct json_out *facts)
{
    struct error ignored = {0};
    CLEANUP(cleanup_json) json_t *root = json_in_parse(text, "package.json", &ignored);

    if (json_is_object(root))
        write_project(facts, root);
    else
        json_out_null(facts);
    return true;
}

static bool npm_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span text = file->bytes;
    struct npm_place place;
    bool is_project = is_project_pattern(file->wanted);

    if (is_project ? npm_is_inside_modules(file->path) : !npm_place_of(file->path, &place)) {
        json_out_null(facts);
        return true;
    }
    span_eat(&text, "\xef\xbb\xbf"); /* the byte order mark, as npm does */
    if (is_project)
        return project_parse(text, facts);
    CLEANUP(cleanup_json) json_t *root = json_in_parse(text, "package.json", err);
    if (!root)
        return false;
    if (!json_is_object(root))
        return error_set(err, ERROR_MALFORMED, "package.json is no object");
    return write_package(facts, root, err);
}

/* ---- assemble() ---- */

typedef void learner(struct npm_projects *p, const struct file_facts *file, const json_t *facts);

static void learn(struct npm_projects *p, const struct file_facts *file, const json_t *facts)
{
    npm_projects_learn_aliases(p, json_object_get(facts, "depends"));
    if (is_project_pattern(file->wanted) && json_is_object(facts))
        npm_projects_learn(p, path_folder(file->path), facts);
}

static void learn_workspace(struct npm_projects *p, const struct file_facts *file,
                            const json_t *facts)
{
    if (is_project_pattern(file->wanted))
        npm_projects_learn_workspace(p, path_folder(file->path), facts);
}

static bool for_each(struct npm_projects *p, const struct file_set *files, learner *what,
                     struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        CLEANUP(cleanup_json) json_t *facts = facts_of(&files->files[i], err);

        if (!facts)
            return false;
        what(p, &files->files[i], facts);
    }
    return true;
}

/* A link to the package.json of a package is that package once more. */
static bool is_linked_package(const struct file_facts *file)
{
    struct npm_place place;

    return !span_equal(file->real, file->path) && npm_place_of(file->real, &place);
}

static bool add_package(struct findings *findings, const struct npm_projects *projects,
                        const struct file_facts *file, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
    struct npm_place place;
    struct span name = json_in_span_or_empty(facts, "name");
    json_t *package;

    if (!facts)
        return false;
    if (!name.len || !npm_place_of(file->path, &place) || is_linked_package(file))
        return true;
    /* Debian's folders are for its own packages to name. */
    if (place.in_project && !span_equal(name, place.name) &&
        !npm_projects_has_alias(projects, place.name, name)) {
        findings_warn(findings, "malformed", file->path,
                      "left out: nothing asks for a package '%s' in this folder",
                      QUOTE(json_in_string_or(facts, "name", "")));
        return true;
    }
    package = package_add(findings, "npm", file, facts, err);
    if (package)
        json_put_take(package, "requested", npm_projects_requested(projects, &place));
    return package != NULL;
}

static bool npm_assemble(const struct file_set *files, struct findings *findings, struct error *err)
{
    CLEANUP(npm_projects_release) struct npm_projects projects;

    npm_projects_init(&projects, findings->links);
    if (!for_each(&projects, files, learn, err))
        return false;
    if (npm_projects_has_workspaces(&projects) && !for_each(&projects, files, learn_workspace, err))
        return false;
    for (size_t i = 0; i < files->count; i++)
        if (!add_package(findings, &projects, &files->files[i], err))
            return false;
    return true;
}

const struct cataloger npm_cataloger = {
    .name = "npm",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_PACKAGE_JSON,
    .parse = npm_parse,
    .assemble = npm_assemble,
};
