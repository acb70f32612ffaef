/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where Podman, Buildah and CRI-O keep images on this machine (containers-storage.conf(5)). */
#ifndef STORAGE_ROOT_H
#define STORAGE_ROOT_H

#include "error.h"

/*
 * The graph root, as a string to free.  Of the file that CONTAINERS_STORAGE_CONF names, else, for who is not root,
 * ${XDG_CONFIG_HOME:-~/.config}/containers/storage.conf, else /etc/containers/storage.conf, else
 * /usr/share/containers/storage.conf: `graphroot` (`rootless_storage_path` for who is not root, of the last
 * two).  Where none says anything: /var/lib/containers/storage, or
 * ${XDG_DATA_HOME:-~/.local/share}/containers/storage.  NULL with err set.
 */
char *storage_root_find(struct error *err);

#endif
