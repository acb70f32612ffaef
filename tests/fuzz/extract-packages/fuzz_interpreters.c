/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&interpreters_cataloger, 0, "usr/bin/python3.11", bytes);
    fuzz_cataloger(&interpreters_cataloger, 2, "usr/lib/libpython3.11.so.1.0", bytes);
    return 0;
}
