/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The layers of the output image: which are the base's, and what each of the others
 * did to the packages.  Pure.
 */
#ifndef LAYERS_H
#define LAYERS_H

#include "package_list.h"

struct package_diff;

struct layers {
    const json_t *items;   /* result.image.layers of the output; borrowed; NULL: not known */
    struct span *commands; /* of the history, that made each of them; empty: not known */
    const json_t *files;   /* result.layer_files of the output; borrowed, or NULL */
    size_t shared;         /* how many of the first ones are the base's first ones */
    bool base_known;
    bool on_base;                /* all of the base's are */
    struct package_list removed; /* what a layer removed, where the analysis tells */
};

/*
 * Layers are the same by the digests of their blobs or, where both images tell them, of
 * their inflated bytes, as a registry may compress anew.  base may be NULL.  More than
 * LIMIT_LAYERS of the output are ERROR_MALFORMED.
 */
bool layers_read(struct layers *ret, const json_t *base, const json_t *output, struct error *err);
void layers_release(struct layers *layers);

/* The layer of this digest stands above those of the base; false when the output is not built on it. */
bool layers_is_of_build(const struct layers *layers, struct span digest);
/* It is one of the base's, and the output is built on it. */
bool layers_is_of_base(const struct layers *layers, struct span digest);
/*
 * The digest of the layer that removed a package of the base: as the analysis tells, or
 * the build's only one; empty when nobody knows.
 */
struct span layers_remover(const struct layers *layers, const struct package *package);

/*
 * The command that made the layer of this digest, without what Docker's classic builder and
 * buildah write around it ("|1 ARG=x /bin/sh -c #(nop) "); empty when nobody knows.
 */
struct span layers_command(const struct layers *layers, struct span digest);

/*
 * The observation's "files_added" (a new reference): what the layers of the build bring, by top
 * folder; null when nobody knows which these are, or the analysis does not tell of one of them.
 */
json_t *layers_files_added(const struct layers *layers);

/* The observation's "layers" (a new reference): one for each, lowest first. */
json_t *layers_table(const struct layers *layers, const struct package_diff *diff);

#endif
