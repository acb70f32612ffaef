/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where Podman, Buildah and CRI-O keep images on this machine (containers-storage.conf(5)). */
#ifndef STORAGE_CONF_H
#define STORAGE_CONF_H

#include "error.h"
#include "span.h"

/* Folders: that which is written to first, then those which are only read.  Owns its strings; begins as {0}. */
struct storage_roots {
    char *items[LIMIT_STORAGE_ROOTS];
    size_t count;
};

/*
 * What the configuration says: of the file that CONTAINERS_STORAGE_CONF names, else, for who is not root,
 * ${XDG_CONFIG_HOME:-~/.config}/containers/storage.conf, else /etc/containers/storage.conf, else
 * /usr/share/containers/storage.conf: `graphroot` (for who is not root, of the last two `rootless_storage_path`, which
 * stands in for it in the others too) and `additionalimagestores`.  Of the system's two, one that is there is all that is read; of the user's own, what
 * it does not say of the place is read there too.  Where none says where: /var/lib/containers/storage, or
 * ${XDG_DATA_HOME:-~/.local/share}/containers/storage.
 */
bool storage_roots_find(struct storage_roots *ret, struct error *err);
/* Those that a reference names: root, and each overlay.imagestore=FOLDER of options, joined by commas. */
bool storage_roots_take(const char *root, struct span options, struct storage_roots *ret,
                        struct error *err);
void storage_roots_release(struct storage_roots *roots);
#define STORAGE_ROOTS_AUTO(name) \
    __attribute__((cleanup(storage_roots_release))) struct storage_roots name = {0}

/*
 * One file: the first of members (up to NULL) that [storage] has is *ret_root (NULL: it does not say), to free; the
 * additional stores go into roots.  Pure.
 */
bool storage_conf_parse(struct span text, const char *const *members, char **ret_root,
                        struct storage_roots *roots, struct error *err);

#endif
