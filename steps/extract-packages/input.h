/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What extract-packages reads: an image document (a file, or stdin as "-"), or a
 * reference to an image in a local OCI layout ("oci:DIR:TAG").
 */
#ifndef INPUT_H
#define INPUT_H

#include "image.h"
#include "layer_way.h"
#include "layout.h"

struct input {
    struct image image;
    struct layout *layout;
    enum layer_way *ways; /* of each layer */
};

/*
 * Opens operand.  platform ("os/arch[/variant]", or NULL for this machine's)
 * chooses from an index.  A layer that the document says was left out is
 * ERROR_NO_INPUT unless has_cache: then it is for the cache to have it.  Release input also
 * after a failure.
 */
bool input_open(struct input *input, const char *operand, const char *platform, bool has_cache,
                struct error *err);
void input_release(struct input *input);

#endif
