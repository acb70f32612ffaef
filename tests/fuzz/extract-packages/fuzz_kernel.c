/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);
    struct file_parts parts;

    if (size > 64 * KIB)
        return 0;
    fuzz_cataloger(&kernel_cataloger, 1, "boot/vmlinuz-1.2", bytes);
    if (kernel_modules_cataloger.plan(bytes, size, &parts))
        fuzz_cataloger(&kernel_modules_cataloger, 0, "lib/modules/1.2/a-b.ko", bytes);
    return 0;
}
