/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_form.h"

enum layer_form layer_form_of(const struct image *image)
{
    return span_equal_string(span_string(image->platform.os), "windows") ? LAYER_FORM_WINDOWS
                                                                         : LAYER_FORM_PLAIN;
}

struct layer_cache_key layer_form_key(const struct digest *blob, enum layer_form form)
{
    struct digest windows;

    if (form == LAYER_FORM_PLAIN)
        return layer_cache_key(blob, NULL);
    windows = digest_of(span_string("windows"));
    return layer_cache_key(blob, &windows);
}
