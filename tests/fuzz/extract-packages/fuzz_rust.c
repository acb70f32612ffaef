/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 * MIB)
        return 0;
    fuzz_cataloger(&rust_cataloger, 0, "usr/bin/x", span_of((const char *)data, size));
    return 0;
}
