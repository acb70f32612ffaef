/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Image references: what parses has all its parts, and no byte that could not stand there. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "reference.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(cleanup_free) char *text = xmemdup0(data, size);
    struct error err = {0};
    REFERENCE_AUTO(ref);

    if (!reference_parse(text, &ref, &err)) {
        if (err.kind == ERROR_NONE || strchr(err.message, '\n'))
            abort();
        return 0;
    }
    if (ref.transport == TRANSPORT_REGISTRY) {
        if (!ref.host || !ref.repository || (!ref.tag && !ref.digest))
            abort();
        if (strpbrk(ref.repository, " ?#%\n") || strstr(ref.repository, ".."))
            abort();
    } else if (!ref.path) {
        abort();
    }
    return 0;
}
