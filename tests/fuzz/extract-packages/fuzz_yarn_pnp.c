/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte says whether the others are the data or a program that holds it. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {"srv/.pnp.data.json", "srv/.pnp.cjs"};

    if (size < 1)
        return 0;
    fuzz_cataloger(&yarn_pnp_cataloger, data[0] % 2, paths[data[0] % 2],
                   span_of((const char *)data + 1, size - 1));
    return 0;
}
