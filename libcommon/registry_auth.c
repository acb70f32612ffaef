/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_auth.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "credentials.h"
#include "registry_token.h"
#include "xalloc.h"

struct registry_auth {
    pthread_mutex_t lock;
    char *host;
    char *repository;
    char *authfile;
    char *variable;
    char *scope;
    char *also;  /* another scope, or NULL */
    char *fixed; /* Basic, or a token that the login is; NULL: none */
    struct bearer_token token;
    char *refresh; /* the identity token that the token server gave, or NULL */
};

struct registry_auth *registry_auth_new(const struct registry_auth_options *options)
{
    struct registry_auth *auth = xcalloc(1, sizeof *auth);

    pthread_mutex_init(&auth->lock, NULL);
    auth->host = xstrdup(options->host);
    auth->repository = xstrdup(options->repository);
    auth->authfile = options->authfile ? xstrdup(options->authfile) : NULL;
    auth->variable = options->variable ? xstrdup(options->variable) : NULL;
    auth->scope =
        xasprintf("repository:%s:pull%s", options->repository, options->push ? ",push" : "");
    return auth;
}

void registry_auth_free(struct registry_auth *auth)
{
    if (!auth)
        return;
    secret_free(STEAL(auth->fixed));
    secret_free(STEAL(auth->refresh));
    bearer_token_release(&auth->token);
    free(auth->also);
    free(auth->scope);
    free(auth->variable);
    free(auth->authfile);
    free(auth->repository);
    free(auth->host);
    pthread_mutex_destroy(&auth->lock);
    free(auth);
}

static void forget(struct registry_auth *auth)
{
    secret_free(STEAL(auth->fixed));
    bearer_token_release(&auth->token);
}

void registry_auth_also_pull(struct registry_auth *auth, const char *repository)
{
    pthread_mutex_lock(&auth->lock);
    free(auth->also);
    auth->also = repository ? xasprintf("repository:%s:pull", repository) : NULL;
    bearer_token_release(&auth->token);
    pthread_mutex_unlock(&auth->lock);
}

/* ---- what is sent ---- */

static const char *current(struct registry_auth *auth)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    if (auth->token.authorization && auth->token.expires <= now.tv_sec)
        bearer_token_release(&auth->token);
    return auth->token.authorization ? auth->token.authorization : auth->fixed;
}

char *registry_auth_value(struct registry_auth *auth)
{
    const char *value;
    char *copy;

    pthread_mutex_lock(&auth->lock);
    value = current(auth);
    copy = value ? xstrdup(value) : NULL;
    pthread_mutex_unlock(&auth->lock);
    return copy;
}

/* ---- another one ---- */

static bool lacks_login(const struct registry_auth *auth, const struct credentials *found,
                        struct error *err)
{
    if (found->missed)
        return error_set(err, ERROR_PERMISSION, "%s", found->missed);
    return error_set(err, ERROR_PERMISSION,
                     "it wants a user and a password, and there is no login for '%s' "
                     "(see containers-auth.json(5), or give --authfile)",
                     QUOTE(auth->host));
}

/* What was refused is not tried again. */
static bool fix(struct registry_auth *auth, char *value_take, const char *origin, const char *used,
                struct error *err)
{
    auth->fixed = value_take;
    if (!used || strcmp(used, auth->fixed) != 0)
        return true;
    secret_free(STEAL(auth->fixed));
    return error_set(err, ERROR_PERMISSION, "it refuses the login of %s", origin);
}

static bool fetch_token(struct registry_auth *auth, const struct http_way *way,
                        const struct challenge *challenge, const struct credentials *found,
                        struct error *err)
{
    const char *scopes[3] = {auth->scope};
    struct login login = found->login;
    struct token_request request = {way, challenge, scopes, 1, &login};

    if (auth->also)
        scopes[request.scope_count++] = auth->also;
    /* What it wants beyond what we ask for is asked for when it says that this is missing. */
    if (challenge->error && challenge->scope && strcmp(challenge->error, "insufficient_scope") == 0)
        scopes[request.scope_count++] = challenge->scope;
    if (login.identity_token && auth->refresh)
        login.identity_token = auth->refresh;
    if (!registry_token_fetch(&request, &auth->token, err))
        return found->origin && err->kind == ERROR_PERMISSION
                   ? error_prefix(err, "with the login of %s", found->origin)
                   : false;
    if (auth->token.refresh) {
        secret_free(auth->refresh);
        auth->refresh = STEAL(auth->token.refresh);
    }
    return true;
}

static bool answer(struct registry_auth *auth, const struct http_way *way,
                   const struct challenge *challenge, const struct credentials *found,
                   const char *used, struct error *err)
{
    const struct login *login = &found->login;

    if (challenge->scheme == CHALLENGE_BEARER && login->registry_token)
        return fix(auth, xasprintf("Bearer %s", login->registry_token), found->origin, used, err);
    if (challenge->scheme == CHALLENGE_BEARER)
        return fetch_token(auth, way, challenge, found, err);
    if (!login->user)
        return lacks_login(auth, found, err);
    return fix(auth, registry_basic(login), found->origin, used, err);
}

static bool renew(struct registry_auth *auth, const struct http_way *way,
                  const struct challenge *challenge, const char *used, struct error *err)
{
    const struct credentials_query query = {.host = auth->host,
                                            .repository = auth->repository,
                                            .authfile = auth->authfile,
                                            .variable = auth->variable};
    CREDENTIALS_AUTO(found);

    forget(auth);
    return credentials_find(&query, &found, err) && answer(auth, way, challenge, &found, used, err);
}

bool registry_auth_renew(struct registry_auth *auth, const struct http_way *way,
                         const struct challenge *challenge, const char *used, bool *ret_own,
                         struct error *err)
{
    const char *now;
    bool done;

    pthread_mutex_lock(&auth->lock);
    now = current(auth);
    *ret_own = !now || (used && strcmp(now, used) == 0);
    done = !*ret_own || renew(auth, way, challenge, used, err);
    pthread_mutex_unlock(&auth->lock);
    return done;
}
