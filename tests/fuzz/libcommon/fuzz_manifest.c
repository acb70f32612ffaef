/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of images: one text as index, layout's index.json, manifest, config and image document. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "image_source.h"
#include "json_in.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void as_index(const json_t *text)
{
    static char os[] = "linux";
    static char architecture[] = "amd64";
    const struct platform wanted = {.os = os, .architecture = architecture};
    struct descriptor found = {0};
    struct error err = {0};

    if (index_choose(text, &wanted, &found, &err) == error_is_set(&err))
        abort();
    descriptor_release(&found);
    err = (struct error){0};
    if (layout_index_find(text, "base", &found, &err) == error_is_set(&err))
        abort();
    descriptor_release(&found);
}

static void as_manifest(const json_t *text)
{
    struct error err = {0};
    IMAGE_AUTO(image);

    if (image_set_manifest(&image, text, &err) == error_is_set(&err))
        abort();
    if (image.layer_count > LIMIT_LAYERS)
        abort();
}

static void as_config(json_t *text)
{
    struct error err = {0};
    IMAGE_AUTO(image);

    image.layers = calloc(1, sizeof *image.layers);
    image.layer_count = image.layers ? 1 : 0;
    if (image_set_config_take(&image, json_incref(text), &err) == error_is_set(&err))
        abort();
    image_created(&image);
}

static void write_document(const struct image *image, struct strbuf *out)
{
    struct error err = {0};
    JSON_OUT_AUTO(w);

    json_out_init_buffer(&w, 16 * MIB);
    json_out_object(&w);
    json_out_key(&w, "result");
    json_out_object(&w);
    image_write(&w, image);
    json_out_end(&w);
    json_out_end(&w);
    if (!json_out_finish(&w, &err))
        abort();
    strbuf_add_span(out, strbuf_span(&w.buf));
}

/* What was read once is written and read again as the same. */
static void as_document(const json_t *text)
{
    CLEANUP(cleanup_json) json_t *again = NULL;
    STRBUF_AUTO(first, 16 * MIB);
    STRBUF_AUTO(second, 16 * MIB);
    struct error err = {0};
    IMAGE_AUTO(image);
    IMAGE_AUTO(copy);

    if (!image_read(&image, text, &err))
        return;
    write_document(&image, &first);
    again = json_in_parse(strbuf_span(&first), "document", &err);
    if (!again || !image_read(&copy, again, &err))
        abort();
    write_document(&copy, &second);
    if (!span_equal(strbuf_span(&first), strbuf_span(&second)))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(cleanup_json) json_t *text = NULL;
    struct error err = {0};

    if (size > 64 * KIB)
        return 0;
    text = json_in_parse(span_of((const char *)data, size), "text", &err);
    if (!text)
        return 0;
    manifest_is_index(text);
    as_index(text);
    as_manifest(text);
    as_config(text);
    as_document(text);
    return 0;
}
