/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "registries_conf.h"
#include "xalloc.h"

void registry_places_release(struct registry_places *places)
{
    for (size_t i = 0; i < places->count; i++)
        reference_release(&places->items[i].ref);
    free(STEAL(places->items));
    places->count = 0;
}

/* ---- prefixes ---- */

/* A host ends before its port, a part of a repository's name before the next, the last before its tag. */
static bool ends_part(struct span rest)
{
    return !rest.len || rest.data[0] == ':' || rest.data[0] == '/' || rest.data[0] == '@';
}

/* If prefix is one of name, what is behind it is *ret_rest. */
static bool matches(struct span name, const char *prefix, struct span *ret_rest)
{
    struct span host;

    if (strncmp(prefix, "*.", 2) != 0) {
        *ret_rest = name;
        return span_eat(ret_rest, prefix) && ends_part(*ret_rest);
    }
    host = span_head(name, span_find_byte(name, '/'));
    host = span_head(host, span_find_byte(host, ':'));
    *ret_rest = span_skip(name, host.len);
    return span_ends_with(host, prefix + 1) && host.len > strlen(prefix + 1);
}

/* What counts for a name, if anything does. */
struct match {
    const char *prefix;
    const json_t *entry;
    struct span rest;
};

static bool is_closer(const char *prefix, const struct match *than)
{
    size_t length = strlen(prefix);
    size_t other;

    if (!than->prefix)
        return true;
    other = strlen(than->prefix);
    return length > other || (length == other && than->prefix[0] == '*');
}

static struct match find(const struct registries_conf *conf, struct span name)
{
    struct match best = {0};
    const char *prefix;
    json_t *entry;

    json_object_foreach (conf->registries, prefix, entry) {
        struct span rest;

        if (matches(name, prefix, &rest) && is_closer(prefix, &best))
            best = (struct match){prefix, entry, rest};
    }
    return best;
}

static bool check_blocked(const struct match *match, const char *name, struct error *err)
{
    if (!json_in_bool_or(match->entry, "blocked", false))
        return true;
    return error_set(err, ERROR_PERMISSION, "'%s' is blocked: '%s' says so of '%s'", QUOTE(name),
                     QUOTE(json_in_string_or(match->entry, "file", "")), QUOTE(match->prefix));
}

/* ---- places ---- */

static char *name_of(const struct reference *ref)
{
    return ref->digest ? xasprintf("%s/%s@%s", ref->host, ref->repository, ref->digest)
                       : xasprintf("%s/%s:%s", ref->host, ref->repository, ref->tag);
}

/* Appends the place, whose name parses. */
static bool add(struct registry_places *places, const char *name, bool insecure, bool is_mirror,
                struct error *err)
{
    struct registry_place place = {.insecure = insecure, .is_mirror = is_mirror};

    if (!reference_parse_name(name, &place.ref, err))
        return false;
    places->items = xreallocarray(places->items, places->count + 1, sizeof *places->items);
    places->items[places->count++] = place;
    return true;
}

/* The location of table (the registry's, or a mirror's) in place of the prefix. */
static bool add_location(const struct match *match, const json_t *table, bool is_mirror,
                         struct registry_places *places, struct error *err)
{
    const char *location = json_in_string_or(table, "location", "");
    bool insecure = json_in_bool_or(table, "insecure", false);
    CLEANUP(cleanup_free) char *name = xasprintf("%s%.*s", location, SPAN_ARG(match->rest));

    if (add(places, name, insecure, is_mirror, err))
        return true;
    err->kind = ERROR_CONFIGURATION;
    return error_prefix(err, "'%s': the location '%s' for '%s'",
                        QUOTE(json_in_string_or(match->entry, "file", "")), QUOTE(location),
                        QUOTE(match->prefix));
}

static bool may_be_asked(const json_t *mirror, bool by_digest)
{
    const char *use = json_in_string_or(mirror, "use", "all");

    return strcmp(use, by_digest ? "tag-only" : "digest-only") != 0;
}

/* What the place that was added last is blocked by: by its own name, as the location of another. */
static struct match blocking(const struct registries_conf *conf,
                             const struct registry_places *places)
{
    CLEANUP(cleanup_free) char *name = name_of(&places->items[places->count - 1].ref);
    struct match match = find(conf, span_string(name));

    return json_in_bool_or(match.entry, "blocked", false) ? match : (struct match){0};
}

static bool add_mirrors(const struct registries_conf *conf, const struct match *match,
                        bool by_digest, struct registry_places *places, struct error *err)
{
    json_t *mirror;
    size_t i;

    json_array_foreach (json_object_get(match->entry, "mirrors"), i, mirror) {
        if (!may_be_asked(mirror, by_digest))
            continue;
        if (!add_location(match, mirror, true, places, err))
            return false;
        if (blocking(conf, places).entry)
            reference_release(&places->items[--places->count].ref);
    }
    return true;
}

static bool fill(const struct registries_conf *conf, const struct reference *ref,
                 struct registry_places *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *name = name_of(ref);
    struct match match = find(conf, span_string(name));
    bool insecure = json_in_bool_or(match.entry, "insecure", false);

    if (!check_blocked(&match, name, err) || !add_mirrors(conf, &match, ref->digest, ret, err))
        return false;
    if (!json_object_get(match.entry, "location"))
        return add(ret, name, insecure, false, err);
    if (!add_location(&match, match.entry, false, ret, err))
        return false;
    match = blocking(conf, ret);
    return check_blocked(&match, name, err);
}

bool registries_conf_places(const struct registries_conf *conf, const struct reference *ref,
                            struct registry_places *ret, struct error *err)
{
    if (fill(conf, ref, ret, err))
        return true;
    registry_places_release(ret);
    return false;
}
