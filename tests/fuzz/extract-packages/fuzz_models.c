/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    if (size > 64 * KIB)
        return 0;
    fuzz_cataloger(&models_cataloger, 0, "m/a-00001-of-00002.gguf", bytes);
    fuzz_cataloger(&models_cataloger, 1, "models/blobs/sha256-12", bytes);
    fuzz_cataloger(&models_cataloger, 2, "m/a.safetensors", bytes);
    return 0;
}
