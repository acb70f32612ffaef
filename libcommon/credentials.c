/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "credentials.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "auth_file.h"
#include "credential_helper.h"
#include "xalloc.h"

void credentials_release(struct credentials *credentials)
{
    login_release(&credentials->login);
    free(STEAL(credentials->origin));
    free(STEAL(credentials->missed));
    for (size_t i = 0; i < credentials->file_count; i++)
        free(STEAL(credentials->files[i].path));
    credentials->file_count = 0;
    credentials->from_helper = false;
}

/* ---- what one file says ---- */

/* What is named for all hosts need not be there: the file may come from another machine. */
static bool ask_helper(const struct auth_file_answer *answer, const char *path,
                       struct credentials *ret, struct error *err)
{
    bool installed = false;

    if (!credential_helper_get(answer->helper, answer->server, &ret->login, &installed, err))
        return error_prefix(err, "'%s'", QUOTE(path));
    ret->from_helper = installed;
    if (installed && !login_is_empty(&ret->login))
        ret->origin = xasprintf("docker-credential-%s, which '%s' names", answer->helper, path);
    if (installed)
        return true;
    if (!answer->is_store)
        return error_set(err, ERROR_CONFIGURATION,
                         "'%s': docker-credential-%s is not installed: install it, or take '%s' "
                         "out of credHelpers",
                         QUOTE(path), QUOTE(answer->helper), QUOTE(answer->server));
    if (!ret->missed)
        ret->missed = xasprintf("docker-credential-%s, which '%s' names, is not installed",
                                answer->helper, path);
    return true;
}

static bool take_answer(struct span text, const struct auth_file_query *query, const char *path,
                        struct credentials *ret, struct error *err)
{
    AUTH_FILE_ANSWER_AUTO(answer);

    if (!auth_file_find(text, query, &answer, err))
        return error_prefix(err, "'%s'", QUOTE(path));
    if (answer.helper)
        return ask_helper(&answer, path, ret, err);
    if (login_is_empty(&answer.login))
        return true;
    ret->login = answer.login;
    answer.login = (struct login){0};
    ret->origin = xstrdup(path);
    return true;
}

static bool look_into(const char *path, const struct auth_file_query *query,
                      struct credentials *ret, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_AUTH_FILE);
    struct file_stamp stamp;
    bool good = config_file_read(path, &text, &stamp, err);

    ret->files[ret->file_count].path = xstrdup(path);
    ret->files[ret->file_count++].stamp = stamp;
    good = good && take_answer(strbuf_span(&text), query, path, ret, err);
    explicit_bzero(text.data, text.len);
    return good;
}

/* ---- where to look ---- */

static bool find_in_variable(const char *variable, struct credentials *ret, struct error *err)
{
    const char *text = variable ? getenv(variable) : NULL;

    if (!text || !*text)
        return true;
    if (!login_parse(span_string(text), &ret->login) || login_is_empty(&ret->login))
        return error_set(err, ERROR_CONFIGURATION,
                         "the environment variable %s does not hold USER:PASSWORD", variable);
    ret->origin = xasprintf("the environment variable %s", variable);
    return true;
}

/* The file that is named, which is then the only one; or NULL. */
static const char *named_file(const char *authfile)
{
    const char *path = authfile ? authfile : getenv("REGISTRY_AUTH_FILE");

    return path && *path ? path : NULL;
}

static bool is_missing(const char *path, struct error *err)
{
    return error_set(err, ERROR_CONFIGURATION,
                     "the file of logins '%s' (--authfile, REGISTRY_AUTH_FILE) is not there",
                     QUOTE(path));
}

bool credentials_check_file(const char *authfile, struct error *err)
{
    const char *path = named_file(authfile);

    return !path || access(path, F_OK) == 0 || is_missing(path, err);
}

static bool find_in_named(const char *path, const struct auth_file_query *query,
                          struct credentials *ret, struct error *err)
{
    if (!look_into(path, query, ret, err))
        return false;
    return ret->files[0].stamp.is_there || is_missing(path, err);
}

static char *runtime_path(void)
{
    char *path = config_variable_path("XDG_RUNTIME_DIR", "containers/auth.json");

    return path ? path : xasprintf("/run/containers/%u/auth.json", (unsigned)geteuid());
}

static char *docker_path(void)
{
    char *path = config_variable_path("DOCKER_CONFIG", "config.json");

    return path ? path : config_variable_path("HOME", ".docker/config.json");
}

static bool find_in_defaults(struct auth_file_query *query, struct credentials *ret,
                             struct error *err)
{
    char *paths[CREDENTIALS_FILES] = {runtime_path(), config_home_path("containers/auth.json"),
                                      docker_path(), config_variable_path("HOME", ".dockercfg")};
    bool good = true;

    for (size_t i = 0; i < CREDENTIALS_FILES; i++) {
        query->old_form = i == CREDENTIALS_FILES - 1;
        if (good && paths[i] && login_is_empty(&ret->login))
            good = look_into(paths[i], query, ret, err);
        free(paths[i]);
    }
    return good;
}

static bool find(const struct credentials_query *query, struct credentials *ret, struct error *err)
{
    struct auth_file_query wanted = {query->host, query->repository, false};
    const char *named = named_file(query->authfile);

    if (!find_in_variable(query->variable, ret, err))
        return false;
    if (!login_is_empty(&ret->login))
        return true;
    return named ? find_in_named(named, &wanted, ret, err) : find_in_defaults(&wanted, ret, err);
}

bool credentials_find(const struct credentials_query *query, struct credentials *ret,
                      struct error *err)
{
    if (find(query, ret, err))
        return true;
    credentials_release(ret);
    return false;
}

bool credentials_stale(const struct credentials *credentials)
{
    for (size_t i = 0; i < credentials->file_count; i++)
        if (!file_stamp_is_current(&credentials->files[i].stamp, credentials->files[i].path))
            return true;
    return credentials->from_helper;
}
