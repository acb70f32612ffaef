/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    if (size > 64 * KIB)
        return 0;
    fuzz_cataloger(&aicoe_ci_cataloger, 0, "opt/aicoe-ci/Pipfile", bytes);
    fuzz_cataloger(&aicoe_ci_cataloger, 1, "opt/aicoe-ci/Pipfile.lock", bytes);
    return 0;
}
