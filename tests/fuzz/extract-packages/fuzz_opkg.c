/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    if (size > 64 * KIB)
        return 0;
    fuzz_cataloger(&opkg_cataloger, 0, "usr/lib/opkg/status", bytes);
    fuzz_cataloger(&opkg_cataloger, 3, "usr/lib/opkg/info/a.control", bytes);
    fuzz_cataloger(&opkg_cataloger, 6, "usr/lib/opkg/info/a.list", bytes);
    return 0;
}
