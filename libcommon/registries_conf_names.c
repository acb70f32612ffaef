/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registries_conf_names.h"

#include <string.h>

#include "json_in.h"
#include "registries_conf.h"
#include "xalloc.h"

/* ---- names ---- */

static bool has_host(struct span name)
{
    size_t slash = span_find_byte(name, '/');

    return slash < name.len && reference_is_host(span_head(name, slash));
}

/* The name without its tag and digest. */
static struct span bare_name(struct span text)
{
    struct span name = span_head(text, span_find_byte(text, '@'));
    size_t slash = span_find_last_byte(name, '/');
    size_t start = slash == name.len ? 0 : slash + 1;

    return span_head(name, start + span_find_byte(span_skip(name, start), ':'));
}

/* A repository's name without tag and digest, with a host or without one. */
static bool is_name(const char *text, bool with_host)
{
    REFERENCE_AUTO(ref);
    struct error ignored = {0};
    struct span name = span_string(text);

    return has_host(name) == with_host && bare_name(name).len == name.len &&
           reference_parse_name(text, &ref, &ignored);
}

/* ---- reading ---- */

static bool add_alias(const char *name, const json_t *value, json_t *aliases, struct error *err)
{
    const char *target = json_is_string(value) ? json_string_value(value) : "?";

    if (!is_name(name, false))
        return error_set(err, ERROR_CONFIGURATION,
                         "it is no name of a repository without host and tag");
    if (*target && !is_name(target, true))
        return error_set(err, ERROR_CONFIGURATION,
                         "what it stands for is no \"host/repository\" without a tag");
    json_put_string(aliases, name, span_string(target));
    return true;
}

bool names_add_aliases(const json_t *root, json_t *aliases, struct error *err)
{
    json_t *table = json_object_get(root, "aliases");
    const char *name;
    json_t *value;

    if (table && !json_is_object(table))
        return error_set(err, ERROR_CONFIGURATION, "aliases is no table: write [aliases]");
    json_object_foreach (table, name, value)
        if (!add_alias(name, value, aliases, err))
            return error_prefix(err, "the alias '%s'", QUOTE(name));
    return json_object_size(aliases) <= LIMIT_REGISTRIES ||
           error_set(err, ERROR_CONFIGURATION, "there are more than %d aliases", LIMIT_REGISTRIES);
}

bool names_add_search(const json_t *root, json_t *search, struct error *err)
{
    const json_t *hosts = json_object_get(root, "unqualified-search-registries");
    json_t *host;
    size_t i;

    if (!hosts)
        return true;
    if (!json_is_array(hosts))
        return error_set(err, ERROR_CONFIGURATION, "unqualified-search-registries is no array");
    json_array_clear(search);
    json_array_foreach (hosts, i, host) {
        struct span text = json_in_span(host);

        while (span_ends_with(text, "/"))
            text.len--;
        if (!text.len || span_find_byte(text, '/') < text.len)
            return error_set(err, ERROR_CONFIGURATION,
                             "unqualified-search-registries holds '%s', which is no host[:port]",
                             quote_bytes(text.data, text.len).text);
        json_append_take(search, json_new_string(text));
    }
    return true;
}

/* ---- using ---- */

bool registries_conf_resolve(const struct registries_conf *conf, const char *name,
                             struct reference *ret, struct error *err)
{
    struct span text = span_string(name);
    struct span bare = bare_name(text);
    CLEANUP(cleanup_free) char *key = xmemdup0(bare.data, bare.len);
    const char *target = json_string_value(json_object_get(conf->aliases, key));
    struct span rest = span_skip(text, bare.len);
    CLEANUP(cleanup_free) char *whole = NULL;

    if (!target || !*target)
        return reference_parse_name(name, ret, err);
    whole = xasprintf("%s%.*s", target, SPAN_ARG(rest));
    return reference_parse_name(whole, ret, err);
}
