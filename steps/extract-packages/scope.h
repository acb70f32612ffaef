/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * --scope all-layers: what a later layer removed stands beside what is in the image.
 *
 * The image is looked at once more as each layer found it that hides a wanted file of those
 * below, highest first; a package that is in no image above gets the number of that layer as
 * its "removed_by".  An upgrade removes the package's old version.  The lists of
 * package-extract stay those of the image.
 */
#ifndef SCOPE_H
#define SCOPE_H

#include "findings.h"
#include "overlay.h"

struct scope {
    struct findings *findings; /* borrowed: of the image, finished */
    struct path_map packages;  /* those that are there, by what tells them apart */
    struct path_map warnings;
};

void scope_init(struct scope *scope, struct findings *findings);
void scope_release(struct scope *scope);
/* Adds what findings of the layers below removed_by have beside those that are there. */
void scope_add(struct scope *scope, const struct findings *below, size_t removed_by);

/* Which layers hide a wanted file of those below: an array of layer_count, to be freed. */
bool *scope_removing_layers(const struct overlay *o);

#endif
