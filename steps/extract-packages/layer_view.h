/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one layer does to the layers below it, in canonical paths: its whiteouts
 * and opaque folders led through the symbolic links of the image, and its aliases.
 *
 * An alias is a folder that the layer's members pass through without an entry of
 * its own, and that leads elsewhere: with lib -> usr/lib from below, a member
 * lib/x lands at usr/lib/x.  The layer knows the hash of "lib/x" alone, so
 * whether it hides usr/lib/x is asked under the spelling "lib/x" too.
 */
#ifndef LAYER_VIEW_H
#define LAYER_VIEW_H

#include "layer_facts.h"
#include "symlinks.h"

struct alias {
    char *canonical;
    const char *spelled; /* borrowed from the facts */
    size_t next;         /* another spelling of the same folder, or PATH_MAP_NONE */
};

struct layer_view {
    const struct layer_facts *facts;
    struct path_set whiteouts;
    struct path_set opaque;
    bool opaque_root;
    struct alias *aliases;
    size_t alias_count;
    size_t alias_capacity;
    struct path_map alias_at; /* canonical folder -> first index in aliases */
    /* Most questions in turn are about files of one folder: its answer is kept. */
    struct strbuf last_folder;
    bool last_folder_known;
    bool last_folder_hidden;
};

/* A view that hides what the layer's members replace. facts is borrowed. */
void layer_view_init(struct layer_view *view, const struct layer_facts *facts);
/* Whiteouts and opaque folders, resolved through links (those of the layers below). */
void layer_view_add_whiteouts(struct layer_view *view, const struct symlinks *links);
/* Aliases, resolved through links (with the layer's own). */
bool layer_view_add_aliases(struct layer_view *view, const struct symlinks *links,
                            struct error *err);
void layer_view_release(struct layer_view *view);

/*
 * True if the layer hides what the layers below have at the canonical path.  A
 * link stays when the layer only passes through it; a file does not.
 */
bool layer_view_hides(struct layer_view *view, struct span path, bool is_link);
/* What the layer has at the canonical path, and its spelling (appended to spelled) unless it is absent. */
enum path_kind layer_view_spelled(const struct layer_view *view, struct span path,
                                  struct strbuf *spelled);

#endif
