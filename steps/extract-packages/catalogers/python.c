/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Python distributions as importlib.metadata finds them: NAME.dist-info/METADATA
 * (PEP 376, 566), NAME.egg-info/PKG-INFO, NAME.egg-info (a file),
 * NAME.egg/EGG-INFO/PKG-INFO, each in upper case too; with INSTALLER, REQUESTED
 * (PEP 376, 627) and direct_url.json (PEP 610) beside the metadata.
 *
 * What lies below a folder "_vendor" is part of another distribution, and no
 * installer counts it: it is left out.
 */
#include "catalogers.h"
#include "json_in.h"
#include "python_metadata.h"
#include "redact.h"
#include "text.h"
#include "xalloc.h"

/* ---- parse() ---- */

static struct span base_name(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash == path.len ? path : span_skip(path, slash + 1);
}

/* {"installer": "pip"} */
static void installer_facts(struct span bytes, struct json_out *facts)
{
    struct span line = span_of(NULL, 0);

    span_next_line(&bytes, &line);
    json_out_object(facts);
    json_out_member(facts, "installer", span_head(span_trim(line), LIMIT_PACKAGE_NAME));
    json_out_end(facts);
}

/* Copies the members named in keys whose values are strings, without secrets. */
static void copy_strings(struct json_out *facts, const json_t *from, const char *const *keys)
{
    for (; *keys; keys++) {
        struct span value = json_in_span_or_empty(from, *keys);

        STRBUF_AUTO(masked, LIMIT_PACKAGE_FIELD);
        redact_append(&masked, value);
        if (value.len)
            json_out_member(facts, *keys, strbuf_span(&masked));
    }
}

static void copy_info(struct json_out *facts, const json_t *root, const char *key,
                      const char *const *keys)
{
    const json_t *info = json_object_get(root, key);

    if (!json_is_object(info))
        return;
    json_out_key(facts, key);
    json_out_object(facts);
    copy_strings(facts, info, keys);
    if (json_in_bool_or(info, "editable", false))
        json_out_member_bool(facts, "editable", true);
    json_out_end(facts);
}

/* {"origin": {...}}: what PEP 610 knows, and nothing else. */
static bool direct_url_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    static const char *const top[] = {"url", "subdirectory", NULL};
    static const char *const vcs[] = {"vcs", "requested_revision", "commit_id", NULL};
    static const char *const archive[] = {"hash", NULL};
    static const char *const none[] = {NULL};
    CLEANUP(cleanup_json) json_t *root = json_in_parse(bytes, "direct_url.json", err);
    struct span url;

    if (!root || !json_in_string(root, "url", &url, err))
        return false;
    json_out_object(facts);
    json_out_key(facts, "origin");
    json_out_object(facts);
    copy_strings(facts, root, top);
    copy_info(facts, root, "vcs_info", vcs);
    copy_info(facts, root, "archive_info", archive);
    copy_info(facts, root, "dir_info", none);
    json_out_end(facts);
    json_out_end(facts);
    return true;
}

static bool python_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span name = base_name(file->path);

    if (span_equal_string(name, "REQUESTED")) {
        json_out_object(facts);
        json_out_member_bool(facts, "requested", true);
        json_out_end(facts);
        return true;
    }
    if (span_equal_string(name, "INSTALLER")) {
        installer_facts(file->bytes, facts);
        return true;
    }
    if (span_equal_string(name, "direct_url.json"))
        return direct_url_facts(file->bytes, facts, err);
    return python_metadata_write(file->bytes, facts, err);
}

/* ---- assemble() ---- */

/* One distribution: the files of one dist-info or egg-info folder, or one egg-info file. */
struct distribution {
    struct span path;              /* of that folder or file */
    const struct file_facts *file; /* METADATA, in the layer that brought it in */
    json_t *metadata;              /* owned; NULL as long as none was found */
    json_t *origin;                /* owned, or NULL */
    json_t *installer;             /* owned, or NULL */
    bool requested;
};

static void distribution_release(struct distribution *d)
{
    json_decref(d->metadata);
    json_decref(d->origin);
    json_decref(d->installer);
}

static bool is_vendored(struct span path)
{
    struct span component;

    while (span_split(&path, '/', &component))
        if (span_equal_string(component, "_vendor"))
            return true;
    return false;
}

/* The folder of a file that stands in an info folder, the path itself of an egg-info file. */
static struct span info_path(struct span path)
{
    struct span name = base_name(path);

    if (span_ends_with(name, ".egg-info") || span_ends_with(name, ".EGG-INFO"))
        return path;
    return span_head(path, path.len - name.len - 1);
}

static bool same_member(const json_t *a, const json_t *b, const char *key)
{
    return span_equal(json_in_span_or_empty(a, key), json_in_span_or_empty(b, key));
}

/* The lowest layer from which on the metadata always told the same name and version. */
static bool find_origin_layer(struct distribution *d, struct error *err)
{
    for (const struct file_facts *below = d->file->below; below; below = below->below) {
        CLEANUP(cleanup_json) json_t *facts = facts_of(below, err);

        if (!facts)
            return false;
        if (!same_member(facts, d->metadata, "name") || !same_member(facts, d->metadata, "version"))
            return true;
        d->file = below;
    }
    return true;
}

static bool add_file(struct distribution *d, const struct file_facts *file, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);

    if (!facts)
        return false;
    if (!d->origin && json_object_get(facts, "origin")) {
        d->origin = json_incref(json_object_get(facts, "origin"));
    } else if (!d->installer && json_object_get(facts, "installer")) {
        d->installer = json_incref(json_object_get(facts, "installer"));
    } else if (json_object_get(facts, "requested")) {
        d->requested = true;
    } else if (!d->metadata && json_object_get(facts, "name")) {
        d->metadata = STEAL(facts);
        d->file = file;
        return find_origin_layer(d, err);
    }
    return true;
}

/* "/" and the folder that the info folder stands in: where the modules are. */
static char *location_of(struct span info)
{
    size_t slash = span_find_last_byte(info, '/');
    struct span folder = slash == info.len ? span_of(NULL, 0) : span_head(info, slash);

    return xasprintf("/%.*s", SPAN_ARG(folder));
}

/*
 * pip and uv write REQUESTED when a distribution was asked for by name, so that its absence
 * says that it was not; of others (distributions' packages) absence says nothing.
 */
static json_t *requested(const struct distribution *d)
{
    struct span installer = d->installer ? json_in_span(d->installer) : span_of(NULL, 0);

    if (d->requested)
        return json_true();
    if (span_equal_string(installer, "pip") || span_equal_string(installer, "uv"))
        return json_false();
    return json_null();
}

static void put_if_there(json_t *package, const char *key, json_t *value)
{
    if (value)
        json_put_take(package, key, json_incref(value));
}

static void add_package(struct findings *findings, const struct distribution *d)
{
    CLEANUP(cleanup_free) char *path = xasprintf("/%.*s", SPAN_ARG(d->path));
    json_t *package =
        findings_add_package(findings, "pypi", json_in_span_or_empty(d->metadata, "name"),
                             json_in_span_or_empty(d->metadata, "version"), span_of(NULL, 0),
                             d->file);

    json_put_string(package, "location", span_string(path));
    put_if_there(package, "licenses", json_object_get(d->metadata, "licenses"));
    put_if_there(package, "depends", json_object_get(d->metadata, "requires"));
    json_put_take(package, "requested", requested(d));
    put_if_there(package, "installer", d->installer);
    put_if_there(package, "origin", d->origin);
}

static void add_to_python_packages(struct findings *findings, const struct distribution *d,
                                   const char *location)
{
    json_t *entry = json_new_object();

    json_put_string(entry, "package_name", json_in_span_or_empty(d->metadata, "name"));
    json_put_string(entry, "package_version", json_in_span_or_empty(d->metadata, "version"));
    json_put_string(entry, "location", span_string(location));
    json_append_take(findings->python_packages, entry);
}

/* seen: {location and normalised name: version}. Python uses whichever it happens to find first. */
static void warn_of_duplicate(struct findings *findings, json_t *seen, const struct distribution *d,
                              const char *location)
{
    const char *version = json_in_string_or(d->metadata, "version", "");

    /* Keys of JSON objects are UTF-8, of which each byte of a path may need three. */
    STRBUF_AUTO(key, 4 * (LIMIT_PATH + LIMIT_PACKAGE_NAME));
    text_append_utf8(&key, span_string(location));
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

static void add_distribution(struct findings *findings, json_t *seen, const struct distribution *d)
{
    CLEANUP(cleanup_free) char *location = location_of(d->path);

    warn_of_duplicate(findings, seen, d, location);
    add_package(findings, d);
    add_to_python_packages(findings, d, location);
}

/* The files from first on that belong to one distribution; *ret_next is the one after them. */
static bool load_distribution(struct distribution *d, const struct file_set *files, size_t first,
                              size_t *ret_next, struct error *err)
{
    size_t i = first;

    d->path = info_path(files->files[first].path);
    for (; i < files->count && span_equal(info_path(files->files[i].path), d->path); i++)
        if (!add_file(d, &files->files[i], err))
            return false;
    *ret_next = i;
    return true;
}

static bool python_assemble(const struct file_set *files, struct findings *findings,
                            struct error *err)
{
    CLEANUP(cleanup_json) json_t *seen = json_new_object();

    for (size_t i = 0; i < files->count;) {
        CLEANUP(distribution_release) struct distribution d = {0};

        if (!load_distribution(&d, files, i, &i, err))
            return false;
        if (d.metadata && !is_vendored(d.path))
            add_distribution(findings, seen, &d);
    }
    return true;
}

static const struct wanted wanted[] = {
    {"*.dist-info/METADATA", WANTED_WHOLE},
    {"*.dist-info/INSTALLER", WANTED_WHOLE},
    {"*.dist-info/REQUESTED", WANTED_NAME},
    {"*.dist-info/direct_url.json", WANTED_WHOLE},
    {"*.DIST-INFO/METADATA", WANTED_WHOLE},
    {"*.DIST-INFO/INSTALLER", WANTED_WHOLE},
    {"*.DIST-INFO/REQUESTED", WANTED_NAME},
    {"*.DIST-INFO/direct_url.json", WANTED_WHOLE},
    {"*.egg-info/PKG-INFO", WANTED_WHOLE},
    {"*.egg-info/INSTALLER", WANTED_WHOLE},
    {"*.egg-info/REQUESTED", WANTED_NAME},
    {"*.egg-info/direct_url.json", WANTED_WHOLE},
    {"*.EGG-INFO/PKG-INFO", WANTED_WHOLE},
    {"*.EGG-INFO/INSTALLER", WANTED_WHOLE},
    {"*.EGG-INFO/REQUESTED", WANTED_NAME},
    {"*.EGG-INFO/direct_url.json", WANTED_WHOLE},
    /* Without a name of their own: EGG-INFO in an egg's folder, others as seen in the wild. */
    {"dist-info/METADATA", WANTED_WHOLE},
    {"dist-info/INSTALLER", WANTED_WHOLE},
    {"dist-info/REQUESTED", WANTED_NAME},
    {"dist-info/direct_url.json", WANTED_WHOLE},
    {"DIST-INFO/METADATA", WANTED_WHOLE},
    {"DIST-INFO/INSTALLER", WANTED_WHOLE},
    {"DIST-INFO/REQUESTED", WANTED_NAME},
    {"DIST-INFO/direct_url.json", WANTED_WHOLE},
    {"egg-info/PKG-INFO", WANTED_WHOLE},
    {"egg-info/INSTALLER", WANTED_WHOLE},
    {"egg-info/REQUESTED", WANTED_NAME},
    {"egg-info/direct_url.json", WANTED_WHOLE},
    {"EGG-INFO/PKG-INFO", WANTED_WHOLE},
    {"EGG-INFO/INSTALLER", WANTED_WHOLE},
    {"EGG-INFO/REQUESTED", WANTED_NAME},
    {"EGG-INFO/direct_url.json", WANTED_WHOLE},
    /* A file in the place of the folder. */
    {"*.egg-info", WANTED_WHOLE},
    {"*.EGG-INFO", WANTED_WHOLE},
};

const struct cataloger python_cataloger = {
    .name = "python",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_PYTHON_METADATA,
    .parse = python_parse,
    .assemble = python_assemble,
};
