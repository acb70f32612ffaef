/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Python distributions as importlib.metadata and pip find them: NAME.dist-info/METADATA
 * (PEP 376, 566), NAME.egg-info/PKG-INFO or METADATA, NAME.egg-info (a file),
 * NAME.egg/EGG-INFO/PKG-INFO, each in upper case too; with INSTALLER, REQUESTED,
 * RECORD (PEP 376, 627), direct_url.json (PEP 610) and requires.txt beside the metadata;
 * and projects installed where they lie (python_editable.h).
 *
 * No installer counts, and left out are: what lies below a folder "_vendor", as it is part of
 * another distribution; conda's cache of packages (pkgs/NAME/info/index.json); what
 * building a project left in its folder; what an interrupted pip left ("~ame.dist-info").
 * Wheels (bundled with ensurepip, or anywhere) are archives, not installed: nothing looks at them.
 */
#include "catalogers.h"
#include "json_in.h"
#include "python_distribution.h"
#include "python_editable.h"
#include "python_facts.h"
#include "python_name.h"
#include "text.h"

static struct span base_name(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash == path.len ? path : span_skip(path, slash + 1);
}

/* The part before the name, without its '/'. */
static struct span folder_of(struct span path)
{
    struct span name = base_name(path);

    return span_head(path, path.len > name.len ? path.len - name.len - 1 : 0);
}

/* The folder of a file that stands in an info folder, the path itself of an egg-info file. */
static struct span info_path(struct span path)
{
    if (span_ends_with(path, ".egg-info") || span_ends_with(path, ".EGG-INFO"))
        return path;
    return folder_of(path);
}

/* Files beside distributions, not of one. */
static bool is_of_distribution(struct span path)
{
    static const char *const others[] = {".egg-link", ".pth", ".py", "/index.json"};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (span_ends_with(path, others[i]))
            return false;
    return true;
}

/* ---- the files of one distribution ---- */

static void warn_of_record(struct findings *findings, const struct file_facts *file,
                           const json_t *facts)
{
    int64_t more = json_in_int_or(facts, "record.more", 0);
    long long line = json_in_int_or(facts, "record.line", 0);

    if (line && more)
        findings_warn(findings, "malformed", file->path,
                      "line %lld and %lld more are not a path, a hash and a size", line,
                      (long long)more);
    else if (line)
        findings_warn(findings, "malformed", file->path,
                      "line %lld is not a path, a hash and a size", line);
}

static void keep(json_t **place, const json_t *facts, const char *key)
{
    json_t *value = json_object_get(facts, key);

    if (!*place && value)
        *place = json_incref(value);
}

static bool add_file(struct python_distribution *d, const struct file_facts *file,
                     struct findings *findings, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
    const char *problem;

    if (!facts)
        return false;
    problem = json_in_string_or(facts, "problem", NULL);
    keep(&d->origin, facts, "origin");
    keep(&d->installer, facts, "installer");
    keep(&d->egg_requires, facts, "egg_requires");
    d->requested |= json_in_bool_or(facts, "requested", false);
    warn_of_record(findings, file, facts);
    if (problem) {
        d->has_problem = true;
        findings_warn(findings, "malformed", file->path, "%s", problem);
    }
    if (!d->metadata && json_object_get(facts, "name"))
        return python_distribution_take(d, STEAL(facts), file, err);
    return true;
}

static bool load(struct python_distribution *d, const struct file_set *files, size_t first,
                 size_t end, struct findings *findings, struct error *err)
{
    d->path = info_path(files->files[first].path);
    d->site = folder_of(d->path);
    for (size_t i = first; i < end; i++)
        if (!add_file(d, &files->files[i], findings, err))
            return false;
    return true;
}

/* The one after the files from first on that belong to the same distribution. */
static size_t end_of(const struct file_set *files, size_t first)
{
    struct span path = info_path(files->files[first].path);
    size_t i = first + 1;

    while (i < files->count && is_of_distribution(files->files[i].path) &&
           span_equal(info_path(files->files[i].path), path))
        i++;
    return i;
}

/* ---- what is not installed ---- */

/* Below pkgs/NAME, which is a package that conda unpacked when there is pkgs/NAME/info/index.json. */
static bool is_cached(const struct file_set *files, struct span path)
{
    struct span rest = path;
    struct span part;
    bool in_pkgs = false;

    STRBUF_AUTO(index, LIMIT_PATH);
    while (span_split(&rest, '/', &part)) {
        if (in_pkgs) {
            strbuf_clear(&index);
            strbuf_add_span(&index, span_head(path, (size_t)(part.data + part.len - path.data)));
            strbuf_add_string(&index, "/info/index.json");
            if (python_find_file(files, strbuf_span(&index)))
                return true;
        }
        in_pkgs = span_equal_string(part, "pkgs");
    }
    return false;
}

static bool is_left_by_pip(struct findings *findings, const struct python_distribution *d)
{
    if (!span_starts_with(base_name(d->path), "~"))
        return false;
    findings_warn(findings, "malformed", d->path,
                  "what an interrupted pip left of '%s' %s; it is not installed",
                  QUOTE(json_in_string_or(d->metadata, "name", "")),
                  json_in_string_or(d->metadata, "version", ""));
    return true;
}

/* ---- rows ---- */

/* seen: {location and normalised name: version}. Python uses whichever it happens to find first. */
static void warn_of_duplicate(struct findings *findings, json_t *seen,
                              const struct python_distribution *d)
{
    const char *version = json_in_string_or(d->metadata, "version", "");

    /* Keys of JSON objects are UTF-8, of which each byte of a path may need three. */
    STRBUF_AUTO(key, 4 * (LIMIT_PATH + LIMIT_PACKAGE_NAME));
    text_append_utf8(&key, d->site);
    strbuf_add_byte(&key, '\n');
    python_normalise_name(&key, json_in_span_or_empty(d->metadata, "name"));
    json_t *other = json_object_get(seen, key.data);
    if (other)
        findings_warn(findings, "duplicate", d->path, "'%s' is there twice, as %s and %s",
                      QUOTE(json_in_string_or(d->metadata, "name", "")), json_string_value(other),
                      version);
    else
        json_put_string(seen, key.data, span_string(version));
}

static void add(struct findings *findings, struct python_projects *projects, json_t *seen,
                struct python_distribution *d)
{
    json_t *origin;

    if (!d->metadata) {
        if (!d->has_problem)
            findings_warn(findings, "malformed", d->path,
                          "a Python distribution without metadata: its version is not known");
        return;
    }
    if (is_left_by_pip(findings, d) ||
        python_projects_is_left_over(projects, d->path, json_in_span_or_empty(d->metadata, "name")))
        return;
    origin = python_projects_origin(projects, d->path);
    if (!d->origin)
        d->origin = origin;
    else
        json_decref(origin);
    warn_of_duplicate(findings, seen, d);
    python_distribution_add(findings, d);
}

static bool python_assemble(const struct file_set *files, struct findings *findings,
                            struct error *err)
{
    CLEANUP(cleanup_json) json_t *seen = json_new_object();
    PYTHON_PROJECTS_AUTO(projects);

    if (!python_projects_load(&projects, files, findings, err))
        return false;
    for (size_t i = 0, end; i < files->count; i = end) {
        CLEANUP(python_distribution_release) struct python_distribution d = {0};
        struct span path = files->files[i].path;

        end = i + 1;
        if (!is_of_distribution(path) || python_is_vendored(path) || is_cached(files, path))
            continue;
        end = end_of(files, i);
        if (!load(&d, files, i, end, findings, err))
            return false;
        add(findings, &projects, seen, &d);
    }
    python_projects_warn(&projects, findings);
    return true;
}

#define IN_FOLDER(folder)                                                            \
    {folder "/METADATA", WANTED_WHOLE}, {folder "/PKG-INFO", WANTED_WHOLE},          \
        {folder "/INSTALLER", WANTED_WHOLE}, {folder "/REQUESTED", WANTED_NAME},     \
        {folder "/direct_url.json", WANTED_WHOLE}, {folder "/RECORD", WANTED_WHOLE}, \
    {                                                                                \
        folder "/requires.txt", WANTED_WHOLE                                         \
    }

static const struct wanted wanted[] = {
    IN_FOLDER("*.dist-info"),
    IN_FOLDER("*.DIST-INFO"),
    IN_FOLDER("*.egg-info"),
    IN_FOLDER("*.EGG-INFO"),
    /* Without a name of their own: EGG-INFO in an egg's folder, others as seen in the wild. */
    IN_FOLDER("dist-info"),
    IN_FOLDER("DIST-INFO"),
    IN_FOLDER("egg-info"),
    IN_FOLDER("EGG-INFO"),
    /* A file in the place of the folder. */
    {"*.egg-info", WANTED_WHOLE},
    {"*.EGG-INFO", WANTED_WHOLE},
    {"*.egg-link", WANTED_WHOLE},
    {"__editable__*.pth", WANTED_WHOLE},
    {"__editable___*_finder.py", WANTED_WHOLE},
    {"pkgs/*/info/index.json", WANTED_NAME},
};

const struct cataloger python_cataloger = {
    .name = "python",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_PYTHON_METADATA,
    .parse = python_facts_parse,
    .assemble = python_assemble,
};
