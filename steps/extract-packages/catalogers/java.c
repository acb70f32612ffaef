/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Java archives: the Maven packages in *.jar, *.war and their kin, and in the archives inside
 * them.  A row is "GROUP:ARTIFACT" at "/app.war!/WEB-INF/lib/x.jar"; a pom.xml outside of an
 * archive is a source, not an installed package.
 */
#include <stdlib.h>

#include "catalogers.h"
#include "java_archive.h"
#include "java_links.h"
#include "json_in.h"
#include "xalloc.h"
#include "zip_reader.h"

/* Extensions that others use too, for files that are no archives. */
static bool is_surely_java(struct span path)
{
    return span_ends_with(path, ".jar") || span_ends_with(path, ".war") ||
           span_ends_with(path, ".ear") || span_ends_with(path, ".jmod");
}

static bool java_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    if (!is_surely_java(file->path) && !zip_is_likely(file->bytes)) {
        json_out_null(facts);
        return true;
    }
    return java_archive_write(file->bytes, file->path, facts, err);
}

/* ---- assemble() ---- */

/* Of one file: its packages, and for each the lowest layer that always had it since. */
struct jar {
    const struct file_facts *file;
    json_t *facts;                  /* owned */
    json_t *packages;               /* borrowed from facts */
    const struct file_facts **from; /* NULL until a layer without the package is found */
};

static void jar_release(struct jar *jar)
{
    json_decref(jar->facts);
    free(jar->from);
}

static void append_identity(struct strbuf *out, const json_t *package)
{
    strbuf_add_span(out, json_in_span_or_empty(package, "name"));
    strbuf_add_byte(out, '@');
    strbuf_add_span(out, json_in_span_or_empty(package, "version"));
}

/* The packages that one layer's file told of: {"NAME@VERSION": true}. */
static json_t *identities(const struct file_facts *file, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
    json_t *set;
    json_t *package;
    size_t i;

    if (!facts)
        return NULL;
    set = json_new_object();
    json_array_foreach (json_object_get(facts, "packages"), i, package) {
        STRBUF_AUTO(identity, 16 * LIMIT_PACKAGE_NAME);
        append_identity(&identity, package);
        json_put_take(set, identity.data, json_true());
    }
    return set;
}

/* Those that are not in the layer below came with the one above it. */
static void settle(struct jar *jar, const json_t *below, const struct file_facts *above)
{
    json_t *package;
    size_t i;

    json_array_foreach (jar->packages, i, package) {
        STRBUF_AUTO(identity, 16 * LIMIT_PACKAGE_NAME);
        append_identity(&identity, package);
        if (!jar->from[i] && !json_object_get(below, identity.data))
            jar->from[i] = above;
    }
}

static bool find_origins(struct jar *jar, struct error *err)
{
    const struct file_facts *file = jar->file;

    /* One more for what a link may add. */
    jar->from = xcalloc(json_array_size(jar->packages) + 1, sizeof(*jar->from));
    for (; file->below; file = file->below) {
        CLEANUP(cleanup_json) json_t *below = identities(file->below, err);

        if (!below)
            return false;
        settle(jar, below, file);
    }
    settle(jar, NULL, file);
    return true;
}

/* ---- what only links tell ---- */

/* Of the file itself, not of an archive inside. */
static bool was_guessed(const json_t *package)
{
    return json_in_bool_or(package, "guessed", false) && !json_in_span_or_empty(package, "at").len;
}

static bool is_nameless(const json_t *facts)
{
    return json_in_int_or(facts, "nameless", 0) > 0 &&
           !json_in_span_or_empty(facts, "first_nameless").len;
}

/* A file of which nothing told the version becomes a package, of the lowest layer that had it so. */
static bool add_nameless(struct jar *jar, const json_t *told, struct error *err)
{
    const struct file_facts *file = jar->file;

    for (; file->below; file = file->below) {
        CLEANUP(cleanup_json) json_t *below = facts_of(file->below, err);

        if (!below)
            return false;
        if (!is_nameless(below))
            break;
    }
    jar->from[json_array_size(jar->packages)] = file;
    json_append_take(jar->packages, json_incref((json_t *)(uintptr_t)told));
    json_put_int(jar->facts, "nameless", json_in_int_or(jar->facts, "nameless", 0) - 1);
    return true;
}

/* Puts the name that a link tells in the place of one that was guessed. */
static bool name_by_link(struct jar *jar, const json_t *told, struct error *err)
{
    json_t *package;
    size_t i;

    json_array_foreach (jar->packages, i, package) {
        if (!was_guessed(package))
            continue;
        json_put_take(package, "name", json_incref(json_object_get(told, "name")));
        json_put_take(package, "version", json_incref(json_object_get(told, "version")));
    }
    return !is_nameless(jar->facts) || add_nameless(jar, told, err);
}

static void add_package(struct findings *findings, const struct jar *jar, const json_t *package,
                        const struct file_facts *from)
{
    json_t *licenses = json_object_get(package, "licenses");
    json_t *row =
        findings_add_package(findings, "maven", json_in_span_or_empty(package, "name"),
                             json_in_span_or_empty(package, "version"), span_of(NULL, 0), from);

    STRBUF_AUTO(location, 8 * LIMIT_PATH);
    strbuf_addf(&location, "/%.*s", SPAN_ARG(jar->file->path));
    strbuf_add_span(&location, json_in_span_or_empty(package, "at"));
    json_put_string(row, "location", strbuf_span(&location));
    if (licenses)
        json_put_take(row, "licenses", json_incref(licenses));
}

static void warn_of_problems(struct findings *findings, const struct jar *jar)
{
    const json_t *problems = json_object_get(jar->facts, "problems");
    size_t count = (size_t)json_in_int_or(jar->facts, "problem_count", 0);
    json_t *problem;
    size_t i;

    json_array_foreach (problems, i, problem) {
        struct span at = json_in_span_or_empty(problem, "at");
        const char *message = json_in_string_or(problem, "message", "");

        if (at.len)
            findings_warn(findings, json_in_string_or(problem, "code", ""), jar->file->path,
                          "%s: %s", quote_bytes(at.data, at.len).text, message);
        else
            findings_warn(findings, json_in_string_or(problem, "code", ""), jar->file->path, "%s",
                          message);
    }
    if (count > json_array_size(problems))
        findings_warn(findings, "malformed", jar->file->path, "%zu more problems in this archive",
                      count - json_array_size(problems));
}

static bool add_jar(struct findings *findings, struct jar *jar, const json_t *told,
                    struct error *err)
{
    json_t *package;
    size_t i;

    jar->packages = json_object_get(jar->facts, "packages");
    if (!find_origins(jar, err))
        return false;
    if (told && !name_by_link(jar, told, err))
        return false;
    json_array_foreach (jar->packages, i, package)
        add_package(findings, jar, package, jar->from[i]);
    warn_of_problems(findings, jar);
    return true;
}

/* ---- archives without a version ---- */

struct nameless {
    size_t count;
    const struct file_facts *first;
};

static void note_nameless(struct nameless *nameless, const struct jar *jar)
{
    size_t count = (size_t)json_in_int_or(jar->facts, "nameless", 0);

    if (count && !nameless->count)
        nameless->first = jar->file;
    nameless->count += count;
}

static void warn_of_nameless(struct findings *findings, const struct nameless *nameless)
{
    if (nameless->count)
        findings_warn(findings, "no-version", nameless->first->path,
                      "%zu Java archive%s of which nothing tells the version %s not listed",
                      nameless->count, nameless->count == 1 ? "" : "s",
                      nameless->count == 1 ? "is" : "are");
}

static bool java_assemble(const struct file_set *files, struct findings *findings,
                          struct error *err)
{
    CLEANUP(java_links_release) struct java_links links;
    struct nameless nameless = {0};

    java_links_init(&links, files);
    for (size_t i = 0; i < files->count; i++) {
        CLEANUP(jar_release) struct jar jar = {.file = &files->files[i]};

        if (java_links_listed_elsewhere(&links, files, jar.file))
            continue;
        jar.facts = facts_of(jar.file, err);
        if (!jar.facts)
            return false;
        if (!add_jar(findings, &jar, java_links_of(&links, jar.file), err))
            return false;
        note_nameless(&nameless, &jar);
    }
    warn_of_nameless(findings, &nameless);
    return true;
}

static const struct wanted wanted[] = {
    {"*.jar", WANTED_WHOLE}, {"*.war", WANTED_WHOLE}, {"*.ear", WANTED_WHOLE},
    {"*.par", WANTED_WHOLE}, {"*.sar", WANTED_WHOLE}, {"*.hpi", WANTED_WHOLE},
    {"*.jpi", WANTED_WHOLE}, {"*.kar", WANTED_WHOLE}, {"*.jmod", WANTED_WHOLE},
};

const struct cataloger java_cataloger = {
    .name = "java",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .parse = java_parse,
    .assemble = java_assemble,
};
