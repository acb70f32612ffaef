/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A jar, and the same bytes as another archive that need not be one. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&java_cataloger, 0, "opt/a-1.0.jar", bytes);
    fuzz_cataloger(&java_cataloger, 3, "opt/a.par", bytes);
    return 0;
}
