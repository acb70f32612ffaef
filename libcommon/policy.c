/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "config_file.h"
#include "digest.h"
#include "json_in.h"
#include "policy_scope.h"
#include "storage_conf.h"
#include "xalloc.h"

void policy_release(struct policy *policy)
{
    json_decref(STEAL(policy->root));
    free(STEAL(policy->file));
}

/* ---- reading ---- */

static bool wrong(struct error *err, const char *what)
{
    return error_set(err, ERROR_CONFIGURATION, "%s", what);
}

/* Those without members but their type. */
static bool is_plain(const char *type)
{
    return strcmp(type, "insecureAcceptAnything") == 0 || strcmp(type, "reject") == 0;
}

static bool check_requirement(const json_t *requirement, struct error *err)
{
    const char *type = json_string_value(json_object_get(requirement, "type"));

    if (!type)
        return wrong(err, "a requirement is no JSON object with a type");
    return !is_plain(type) || json_object_size(requirement) == 1 ||
           error_set(err, ERROR_CONFIGURATION, "a requirement of type %s has other members", type);
}

static bool check_requirements(const json_t *list, struct error *err)
{
    json_t *requirement;
    size_t i;

    if (!json_array_size(list))
        return wrong(err, "it is no array of requirements, of which there must be one");
    json_array_foreach (list, i, requirement)
        if (!check_requirement(requirement, err))
            return false;
    return true;
}

static bool check_scopes(const char *transport, json_t *scopes, struct error *err)
{
    const char *scope;
    json_t *list;

    if (!json_is_object(scopes))
        return error_set(err, ERROR_CONFIGURATION, "transports: '%s' is no JSON object",
                         QUOTE(transport));
    json_object_foreach (scopes, scope, list)
        if (!policy_scope_check(transport, scope, err) || !check_requirements(list, err))
            return error_prefix(err, "transports: '%s': the scope '%s'", QUOTE(transport),
                                QUOTE(scope));
    return true;
}

static bool check_transports(json_t *transports, struct error *err)
{
    const char *transport;
    json_t *scopes;

    if (transports && !json_is_object(transports))
        return wrong(err, "transports is no JSON object");
    json_object_foreach (transports, transport, scopes)
        if (!check_scopes(transport, scopes, err))
            return false;
    return true;
}

static bool check(json_t *root, struct error *err)
{
    const char *key;
    json_t *ignored;

    if (!json_is_object(root))
        return wrong(err, "it is no JSON object");
    json_object_foreach (root, key, ignored)
        if (strcmp(key, "default") != 0 && strcmp(key, "transports") != 0)
            return error_set(err, ERROR_CONFIGURATION, "'%s' is neither default nor transports",
                             QUOTE(key));
    if (!check_requirements(json_object_get(root, "default"), err))
        return error_prefix(err, "default");
    return check_transports(json_object_get(root, "transports"), err);
}

bool policy_parse(struct span text, const char *file, struct policy *ret, struct error *err)
{
    CLEANUP(cleanup_json) json_t *root = json_in_parse_strict(text, "it", err);

    if (!root)
        err->kind = ERROR_CONFIGURATION;
    if (!root || !check(root, err))
        return error_prefix(err, "'%s'", QUOTE(file));
    policy_release(ret);
    ret->root = STEAL(root);
    ret->file = xstrdup(file);
    return true;
}

/* Takes path, which may be NULL; nothing is done when a file was read before. */
static bool try_file(char *path, struct policy *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *file = path;
    STRBUF_AUTO(text, LIMIT_POLICY);
    struct file_stamp stamp;

    if (!file || ret->root)
        return true;
    return config_file_read(file, &text, &stamp, err) &&
           (!stamp.is_there || policy_parse(strbuf_span(&text), file, ret, err));
}

bool policy_read(const char *root, struct policy *ret, struct error *err)
{
    return try_file(config_home_path("containers/policy.json"), ret, err) &&
           try_file(xasprintf("%s/etc/containers/policy.json", root), ret, err);
}

/* ---- asking ---- */

static bool holds(const struct policy *policy, const json_t *requirement, const char *identity,
                  const char *scope, struct error *err)
{
    const char *type = json_in_string_or(requirement, "type", "");

    if (strcmp(type, "insecureAcceptAnything") == 0)
        return true;
    if (strcmp(type, "reject") == 0)
        return error_set(err, ERROR_PERMISSION, "'%s' is rejected by %s of '%s'", QUOTE(identity),
                         scope, QUOTE(policy->file));
    return error_set(err, ERROR_CONFIGURATION,
                     "'%s' may be taken only with what we cannot check: %s of '%s' asks for %s; "
                     "check it with another tool and take what that has stored, or change the rule",
                     QUOTE(identity), scope, QUOTE(policy->file), QUOTE(type));
}

bool policy_accepts_identity(const struct policy *policy, const char *transport,
                             const char *identity, struct error *err)
{
    STRBUF_AUTO(scope, LIMIT_PATH + LIMIT_QUOTED_NAME);
    const char *name = *identity ? identity : transport;
    const json_t *list;
    json_t *requirement;
    size_t i;

    if (!policy->root)
        return true;
    list = policy_scope_find(policy->root, transport, identity, &scope);
    json_array_foreach (list, i, requirement)
        if (!holds(policy, requirement, name, scope.data, err))
            return false;
    return true;
}

static const char *transport_name(enum transport transport)
{
    switch (transport) {
    case TRANSPORT_OCI:
        return "oci";
    case TRANSPORT_OCI_ARCHIVE:
        return "oci-archive";
    case TRANSPORT_DOCKER_ARCHIVE:
        return "docker-archive";
    case TRANSPORT_DIR:
        return "dir";
    case TRANSPORT_DOCKER_DAEMON:
        return "docker-daemon";
    case TRANSPORT_STORAGE:
        return "containers-storage";
    case TRANSPORT_REGISTRY:
        return "docker";
    }
    return "";
}

/* To free. */
static char *identity_of_name(const struct reference *ref)
{
    return ref->digest ? xasprintf("%s/%s@%s", ref->host, ref->repository, ref->digest)
                       : xasprintf("%s/%s:%s", ref->host, ref->repository, ref->tag);
}

/* Of what a daemon is asked for: a name, which has a tag or a digest, or an id, which has no scope. */
static char *identity_in_daemon(const struct reference *ref)
{
    struct error ignored = {0};
    REFERENCE_AUTO(name);

    if (!ref->tag && !strchr(ref->path, '@'))
        return xstrdup("");
    return reference_parse_name(ref->path, &name, &ignored) ? identity_of_name(&name) : xstrdup("");
}

/* A name, perhaps with "@ID" behind it, or "@ID" alone. */
static char *identity_in_store(const char *wanted)
{
    struct span text = span_string(wanted);
    size_t at = span_find_last_byte(text, '@');
    struct span id = at == text.len ? text : span_skip(text, at + 1);
    bool is_digest = span_find_byte(id, ':') < id.len;
    CLEANUP(cleanup_free) char *name = xmemdup0(text.data, is_digest ? text.len : at);
    CLEANUP(cleanup_free) char *full = NULL;
    struct error ignored = {0};
    REFERENCE_AUTO(ref);

    if (id.len == DIGEST_HEX && span_is_hex(id, DIGEST_HEX) && id.data == text.data)
        return xasprintf("@%s", wanted);
    if (!reference_parse_name(name, &ref, &ignored))
        return xstrdup(wanted);
    full = identity_of_name(&ref);
    return is_digest || at == text.len ? STEAL(full) : xasprintf("%s@%.*s", full, SPAN_ARG(id));
}

/* "[overlay@ROOT]", and a name or "@ID" behind it; NULL with err set. */
static char *identity_in_storage(const struct reference *ref, struct error *err)
{
    CLEANUP(cleanup_free) char *identity = identity_in_store(ref->tag);
    STORAGE_ROOTS_AUTO(roots);

    if (!ref->path && !storage_roots_find(&roots, err))
        return NULL;
    return xasprintf("[overlay@%s]%s", ref->path ? ref->path : roots.items[0], identity);
}

/* To free; NULL with err set. */
static char *identity_of(const struct reference *ref, struct error *err)
{
    char *path;

    if (ref->transport == TRANSPORT_REGISTRY)
        return identity_of_name(ref);
    if (ref->transport == TRANSPORT_DOCKER_DAEMON)
        return identity_in_daemon(ref);
    if (ref->transport == TRANSPORT_STORAGE)
        return identity_in_storage(ref, err);
    /* An archive may hold many images, whose names mean little: it has no scopes. */
    if (ref->transport == TRANSPORT_DOCKER_ARCHIVE)
        return xstrdup("");
    path = realpath(ref->path, NULL);
    if (!path)
        error_set_errno(err, errno, "cannot find '%s'", QUOTE(ref->path));
    return path;
}

bool policy_accepts(const struct policy *policy, const struct reference *ref, struct error *err)
{
    CLEANUP(cleanup_free) char *identity = NULL;

    if (!policy->root)
        return true;
    identity = identity_of(ref, err);
    return identity &&
           policy_accepts_identity(policy, transport_name(ref->transport), identity, err);
}
