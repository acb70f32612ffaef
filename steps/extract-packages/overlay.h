/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The layers laid over one another (image-spec layer.md, "Applying Changesets"):
 * which of the files that catalogers wanted are seen in the image, and where.
 *
 * Layers are applied lowest first.  Of a layer, opaque markers and whiteouts act
 * before anything else and only on what lies below; then each member replaces
 * what had its name, but a folder over a folder, which merge; a member that is no
 * folder hides the whole subtree below its name.  Folders that a layer passes
 * through without an entry of their own may be symbolic links of the layers
 * below (lib -> usr/lib), as they are when a runtime unpacks it.
 *
 * Pure: works on facts alone.  The overlay borrows the layers' facts, which must
 * outlive it.
 */
#ifndef OVERLAY_H
#define OVERLAY_H

#include "layer_facts.h"
#include "symlinks.h"
#include "wanted_list.h"

#define OVERLAY_NONE SIZE_MAX

/* A wanted file, seen or hidden by now. */
struct seen_file {
    char *path; /* canonical */
    char *real; /* where the symbolic link at path leads to, or NULL: it is none */
    const struct cataloger *cataloger;
    const struct wanted *wanted;
    const struct layer_file *file; /* its facts; NULL as long as they are pending */
    size_t layer;                  /* that its bytes come from */
    size_t hidden_by;              /* layer, or OVERLAY_NONE: it is seen */
    size_t below;                  /* index of what it replaced, or OVERLAY_NONE */
    size_t same_path;              /* index of the one before of this path, or OVERLAY_NONE */
    struct layer_file *named;      /* the same as file when only its name is wanted: owned */
    char *pending; /* its bytes are those of this member of the layer, which was passed over */
};

struct overlay {
    const struct layer_facts *layers;
    size_t layer_count;
    const struct wanted_list *wanted;
    struct seen_file *files;
    size_t file_count;
    size_t file_capacity;
    struct path_map file_at;  /* path -> last index in files */
    struct symlinks links;    /* those that are seen */
    struct layer_view *views; /* per layer: what it hides, see overlay.c */
};

/*
 * Applies all layers. layers and wanted are borrowed.  Links that lead one layer to one folder
 * in too many ways are ERROR_MALFORMED; release it also then.
 */
bool overlay_init(struct overlay *o, const struct layer_facts *layers, size_t layer_count,
                  const struct wanted_list *wanted, struct error *err);
void overlay_release(struct overlay *o);

/* The file at a canonical path that the cataloger wanted and that is seen, or NULL. */
struct seen_file *overlay_find(const struct overlay *o, struct span path,
                               const struct cataloger *cataloger);
/* Adds one that was found in another way; path is copied. Indices stay, pointers do not. */
struct seen_file *overlay_add(struct overlay *o, struct span path,
                              const struct cataloger *cataloger, const struct wanted *wanted,
                              const struct layer_file *file, size_t layer);

/*
 * Says of a file without facts where its bytes are: in the member that the layer spells so, which was
 * passed over.  Where only the name is wanted, the facts are made here.
 */
void overlay_set_pending(struct seen_file *seen, const char *spelled);

/*
 * Which layer has the member (no folder) that is seen at a canonical path, and how it
 * spells it (appended to ret_spelled): for files whose bytes were passed over.
 */
bool overlay_locate(const struct overlay *o, struct span path, size_t top, size_t *ret_layer,
                    struct strbuf *ret_spelled);
/* True if a layer above the given one hides path. */
bool overlay_is_hidden_above(const struct overlay *o, size_t layer, struct span path);

#endif
