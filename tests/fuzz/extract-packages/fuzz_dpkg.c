/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&dpkg_cataloger, 0, "var/lib/dpkg/status", bytes);
    fuzz_cataloger(&dpkg_cataloger, 1, "var/lib/dpkg/status.d/a", bytes);
    return 0;
}
