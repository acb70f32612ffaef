/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "www_authenticate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is found goes into a URL: no control character may have passed. */
static void check(const char *parameter)
{
    for (const char *p = parameter; p && *p; p++)
        if ((unsigned char)*p < ' ' || *p == 0x7f)
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CHALLENGE_AUTO(challenge);
    struct error err = {0};

    if (size > LIMIT_HTTP_HEADER)
        return 0;
    if (!www_authenticate_parse(span_of((const char *)data, size), &challenge, &err) !=
        error_is_set(&err))
        abort();
    check(challenge.realm);
    check(challenge.service);
    check(challenge.scope);
    check(challenge.error);
    return 0;
}
