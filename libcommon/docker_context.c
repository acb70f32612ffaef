/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docker_context.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config_file.h"
#include "digest.h"
#include "json_in.h"
#include "xalloc.h"

void docker_context_release(struct docker_context *context)
{
    free(STEAL(context->host));
    free(STEAL(context->said_by));
}

static char *config_path(const char *name)
{
    CLEANUP(cleanup_free) char *below_home = xasprintf(".docker/%s", name);
    char *own = config_variable_path("DOCKER_CONFIG", name);

    return own ? own : config_variable_path("HOME", below_home);
}

/* The file's text; *ret_there is false where there is none. */
static bool read_text(const char *path, struct strbuf *text, bool *ret_there, struct error *err)
{
    struct file_stamp stamp = {0};

    *ret_there = false;
    if (path && !config_file_read(path, text, &stamp, err))
        return false;
    *ret_there = stamp.is_there;
    return true;
}

/* What is wrong with a file of settings is no fault of data from outside. */
static json_t *parse_settings(struct span text, const char *path, struct error *err)
{
    struct error why = {0};
    json_t *settings = json_in_parse_secret(text, path, &why);

    if (!settings)
        error_set(err, ERROR_CONFIGURATION, "%s", why.message);
    return settings;
}

/* NULL: none, or docker's own, which is no other than none. */
static bool find_name(char **ret_name, struct error *err)
{
    CLEANUP(cleanup_free) char *path = config_path("config.json");
    STRBUF_AUTO(text, LIMIT_AUTH_FILE);
    CLEANUP(cleanup_json) json_t *config = NULL;
    const char *name = getenv("DOCKER_CONTEXT");
    bool there;

    if (!name || !*name) {
        if (!read_text(path, &text, &there, err))
            return false;
        config = there ? parse_settings(strbuf_span(&text), path, err) : NULL;
        if (there && !config)
            return false;
        name = json_in_string_or(config, "currentContext", "");
    }
    *ret_name = *name && strcmp(name, "default") != 0 ? xstrdup(name) : NULL;
    return true;
}

char *docker_context_parse(struct span text, struct error *err)
{
    CLEANUP(cleanup_json) json_t *meta = parse_settings(text, "meta.json", err);
    const char *host = json_in_string_or(meta, "Endpoints.docker.Host", "");

    if (meta && *host)
        return xstrdup(host);
    error_set(err, ERROR_CONFIGURATION, "it has no address of a daemon");
    return NULL;
}

static bool read_context(struct docker_context *context, const char *name, struct error *err)
{
    struct digest id = digest_of(span_string(name));
    CLEANUP(cleanup_free)
    char *below = xasprintf("contexts/meta/%s/meta.json", DIGEST_HEX_TEXT(&id));
    CLEANUP(cleanup_free)
    char *tls_below = xasprintf("contexts/tls/%s/docker", DIGEST_HEX_TEXT(&id));
    CLEANUP(cleanup_free) char *path = config_path(below);
    CLEANUP(cleanup_free) char *tls = config_path(tls_below);
    STRBUF_AUTO(text, LIMIT_AUTH_FILE);
    bool there;

    if (!read_text(path, &text, &there, err))
        return false;
    if (!there)
        return error_set(err, ERROR_CONFIGURATION, "there is no such context");
    context->host = docker_context_parse(strbuf_span(&text), err);
    context->has_tls = tls && access(tls, F_OK) == 0;
    return context->host != NULL;
}

static bool take_variable(struct docker_context *context, const char *name)
{
    const char *host = getenv(name);

    if (!host || !*host)
        return false;
    context->host = xstrdup(host);
    context->said_by = xstrdup(name);
    return true;
}

bool docker_context_find(struct docker_context *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *name = NULL;

    if (take_variable(ret, "DOCKER_HOST") || take_variable(ret, "CONTAINER_HOST"))
        return true;
    if (!find_name(&name, err))
        return false;
    if (!name)
        return true;
    ret->said_by = xasprintf("docker's context '%s'", QUOTE(name));
    return read_context(ret, name, err) || error_prefix(err, "%s", ret->said_by);
}
