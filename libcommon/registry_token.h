/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bearer token from the server that a registry names (the distribution project's token and OAuth2
 * specifications).
 *
 * Whom it names is checked: over HTTPS unless the registry itself need not be verified, and at no
 * private address that the registry is not at.  A login goes to that server and no further.
 */
#ifndef REGISTRY_TOKEN_H
#define REGISTRY_TOKEN_H

#include "bearer_token.h"
#include "login.h"
#include "redirects.h"
#include "www_authenticate.h"

struct token_request {
    const struct http_way *way; /* of the registry, which has answered */
    const struct challenge *challenge;
    const char *const *scopes; /* "repository:NAME:pull"; as many as scope_count */
    size_t scope_count;
    const struct login *login; /* NULL: nobody's */
};

/*
 * With an identity token by POST, where the server knows that, else by GET.  A refusal is told in the
 * server's own words; what may pass is ERROR_TRY_AGAIN.
 */
bool registry_token_fetch(const struct token_request *request, struct bearer_token *ret,
                          struct error *err);

/* The value of Authorization for a login that has a user: a secret, which the caller wipes. */
char *registry_basic(const struct login *login);

#endif
