/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&dpkg_cataloger, 0, "var/lib/dpkg/status", bytes);
    fuzz_cataloger(&dpkg_cataloger, 1, "var/lib/dpkg/status.d/a", bytes);
    fuzz_cataloger(&dpkg_cataloger, 2, "var/lib/dpkg/updates/0000", bytes);
    fuzz_cataloger(&dpkg_files_cataloger, 0, "var/lib/dpkg/info/a.list", bytes);
    fuzz_cataloger(&dpkg_files_cataloger, 1, "var/lib/dpkg/status.d/a.md5sums", bytes);
    fuzz_cataloger(&dpkg_files_cataloger, 2, "var/lib/apt/extended_states", bytes);
    return 0;
}
