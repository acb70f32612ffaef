/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include "document.h"
#include "image_source.h"

static bool check_layers_present(const struct image *image, struct error *err)
{
    for (size_t i = 0; i < image->layer_count; i++)
        if (image->layers[i].absent)
            return error_set(err, ERROR_NO_INPUT,
                             "the image document of '%s' has no layers: run fetch-image without "
                             "--no-layers",
                             QUOTE(image->reference));
    return true;
}

static bool open_document(struct input *input, const char *path, struct error *err)
{
    static const char *const kinds[] = {"image", NULL};
    CLEANUP(cleanup_json) json_t *document = document_read_file(path, kinds, err);

    return document && image_read(&input->image, document, err) &&
           check_layers_present(&input->image, err);
}
