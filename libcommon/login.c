/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "login.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

void secret_free(char *secret)
{
    if (secret)
        explicit_bzero(secret, strlen(secret));
    free(secret);
}

void login_release(struct login *login)
{
    secret_free(STEAL(login->user));
    secret_free(STEAL(login->password));
    secret_free(STEAL(login->identity_token));
    secret_free(STEAL(login->registry_token));
}

bool login_is_empty(const struct login *login)
{
    return !(login->user && login->password) && !login->identity_token && !login->registry_token;
}

bool login_parse(struct span text, struct login *ret)
{
    size_t colon = span_find_byte(text, ':');
    struct span password = span_skip(text, colon + 1);

    if (!colon || colon == text.len)
        return false;
    ret->user = xmemdup0(text.data, colon);
    ret->password = password.len ? xmemdup0(password.data, password.len) : NULL;
    return true;
}
