/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs that keep logins (github.com/docker/docker-credential-helpers): docker-credential-NAME on
 * PATH is run with the argument "get" and the server on stdin, and prints JSON of a Username and a
 * Secret.  No shell is involved, and nothing but stdin, stdout and stderr is open in it.
 */
#ifndef CREDENTIAL_HELPER_H
#define CREDENTIAL_HELPER_H

#include "error.h"
#include "login.h"

/*
 * Asks for the login at server; ret, which starts as {0}, stays empty when the helper has none.
 * *ret_installed is false, and nothing else is done, when there is no such program.
 *
 * Errors name the program: a name that cannot be one's end, a failure (with the helper's own words,
 * secrets masked) or an answer that is none is ERROR_CONFIGURATION, no answer within
 * LIMIT_HELPER_SECONDS, after which the helper is killed, ERROR_TRY_AGAIN.
 */
bool credential_helper_get(const char *name, const char *server, struct login *ret,
                           bool *ret_installed, struct error *err);

/* What a helper printed that ended well: pure.  An answer that is none is ERROR_CONFIGURATION. */
bool credential_helper_parse(struct span answer, struct login *ret, struct error *err);

#endif
