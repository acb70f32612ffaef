/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What extract-packages reads: an image document (a file, or stdin as "-"), or a reference to an
 * image, on this machine or in a registry, which is read where it is.
 *
 *     input_open(&input, operand, ...)      what this process alone can open; nothing of the image is read
 *     input_share(&input, broker)           before a process is forked to be confined (broker.h)
 *     input_load(&input, platform, err)     there: manifest and config (a root file system has none
 *                                           before it was read: tree_image.h)
 *     input_release(&input)
 */
#ifndef INPUT_H
#define INPUT_H

#include "image.h"
#include "layer_way.h"
#include "registry.h"
#include "source.h"
#include "tree.h"

struct input {
    struct image image;
    struct source *source;
    struct reference ref; /* what the source was opened for */
    struct tree *tree;    /* instead of a source: a root file system on disk */
    const char *operand;  /* borrowed */
    bool is_document;     /* manifest and layers are those that it told */
    enum layer_way *ways; /* of each layer, once it is loaded */
};

/*
 * Opens operand; a registry is asked as how (borrowed as long as input) says.  A layer that an image document says was left out is ERROR_NO_INPUT unless
 * has_cache: then it is for the cache to have it.  Release input also after a failure.
 */
bool input_open(struct input *input, const char *operand, const struct registry_options *how,
                bool has_cache, struct error *err);
void input_share(struct input *input, struct broker *broker);
/* platform ("os/arch[/variant]", or NULL for this machine's) chooses from an index. */
bool input_load(struct input *input, const char *platform, struct error *err);
/* What its registry warned of, or NULL; when all is read. */
const char *input_registry_warning(const struct input *input);
void input_release(struct input *input);

#endif
