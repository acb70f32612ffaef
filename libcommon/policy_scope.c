/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy_scope.h"

#include <string.h>

#include "cleanup.h"
#include "json_in.h"
#include "xalloc.h"

/* How the names of a transport's images are made. */
enum naming {
    NAMING_NONE,    /* they have none */
    NAMING_IMAGE,   /* HOST/REPOSITORY:TAG */
    NAMING_PATH,    /* /an/absolute/path */
    NAMING_STORAGE, /* [DRIVER@ROOT]HOST/REPOSITORY:TAG@ID */
    NAMING_UNKNOWN,
};

static enum naming naming_of(const char *transport)
{
    static const struct {
        const char *transport;
        enum naming naming;
    } namings[] = {
        {"docker", NAMING_IMAGE},
        {"docker-daemon", NAMING_IMAGE},
        {"atomic", NAMING_IMAGE},
        {"dir", NAMING_PATH},
        {"oci", NAMING_PATH},
        {"oci-archive", NAMING_PATH},
        {"docker-archive", NAMING_NONE},
        {"containers-storage", NAMING_STORAGE},
    };

    for (size_t i = 0; i < sizeof namings / sizeof *namings; i++)
        if (strcmp(transport, namings[i].transport) == 0)
            return namings[i].naming;
    return NAMING_UNKNOWN;
}

/* ---- checking ---- */

/* Without empty parts, "." and "..": images' paths have none. */
static bool is_clean_path(const char *path)
{
    struct span rest = span_string(path + 1);
    struct span part;

    if (path[0] != '/' || !path[1] || span_ends_with(rest, "/"))
        return false;
    while (span_split(&rest, '/', &part))
        if (!part.len || span_equal_string(part, ".") || span_equal_string(part, ".."))
            return false;
    return true;
}

bool policy_scope_check(const char *transport, const char *scope, struct error *err)
{
    enum naming naming = naming_of(transport);

    if (!*scope)
        return true;
    if (naming == NAMING_PATH && !is_clean_path(scope))
        return error_set(err, ERROR_CONFIGURATION,
                         "it is no absolute path without '.', '..' and '/' at its end");
    if (naming == NAMING_NONE)
        return error_set(err, ERROR_CONFIGURATION, "the transport has none but \"\"");
    return naming != NAMING_STORAGE || (scope[0] == '[' && strchr(scope, ']')) ||
           error_set(err, ERROR_CONFIGURATION, "it does not begin with [DRIVER@ROOT] or [ROOT]");
}

/* ---- finding ---- */

/* Cuts name to the next wider scope: its digest or id, its tag, its last part; false at the widest. */
static bool widen(char *name)
{
    char *slash = strrchr(name, '/');
    char *colon = slash ? strchr(slash, ':') : NULL;
    char *end = strrchr(name, '@');

    if (!end)
        end = colon ? colon : slash;
    if (!end)
        return false;
    *end = '\0';
    return *name != '\0';
}

/* "a.example.com:5000": "*.example.com", "*.com" */
static const json_t *find_wildcard(const json_t *scopes, const char *host, struct strbuf *scope)
{
    struct span rest = span_string(host);
    const json_t *found = NULL;

    rest = span_head(rest, span_find_byte(rest, ':'));
    while (!found && span_find_byte(rest, '.') < rest.len) {
        rest = span_skip(rest, span_find_byte(rest, '.') + 1);
        strbuf_clear(scope);
        strbuf_addf(scope, "*.%.*s", SPAN_ARG(rest));
        found = json_object_get(scopes, scope->data);
    }
    return found;
}

static const json_t *find_image(const json_t *scopes, const char *identity, struct strbuf *scope)
{
    CLEANUP(cleanup_free) char *name = xstrdup(identity);

    do {
        const json_t *found = json_object_get(scopes, name);

        if (found && *name) {
            strbuf_add_string(scope, name);
            return found;
        }
    } while (widen(name));
    return find_wildcard(scopes, name, scope);
}

static const json_t *find_path(const json_t *scopes, const char *identity, struct strbuf *scope)
{
    CLEANUP(cleanup_free) char *path = xstrdup(identity);

    for (char *slash = strrchr(path, '/'); slash; slash = strrchr(path, '/')) {
        const json_t *found = json_object_get(scopes, path);

        strbuf_clear(scope);
        strbuf_add_string(scope, path);
        if (found && *path)
            return found;
        *slash = '\0';
    }
    return NULL;
}

/* The whole name, the parts of the image's behind that of the storage, the storage's with and without driver. */
static const json_t *find_storage(const json_t *scopes, const char *identity, struct strbuf *scope)
{
    struct span storage =
        span_head(span_string(identity), span_find_byte(span_string(identity), ']') + 1);
    CLEANUP(cleanup_free) char *name = xstrdup(identity + storage.len);
    const json_t *found;
    bool more = true;

    for (;;) {
        strbuf_clear(scope);
        strbuf_addf(scope, "%.*s%s", SPAN_ARG(storage), more ? name : "");
        found = json_object_get(scopes, scope->data);
        if (found || !more)
            break;
        more = *name && widen(name);
    }
    if (found)
        return found;
    strbuf_clear(scope);
    strbuf_addf(scope, "[%.*s", SPAN_ARG(span_skip(storage, span_find_byte(storage, '@') + 1)));
    return json_object_get(scopes, scope->data);
}

static const json_t *find_scope(const json_t *scopes, enum naming naming, const char *identity,
                                struct strbuf *scope)
{
    switch (naming) {
    case NAMING_IMAGE:
        return find_image(scopes, identity, scope);
    case NAMING_PATH:
        return find_path(scopes, identity, scope);
    case NAMING_STORAGE:
        return find_storage(scopes, identity, scope);
    case NAMING_NONE:
    case NAMING_UNKNOWN:
        return NULL;
    }
    return NULL;
}

const json_t *policy_scope_find(const json_t *root, const char *transport, const char *identity,
                                struct strbuf *where)
{
    const json_t *scopes = json_object_get(json_object_get(root, "transports"), transport);
    /* A scope is a part of the name, or "*." and one, or "[" and one. */
    STRBUF_AUTO(scope, strlen(identity) + 4);
    const json_t *found = find_scope(scopes, naming_of(transport), identity, &scope);

    if (found) {
        strbuf_addf(where, "the scope '%s' of %s", QUOTE(scope.data), transport);
        return found;
    }
    found = json_object_get(scopes, "");
    if (found)
        strbuf_addf(where, "the scope \"\" of %s", transport);
    else
        strbuf_add_string(where, "the default");
    return found ? found : json_object_get(root, "default");
}
