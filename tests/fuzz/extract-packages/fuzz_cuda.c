/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&cuda_cataloger, 0, "usr/local/cuda/bin/nvcc", bytes);
    fuzz_cataloger(&cuda_cataloger, 2, "usr/local/cuda/version.txt", bytes);
    fuzz_cataloger(&cuda_cataloger, 4, "usr/local/cuda/version.json", bytes);
    return 0;
}
