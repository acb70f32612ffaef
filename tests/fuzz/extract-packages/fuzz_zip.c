/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every member of a zip archive is read; what was held is given back. */
#include <stdlib.h>

#include "zip_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct zip_budget budget = {10000, 16 * MIB, 4 * MIB, false};
    struct error err = {0};
    struct zip_member member;
    struct zip zip;

    if (!zip_open(span_of((const char *)data, size), &budget, &zip, &err))
        return 0;
    while (zip_next(&zip, &member, &err)) {
        struct error why = {0};
        struct zip_content content;
        unsigned char sum = 0;

        if (!zip_read(&zip, &member, 1 * MIB, &content, &why))
            continue;
        for (size_t i = 0; i < content.bytes.len; i++)
            sum ^= (unsigned char)content.bytes.data[i];
        if (content.bytes.len != member.size || (sum && !content.bytes.len))
            abort();
        zip_content_release(&content);
    }
    if (budget.held != 4 * MIB)
        abort();
    return 0;
}
