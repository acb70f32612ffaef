/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cached.h"

#include "layer_form.h"

void cached_layers_mark(struct layer_cache *cache, struct image *image, fetch_warn *warn)
{
    enum layer_form form = layer_form_of(image);

    for (size_t i = 0; i < image->layer_count; i++) {
        struct layer *layer = &image->layers[i];
        struct layer_cache_key key = layer_form_key(&layer->blob.digest, form);
        struct error why = {0};

        if (layer_cache_has(cache, &key, &why))
            layer->absent = true;
        if (!error_is_set(&why))
            continue;
        error_prefix(&why, "layer cache");
        warn(why.message);
    }
}
