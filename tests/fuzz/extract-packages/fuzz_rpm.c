/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three forms of rpm's database, told apart by their magic, and Mariner's list. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&rpm_cataloger, 0, "var/lib/rpm/Packages", bytes);
    fuzz_cataloger(&rpm_cataloger, 9, "var/lib/rpmmanifest/container-manifest-2", bytes);
    return 0;
}
