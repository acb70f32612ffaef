/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree_image.h"

#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "xalloc.h"

/* ---- its digest ---- */

static void add_text(struct hash *hash, const char *text)
{
    hash_add(hash, text, strlen(text) + 1);
}

struct digest tree_image_digest(const struct tree_account *account, const struct layer_facts *facts)
{
    struct hash *hash = hash_new(DIGEST_SHA256);

    hash_add(hash, account->listing.bytes, DIGEST_SIZE);
    for (size_t i = 0; i < facts->file_count; i++) {
        const struct layer_file *file = &facts->files[i];

        if (file->dropped)
            continue;
        add_text(hash, file->path);
        add_text(hash, file->cataloger->name);
        add_text(hash, file->problem ? file->problem : "");
        hash_add(hash, file->facts ? file->facts : "", file->facts_len);
        add_text(hash, "");
    }
    return hash_finish(hash);
}

/* ---- the image ---- */

void tree_image_begin(struct image *image, const char *reference)
{
    image->reference = xstrdup(reference);
    image->layers = xcalloc(1, sizeof *image->layers);
    image->layer_count = 1;
}

static void describe(struct descriptor *d, const char *type, struct span bytes)
{
    d->media_type = xstrdup(type);
    d->digest = digest_of(bytes);
    d->size = bytes.len;
}

/* An image config (image-spec config.md) of what is known: nothing but the layer. */
static bool make_config(struct image *image, struct error *err)
{
    json_t *config;
    JSON_OUT_AUTO(w);

    json_out_init_buffer(&w, LIMIT_IMAGE_CONFIG);
    json_out_object(&w);
    json_out_member_cstring(&w, "os", "linux");
    json_out_key(&w, "rootfs");
    json_out_object(&w);
    json_out_member_cstring(&w, "type", "layers");
    json_out_key(&w, "diff_ids");
    json_out_array(&w);
    json_out_cstring(&w, DIGEST_TEXT(&image->layers[0].blob.digest));
    json_out_end(&w);
    json_out_end(&w);
    json_out_end(&w);
    if (!json_out_finish(&w, err))
        return false;
    describe(&image->config, MEDIA_TYPE_OCI_CONFIG, strbuf_span(&w.buf));
    config = json_in_parse(strbuf_span(&w.buf), "config", err);
    return config && image_set_config_take(image, config, err);
}

static bool make_manifest(struct image *image, struct error *err)
{
    JSON_OUT_AUTO(w);

    json_out_init_buffer(&w, LIMIT_MANIFEST);
    image_write_manifest(&w, image);
    if (!json_out_finish(&w, err))
        return false;
    describe(&image->manifest, MEDIA_TYPE_OCI_MANIFEST, strbuf_span(&w.buf));
    return true;
}

bool tree_image_finish(struct image *image, const struct digest *layer, uint64_t size,
                       struct error *err)
{
    image->layers[0].blob = (struct descriptor){
        .media_type = xstrdup(MEDIA_TYPE_OCI_LAYER),
        .digest = *layer,
        .size = size,
    };
    if (!make_config(image, err) || !make_manifest(image, err))
        return false;
    image->resolved = xasprintf("%s@%s", image->reference, DIGEST_TEXT(&image->manifest.digest));
    return true;
}
