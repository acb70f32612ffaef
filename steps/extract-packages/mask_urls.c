/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mask_urls.h"

#include "json_in.h"
#include "redact.h"

/* The masked string, or NULL when there is nothing to mask. */
static json_t *masked_string(const json_t *value)
{
    if (!json_is_string(value))
        return NULL;
    STRBUF_AUTO(masked, LIMIT_DOCUMENT);
    return redact_append_urls(&masked, json_in_span(value)) ? json_new_string(strbuf_span(&masked))
                                                            : NULL;
}

static void mask_object(json_t *object)
{
    const char *key;
    json_t *value;

    json_object_foreach (object, key, value) {
        json_t *masked = masked_string(value);

        /* Of a key that is there: the iteration goes on. */
        if (masked)
            json_put_take(object, key, masked);
        else
            mask_urls(value);
    }
}

static void mask_array(json_t *array)
{
    json_t *value;
    size_t i;

    json_array_foreach (array, i, value) {
        json_t *masked = masked_string(value);

        if (masked)
            json_array_set_new(array, i, masked);
        else
            mask_urls(value);
    }
}

void mask_urls(json_t *tree)
{
    if (json_is_object(tree))
        mask_object(tree);
    else if (json_is_array(tree))
        mask_array(tree);
}
