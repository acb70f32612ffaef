/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One entry of the folder that overlayfs or fuse-overlayfs keeps a layer in, as it stands in the layer's tar.
 *
 * A character device 0/0 is a whiteout, "trusted.overlay.opaque" and its kin hide what lower layers have
 * (kernel, filesystems/overlayfs.rst; image-spec layer.md, "Whiteouts").  "user.containers.override_stat" has owner
 * and mode where the file's own are not those of the image (containers-storage.conf(5), force_mask).
 */
#ifndef DIFF_ENTRY_H
#define DIFF_ENTRY_H

#include "tar_writer.h"

/* The folder. */
struct diff_root {
    int fd; /* borrowed */
    /* Owners are those of the image; else only those that override_stat tells of, and others ERROR_PERMISSION. */
    bool owners_hold;
};

struct diff_entry {
    struct tar_entry tar; /* borrows from what follows */
    char *path;
    char *target;
    struct tar_xattr *xattrs;
    size_t xattr_count;
    size_t xattr_capacity;
    int fd;         /* open for reading, of a file or folder, else -1 */
    bool is_none;   /* a socket, which no tar has */
    bool is_opaque; /* a folder that hides those of lower layers */
};

#define OPAQUE_WHITEOUT ".wh..wh..opq"

/*
 * The entry called path beneath root.  What goes meanwhile, or cannot be said in a tar, is
 * an error that names it.  Begins as {.fd = -1}; release it also after a failure.
 */
bool diff_entry_read(struct diff_entry *entry, const struct diff_root *root, const char *path,
                     struct error *err);
void diff_entry_release(struct diff_entry *entry);

/*
 * "UID:GID:MODE" or "UID:GID:MODE:TYPE", MODE in octal, into what it is of.  False when it is something else,
 * a TYPE that the file itself is not among it.
 */
bool diff_entry_parse_stat(struct span text, struct tar_entry *entry);

#endif
