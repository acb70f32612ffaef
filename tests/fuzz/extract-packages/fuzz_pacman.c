/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    if (size > 64 * KIB)
        return 0;
    fuzz_cataloger(&pacman_cataloger, 0, "var/lib/pacman/local/a-1-1/desc", bytes);
    fuzz_cataloger(&pacman_cataloger, 1, "var/lib/pacman/local/a-1-1/files", bytes);
    return 0;
}
