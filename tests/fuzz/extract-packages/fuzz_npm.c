/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte says whether the others are a package's or a project's package.json. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {"srv/node_modules/@s/a/package.json",
                                        "srv/node_modules/a/package.json", "srv/package.json"};
    size_t last = npm_cataloger.wanted_count - 1;
    size_t which;

    if (size < 1)
        return 0;
    which = data[0] % 3;
    fuzz_cataloger(&npm_cataloger, which == 2 ? last : 0, paths[which],
                   span_of((const char *)data + 1, size - 1));
    return 0;
}
