/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A registry's bearer token (the distribution project's token specification), as its token
 * server's answer gives it.  Pure: no clock is read and nobody is asked.
 *
 * struct bearer_token owns a secret, which goes into a request and nowhere else.
 */
#ifndef BEARER_TOKEN_H
#define BEARER_TOKEN_H

#include <stdint.h>

#include "cleanup.h"
#include "error.h"
#include "span.h"

struct bearer_token {
    char *authorization; /* "Bearer ...", fit for a header; NULL: there is none */
    char *refresh;       /* the identity token to use from now on, or NULL */
    int64_t expires;     /* on the clock of the now that was given, in seconds */
};

/*
 * The token of a token server's JSON answer that came at now: its "token" or "access_token", good for
 * "expires_in" seconds, 60 at least.  Another answer is ERROR_MALFORMED.
 */
bool bearer_token_parse(struct span answer, int64_t now, struct bearer_token *ret,
                        struct error *err);
void bearer_token_release(struct bearer_token *token);

#endif
