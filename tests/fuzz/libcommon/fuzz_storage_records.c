/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of an image, a NUL byte, and images.json, which is looked through as layers.json too. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "storage_records.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span rest = span_of((const char *)data, size);
    size_t end = span_find_byte(rest, '\0');
    CLEANUP(cleanup_free) char *wanted = xmemdup0(rest.data, end);
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *list = NULL;
    STRBUF_AUTO(names, 600);

    if (size > 64 * KIB)
        return 0;
    list = json_in_parse(span_skip(rest, end + 1), "list", &err);
    if (!list)
        return 0;
    if (storage_image_find(list, wanted, &err) && error_is_set(&err))
        abort();
    storage_image_names(list, &names);
    if (storage_layer_find(list, wanted) && !json_is_array(list))
        abort();
    return 0;
}
