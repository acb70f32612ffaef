/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte chooses the pattern of a name. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    if (size > 0)
        fuzz_cataloger(&binaries_cataloger, data[0] % binaries_cataloger.wanted_count, "bin/x",
                       span_skip(bytes, 1));
    return 0;
}
