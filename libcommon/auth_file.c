/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "auth_file.h"

#include <stdlib.h>
#include <string.h>

#include "base64.h"
#include "json_in.h"
#include "xalloc.h"

/* docker's name of Docker Hub, from the time of the first protocol. */
#define HUB_SERVER "https://index.docker.io/v1/"
#define HUB_HOST "index.docker.io"

void auth_file_answer_release(struct auth_file_answer *answer)
{
    login_release(&answer->login);
    free(STEAL(answer->helper));
    free(STEAL(answer->server));
}

/* ---- names of hosts ---- */

/* Docker Hub by any of its names. */
static struct span same_host(struct span host)
{
    if (span_equal_string(host, "docker.io") || span_equal_string(host, "registry-1.docker.io"))
        return SPAN_LITERAL(HUB_HOST);
    return host;
}

/* The host of a key: of a URL, and in the old form of any key, without what is behind it. */
static struct span key_host(struct span key, bool old_form)
{
    bool is_url = span_eat(&key, "https://") || span_eat(&key, "http://");

    return same_host(is_url || old_form ? span_head(key, span_find_byte(key, '/')) : key);
}

static bool is_key_of(const char *key, const char *host, bool old_form)
{
    return span_equal(key_host(span_string(key), old_form), same_host(span_string(host)));
}

/* ---- members ---- */

static bool wrong(struct error *err, const char *key, const char *what)
{
    return error_set(err, ERROR_CONFIGURATION, "'%s' is no %s", QUOTE(key), what);
}

/* NULL in *ret when it is absent. */
static bool take_object(json_t *root, const char *key, json_t **ret, struct error *err)
{
    json_t *value = json_object_get(root, key);

    *ret = json_is_object(value) ? value : NULL;
    return *ret || !value || json_is_null(value) || wrong(err, key, "JSON object");
}

static bool take_string(const json_t *entry, const char *key, char **ret, struct error *err)
{
    const json_t *value = json_object_get(entry, key);

    if (!value || json_is_null(value))
        return true;
    if (!json_is_string(value))
        return wrong(err, key, "string");
    if (json_string_length(value))
        *ret = xmemdup0(json_string_value(value), json_string_length(value));
    return true;
}

/* ---- an entry ---- */

/* "auth": what docker makes it of ends with NULs in some versions. */
static bool decode(const char *text, struct login *ret)
{
    STRBUF_AUTO(decoded, strlen(text) + 1);
    bool good = base64_decode(span_string(text), &decoded);
    struct span pair = strbuf_span(&decoded);

    while (pair.len && pair.data[pair.len - 1] == '\0')
        pair.len--;
    good = good && span_find_byte(pair, '\0') == pair.len && login_parse(pair, ret);
    explicit_bzero(decoded.data, decoded.len);
    return good;
}

/* It goes into a header: a line break in it would add others. */
static bool check_token(const char *token, struct error *err)
{
    for (const char *p = token; p && *p; p++)
        if (*p <= ' ' || *p > '~')
            return error_set(err, ERROR_CONFIGURATION,
                             "'registrytoken' holds a blank or a control character");
    return true;
}

static bool take_login(const json_t *entry, struct login *ret, struct error *err)
{
    CLEANUP(cleanup_secret) char *pair = NULL;

    if (!take_string(entry, "auth", &pair, err) ||
        !take_string(entry, "identitytoken", &ret->identity_token, err) ||
        !take_string(entry, "registrytoken", &ret->registry_token, err) ||
        !check_token(ret->registry_token, err))
        return false;
    if (pair)
        return decode(pair, ret) ||
               error_set(err, ERROR_CONFIGURATION,
                         "'auth' is not Base64 of USER:PASSWORD: log in again");
    return take_string(entry, "username", &ret->user, err) &&
           take_string(entry, "password", &ret->password, err);
}

/* ---- auths ---- */

/* HOST/NAMESPACE/REPOSITORY, or the longest of its parents down to HOST that there is; else NULL. */
static json_t *find_by_name(const json_t *auths, const struct auth_file_query *query)
{
    CLEANUP(cleanup_free)
    char *key =
        query->old_form ? xstrdup(query->host) : xasprintf("%s/%s", query->host, query->repository);

    for (;;) {
        json_t *entry = json_object_get(auths, key);
        char *slash = strrchr(key, '/');

        if (entry || !slash)
            return entry;
        *slash = '\0';
    }
}

static json_t *find_by_url(json_t *auths, const struct auth_file_query *query)
{
    const char *key;
    json_t *entry;

    json_object_foreach (auths, key, entry)
        if (is_key_of(key, query->host, query->old_form))
            return entry;
    return NULL;
}

/* True with ret empty when there is no entry, or one without a login. */
static bool find_login(json_t *auths, const struct auth_file_query *query, struct login *ret,
                       struct error *err)
{
    json_t *entry = find_by_name(auths, query);
    bool good = true;

    if (!entry)
        entry = find_by_url(auths, query);
    if (entry)
        good = json_is_object(entry) ? take_login(entry, ret, err)
                                     : error_set(err, ERROR_CONFIGURATION, "it is no JSON object");
    if (!good || login_is_empty(ret))
        login_release(ret);
    return good || error_prefix(err, "the entry for '%s'", QUOTE(query->host));
}

/* ---- helpers ---- */

static bool find_helper(json_t *helpers, const char *host, struct auth_file_answer *ret,
                        struct error *err)
{
    const char *found = json_object_get(helpers, host) ? host : NULL;
    const char *key;
    json_t *name;

    json_object_foreach (helpers, key, name)
        if (!found && is_key_of(key, host, false))
            found = key;
    if (!found)
        return true;
    ret->server = xstrdup(found);
    return take_string(helpers, found, &ret->helper, err) || error_prefix(err, "credHelpers");
}

static bool find_store(const json_t *root, const char *host, struct auth_file_answer *ret,
                       struct error *err)
{
    bool is_hub = span_equal_string(same_host(span_string(host)), HUB_HOST);

    free(STEAL(ret->server));
    ret->is_store = true;
    ret->server = xstrdup(is_hub ? HUB_SERVER : host);
    return take_string(root, "credsStore", &ret->helper, err);
}

static bool find(json_t *root, const struct auth_file_query *query, struct auth_file_answer *ret,
                 struct error *err)
{
    json_t *helpers;
    json_t *auths;

    if (query->old_form)
        return find_login(root, query, &ret->login, err);
    if (!take_object(root, "credHelpers", &helpers, err) ||
        !take_object(root, "auths", &auths, err) || !find_helper(helpers, query->host, ret, err))
        return false;
    if (ret->helper)
        return true;
    return find_login(auths, query, &ret->login, err) &&
           (!login_is_empty(&ret->login) || find_store(root, query->host, ret, err));
}

bool auth_file_find(struct span text, const struct auth_file_query *query,
                    struct auth_file_answer *ret, struct error *err)
{
    CLEANUP(cleanup_json) json_t *root = NULL;

    if (!span_trim(text).len)
        return true;
    root = json_in_parse_secret(text, "it", err);
    if (!root)
        err->kind = ERROR_CONFIGURATION;
    else if (!json_is_object(root))
        error_set(err, ERROR_CONFIGURATION, "it is no JSON object");
    if (error_is_set(err))
        return false;
    if (find(root, query, ret, err))
        return true;
    auth_file_answer_release(ret);
    return false;
}
