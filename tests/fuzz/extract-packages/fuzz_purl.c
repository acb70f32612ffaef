/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Package URLs from outside. */
#include <stdint.h>
#include <stdlib.h>

#include "limits.h"
#include "purl_parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span purl = span_of((const char *)data, size);

    if (size > 64 * KIB)
        return 0;
    PURL_PARTS_AUTO(parts);
    if (purl_parts_read(&parts, purl) && (!parts.type.len || !parts.name.len))
        abort();
    purl_has_secret(purl);
    return 0;
}
