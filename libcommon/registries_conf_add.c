/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One file's tables, checked and brought into the form in which they are kept:
 *   registries  {PREFIX: {location (absent: the name as it is), insecure, blocked, by_digest_only, file,
 *                mirrors: [{location, insecure, use: "all", "digest-only" or "tag-only"}]}}
 *   aliases     {NAME: TARGET, or "" for one that is taken back}
 *   search      [HOST]
 */
#include <string.h>

#include "json_in.h"
#include "registries_conf.h"
#include "registries_conf_names.h"
#include "toml.h"
#include "xalloc.h"

/* ---- members ---- */

static bool take_string(const json_t *table, const char *key, struct span *ret, struct error *err)
{
    const json_t *value = json_object_get(table, key);

    *ret = json_in_span(value);
    return !value || json_is_string(value) ||
           error_set(err, ERROR_CONFIGURATION, "%s is no string", key);
}

/* False when the key is absent. */
static bool copy_bool(const json_t *table, const char *key, json_t *to, const char *name,
                      struct error *err)
{
    const json_t *value = json_object_get(table, key);

    json_put_bool(to, name, json_is_true(value));
    return !value || json_is_boolean(value) ||
           error_set(err, ERROR_CONFIGURATION, "%s is neither true nor false", key);
}

static bool take_tables(const json_t *table, const char *key, size_t most, json_t **ret,
                        struct error *err)
{
    json_t *value = json_object_get(table, key);

    *ret = value;
    if (value && !json_is_array(value))
        return error_set(err, ERROR_CONFIGURATION, "%s is no array of tables: write [[%s]]", key,
                         key);
    return json_array_size(value) <= most ||
           error_set(err, ERROR_CONFIGURATION, "it has more than %zu of [[%s]]", most, key);
}

/* HOST[:PORT][/...] without '/' at its end; empty when the key is absent. */
static bool take_place(const json_t *table, const char *key, struct span *ret, struct error *err)
{
    if (!take_string(table, key, ret, err))
        return false;
    while (span_ends_with(*ret, "/"))
        ret->len--;
    if (span_starts_with(*ret, "http://") || span_starts_with(*ret, "https://"))
        return error_set(err, ERROR_CONFIGURATION,
                         "%s '%s' is a URL: write host[:port][/path] without its scheme", key,
                         quote_bytes(ret->data, ret->len).text);
    return true;
}

static bool take_location(const json_t *table, struct span *ret, struct error *err)
{
    if (!take_place(table, "location", ret, err))
        return false;
    return !ret->len || reference_is_host(span_head(*ret, span_find_byte(*ret, '/'))) ||
           error_set(err, ERROR_CONFIGURATION,
                     "location '%s' does not begin with a host that has a dot or a port",
                     quote_bytes(ret->data, ret->len).text);
}

/* ---- [[registry]] ---- */

static bool take_use(const json_t *table, bool by_digest_only, json_t *to, struct error *err)
{
    struct span use;

    if (!take_string(table, "pull-from-mirror", &use, err))
        return false;
    if (use.len && by_digest_only)
        return error_set(err, ERROR_CONFIGURATION,
                         "pull-from-mirror of a mirror cannot stand beside "
                         "mirror-by-digest-only of its registry");
    if (!use.len)
        use = by_digest_only ? SPAN_LITERAL("digest-only") : SPAN_LITERAL("all");
    json_put_string(to, "use", use);
    return span_equal_string(use, "all") || span_equal_string(use, "digest-only") ||
           span_equal_string(use, "tag-only") ||
           error_set(err, ERROR_CONFIGURATION,
                     "pull-from-mirror is '%s', which is none of all, digest-only and tag-only",
                     quote_bytes(use.data, use.len).text);
}

static bool add_mirror(const json_t *table, bool by_digest_only, json_t *mirrors, struct error *err)
{
    json_t *mirror = json_new_object();
    struct span location;

    json_append_take(mirrors, mirror);
    if (!take_location(table, &location, err) ||
        !copy_bool(table, "insecure", mirror, "insecure", err) ||
        !take_use(table, by_digest_only, mirror, err))
        return false;
    json_put_string(mirror, "location", location);
    return location.len || error_set(err, ERROR_CONFIGURATION, "it has no location");
}

static bool add_mirrors(const json_t *table, json_t *entry, struct error *err)
{
    bool by_digest_only = json_in_bool_or(entry, "by_digest_only", false);
    json_t *mirrors = json_new_array();
    json_t *tables;
    json_t *item;
    size_t i;

    json_put_take(entry, "mirrors", mirrors);
    if (!take_tables(table, "mirror", LIMIT_MIRRORS, &tables, err))
        return false;
    json_array_foreach (tables, i, item)
        if (!add_mirror(item, by_digest_only, mirrors, err))
            return error_prefix(err, "[[registry.mirror]] %zu", i + 1);
    return true;
}

/* "*." and a host: no port, no path. */
static bool check_prefix(struct span prefix, struct span location, struct error *err)
{
    bool is_wildcard = span_starts_with(prefix, "*.");

    if (!prefix.len)
        return error_set(err, ERROR_CONFIGURATION, "it has neither prefix nor location");
    if (is_wildcard && strcspn(prefix.data, "/@:") < prefix.len)
        return error_set(err, ERROR_CONFIGURATION,
                         "the prefix is no wildcard of the form *.example.com");
    return is_wildcard || location.len ||
           error_set(err, ERROR_CONFIGURATION, "it has a prefix but no location");
}

/* *ret_prefix is valid as long as table. */
static bool take_registry(const json_t *table, json_t *entry, struct span *ret_prefix,
                          struct error *err)
{
    struct span location;

    if (!take_location(table, &location, err) || !take_place(table, "prefix", ret_prefix, err))
        return false;
    if (!ret_prefix->len)
        *ret_prefix = location;
    if (location.len)
        json_put_string(entry, "location", location);
    if (json_object_get(table, "pull-from-mirror"))
        return error_set(err, ERROR_CONFIGURATION, "pull-from-mirror is for its mirrors alone");
    return check_prefix(*ret_prefix, location, err) &&
           copy_bool(table, "insecure", entry, "insecure", err) &&
           copy_bool(table, "blocked", entry, "blocked", err) &&
           copy_bool(table, "mirror-by-digest-only", entry, "by_digest_only", err) &&
           add_mirrors(table, entry, err);
}

static bool add_registry(const json_t *table, const char *file, json_t *added, struct error *err)
{
    CLEANUP(cleanup_json) json_t *entry = json_new_object();
    struct span prefix = {0};
    char *key;

    json_put_string(entry, "file", span_string(file));
    if (!take_registry(table, entry, &prefix, err))
        return prefix.len ? error_prefix(err, "'%s'", quote_bytes(prefix.data, prefix.len).text)
                          : false;
    key = xmemdup0(prefix.data, prefix.len);
    if (!json_object_get(added, key))
        json_put_take(added, key, STEAL(entry));
    free(key);
    return true;
}

/* Of one file: two that ask the same location in different ways contradict each other. */
static bool check_conflicts(json_t *added, struct error *err)
{
    CLEANUP(cleanup_json) json_t *seen = json_new_object();
    const char *prefix;
    json_t *entry;

    json_object_foreach (added, prefix, entry) {
        const char *location = json_in_string_or(entry, "location", prefix);
        const json_t *other = json_object_get(seen, location);

        if (!other)
            json_put_take(seen, location, json_incref(entry));
        else if (json_in_bool_or(other, "insecure", false) !=
                     json_in_bool_or(entry, "insecure", false) ||
                 json_in_bool_or(other, "blocked", false) !=
                     json_in_bool_or(entry, "blocked", false))
            return error_set(err, ERROR_CONFIGURATION,
                             "the location '%s' stands in two of [[registry]] that differ in "
                             "insecure or blocked",
                             QUOTE(location));
    }
    return true;
}

static bool add_registries(const json_t *root, const char *file, json_t *registries,
                           struct error *err)
{
    CLEANUP(cleanup_json) json_t *added = json_new_object();
    json_t *tables;
    json_t *item;
    size_t i;

    if (!take_tables(root, "registry", LIMIT_REGISTRIES, &tables, err))
        return false;
    json_array_foreach (tables, i, item)
        if (!add_registry(item, file, added, err))
            return error_prefix(err, "[[registry]] %zu", i + 1);
    if (!check_conflicts(added, err))
        return false;
    if (json_object_update(registries, added) != 0)
        out_of_memory();
    return json_object_size(registries) <= LIMIT_REGISTRIES ||
           error_set(err, ERROR_CONFIGURATION, "there are more than %d registries",
                     LIMIT_REGISTRIES);
}

/* ---- a file ---- */

/* Version 1 had lists; empty ones still lie in files that are of version 2 else. */
static bool refuse_version_1(const json_t *root, struct error *err)
{
    static const char *const tables[] = {"search", "insecure", "block"};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const json_t *table = json_in_find(json_object_get(root, "registries"), tables[i]);

        if (json_array_size(json_object_get(table, "registries")))
            return error_set(err, ERROR_CONFIGURATION,
                             "[registries.%s] is of version 1 of the format, which is not read: "
                             "write [[registry]] and unqualified-search-registries",
                             tables[i]);
    }
    return true;
}

static void prepare(struct registries_conf *conf)
{
    if (!conf->registries)
        conf->registries = json_new_object();
    if (!conf->aliases)
        conf->aliases = json_new_object();
    if (!conf->search)
        conf->search = json_new_array();
}

bool registries_conf_add(struct registries_conf *conf, struct span text, const char *file,
                         struct error *err)
{
    CLEANUP(cleanup_json) json_t *root = toml_parse(text, err);

    prepare(conf);
    if (!root)
        err->kind = ERROR_CONFIGURATION;
    if (root && refuse_version_1(root, err) && add_registries(root, file, conf->registries, err) &&
        names_add_aliases(root, conf->aliases, err) && names_add_search(root, conf->search, err))
        return true;
    return error_prefix(err, "'%s'", QUOTE(file));
}

void registries_conf_release(struct registries_conf *conf)
{
    json_decref(STEAL(conf->registries));
    json_decref(STEAL(conf->aliases));
    json_decref(STEAL(conf->search));
}
