/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a server wants before it answers: the challenges of WWW-Authenticate (RFC 9110, 11.6.1;
 * RFC 6750; the distribution project's token specification).  Pure.
 *
 * struct challenge owns its strings; challenge_release frees them.
 */
#ifndef WWW_AUTHENTICATE_H
#define WWW_AUTHENTICATE_H

#include "cleanup.h"
#include "error.h"
#include "span.h"

enum challenge_scheme {
    CHALLENGE_NONE, /* no scheme that we know */
    CHALLENGE_BASIC,
    CHALLENGE_BEARER,
};

/* The parameters are NULL when absent, and free of control characters. */
struct challenge {
    enum challenge_scheme scheme;
    char *realm;
    char *service;
    char *scope;
    char *error; /* "insufficient_scope", "invalid_token" (RFC 6750, 3.1) */
};

/*
 * Of all challenges in header (several header lines joined by commas) the first Bearer one, else the
 * first Basic one; ret starts as {0}.  A header that does not follow the grammar is ERROR_MALFORMED.
 */
bool www_authenticate_parse(struct span header, struct challenge *ret, struct error *err);
void challenge_release(struct challenge *challenge);
#define CHALLENGE_AUTO(name) __attribute__((cleanup(challenge_release))) struct challenge name = {0}

#endif
