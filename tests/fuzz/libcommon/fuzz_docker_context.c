/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meta.json of a context of docker's. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "docker_context.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error err = {0};
    char *host;

    if (size > 64 * KIB)
        return 0;
    host = docker_context_parse(span_of((const char *)data, size), &err);
    if ((host != NULL) == error_is_set(&err) || (host && !*host))
        abort();
    free(host);
    return 0;
}
