/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&apk_cataloger, 0, "lib/apk/db/installed", bytes);
    fuzz_cataloger(&apk_cataloger, 3, "etc/apk/world", bytes);
    return 0;
}
