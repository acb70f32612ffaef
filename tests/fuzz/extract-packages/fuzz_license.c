/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX licence expressions: what was read as one is one when it is read again. */
#include <stdint.h>
#include <stdlib.h>

#include "licenses.h"
#include "limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    STRBUF_AUTO(first, LIMIT_PACKAGE_FIELD);
    STRBUF_AUTO(second, LIMIT_PACKAGE_FIELD);
    enum license_form form;

    if (size > 64 * KIB)
        return 0;
    form = license_read(span_of((const char *)data, size), &first);
    if (form == LICENSE_NAME)
        return 0;
    if (license_read(strbuf_span(&first), &second) != form ||
        !span_equal(strbuf_span(&first), strbuf_span(&second)))
        abort();
    return 0;
}
