/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who we are to one registry: what goes into Authorization, and how another is got when the
 * registry refuses it (RFC 9110, 11; the distribution project's token specification).
 *
 * One is shared by all threads that ask the registry; each function locks.  The login is read
 * anew each time a token or password is wanted, so that one that rotates while an image is copied
 * is found.  Secrets stand in requests and nowhere else.
 */
#ifndef REGISTRY_AUTH_H
#define REGISTRY_AUTH_H

#include "http.h"
#include "redirects.h"
#include "www_authenticate.h"

struct registry_auth;

struct registry_auth_options {
    const char *host;       /* as images are named: "docker.io" */
    const char *repository; /* "library/alpine" */
    const char *authfile;   /* NULL: where logins usually lie (credentials.h) */
    const char *variable;   /* an environment variable that may hold USER:PASSWORD, or NULL */
    bool push;              /* asks for leave to write, too */
};

/* All is copied. Nothing is read or asked yet. Never NULL. */
struct registry_auth *registry_auth_new(const struct registry_auth_options *options);
void registry_auth_free(struct registry_auth *auth);
DEFINE_CLEANUP(cleanup_registry_auth, struct registry_auth *, registry_auth_free)

/* Asks for leave to read another repository of the registry, too (NULL: no more), from the next token on. */
void registry_auth_also_pull(struct registry_auth *auth, const char *repository);

/* A copy of what to send, a secret that the caller wipes; NULL while nothing is wanted. */
char *registry_auth_value(struct registry_auth *auth);

/*
 * After a 401 with that challenge to a request that had used (NULL: nothing) as its Authorization:
 * true when there is another now; *ret_own is false when another thread had got it before.  A login that is missing or refused is ERROR_PERMISSION and says what
 * to do.
 */
bool registry_auth_renew(struct registry_auth *auth, const struct http_way *way,
                         const struct challenge *challenge, const char *used, bool *ret_own,
                         struct error *err);

#endif
