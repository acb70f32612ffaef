/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indexes, manifests, configs and image documents: any JSON, read as each of them. */
#include <stdint.h>
#include <stdlib.h>

#include "document.h"
#include "image.h"
#include "image_source.h"
#include "json_in.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_as_index(const json_t *json)
{
    struct platform wanted = {0};
    struct descriptor found = {0};
    struct error err = {0};

    platform_of_host(&wanted);
    if (index_choose(json, &wanted, &found, &err) == error_is_set(&err))
        abort();
    error_clear(&err);
    if (layout_index_find(json, "latest", &found, &err) == error_is_set(&err))
        abort();
    descriptor_release(&found);
    platform_release(&wanted);
}

static void read_as_manifest_and_config(json_t *json)
{
    struct error err = {0};
    IMAGE_AUTO(image);

    manifest_is_index(json);
    if (image_set_manifest(&image, json, &err) == error_is_set(&err))
        abort();
    error_clear(&err);
    if (image_set_config_take(&image, json_incref(json), &err) == error_is_set(&err))
        abort();
    image_created(&image);
}

static void read_as_document(const json_t *json)
{
    struct error err = {0};
    IMAGE_AUTO(image);
    JSON_OUT_AUTO(w);

    if (!image_read(&image, json, &err))
        return;
    /* What was read can be written. */
    json_out_init_buffer(&w, LIMIT_DOCUMENT);
    json_out_object(&w);
    image_write(&w, &image);
    json_out_end(&w);
    if (!json_out_finish(&w, &err))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error err = {0};
    CLEANUP(cleanup_json)
    json_t *json = json_in_parse(span_of((const char *)data, size), "input", &err);

    if (!json)
        return 0;
    read_as_index(json);
    read_as_manifest_and_config(json);
    read_as_document(json);
    return 0;
}
