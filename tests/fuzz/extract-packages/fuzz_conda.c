/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size <= 64 * KIB)
        fuzz_cataloger(&conda_cataloger, 0, "opt/conda/conda-meta/a-1-0.json",
                       span_of((const char *)data, size));
    return 0;
}
