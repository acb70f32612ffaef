/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte says whether the others are an SBOM of Bitnami's or of Wolfi's. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {"opt/bitnami/a/.spdx-a.spdx", "var/lib/db/sbom/a.json"};
    size_t last = embedded_sbom_cataloger.wanted_count - 1;

    if (size < 1)
        return 0;
    fuzz_cataloger(&embedded_sbom_cataloger, data[0] % 2 ? last : 0, paths[data[0] % 2],
                   span_of((const char *)data + 1, size - 1));
    return 0;
}
