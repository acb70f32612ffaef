/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Masking: nothing but "***" is added, and what is masked needs no more of it. */
#include <stdint.h>
#include <stdlib.h>

#include "limits.h"
#include "redact.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = span_of((const char *)data, size);

    STRBUF_AUTO(masked, MIB);
    STRBUF_AUTO(urls, MIB);
    if (size > 64 * KIB)
        return 0;
    if (!redact_append(&masked, text) && !span_equal(strbuf_span(&masked), text))
        abort();
    if (!redact_append_urls(&urls, text) && !span_equal(strbuf_span(&urls), text))
        abort();
    return 0;
}
