/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storage.conf. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "storage_conf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const members[] = {"graphroot", "rootless_storage_path", NULL};
    struct error err = {0};
    char *root = NULL;
    STORAGE_ROOTS_AUTO(roots);
    bool good;

    if (size > 64 * KIB)
        return 0;
    good = storage_conf_parse(span_of((const char *)data, size), members, &root, &roots, &err);
    if (good == error_is_set(&err) || (!good && root) || roots.count > LIMIT_STORAGE_ROOTS)
        abort();
    free(root);
    return 0;
}
