/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody proves to a registry who he is with.  Owns secrets, which go into requests and
 * nowhere else; login_release() wipes them.  Members are NULL when absent, never empty.
 */
#ifndef LOGIN_H
#define LOGIN_H

#include <stdbool.h>

#include "cleanup.h"
#include "span.h"

struct login {
    char *user;
    char *password;
    char *identity_token; /* an OAuth2 refresh token: the token server gives access tokens for it */
    char *registry_token; /* a bearer token, used as it is */
};

/* True when there is nothing that could be sent: what is asked for is asked anonymously. */
bool login_is_empty(const struct login *login);
/* "USER:PASSWORD", whose password may hold ':'; false when there is no ':' or no user. */
bool login_parse(struct span text, struct login *ret);
void login_release(struct login *login);
/* Frees a secret after wiping it; NULL is fine. */
void secret_free(char *secret);
DEFINE_CLEANUP(cleanup_secret, char *, secret_free)
#define LOGIN_AUTO(name) __attribute__((cleanup(login_release))) struct login name = {0}

#endif
