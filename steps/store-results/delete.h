/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Removing what is stored under an id: a document with the pointer to it, its lines
 * of the index and, when no other document is made of it, its raw log;
 * or a raw log alone.  The document goes last, so that what was broken off can be
 * done again.
 */
#ifndef DELETE_H
#define DELETE_H

#include "object_store.h"

/* prefix: what all keys start with. *ret_found false: nothing is stored under that id. */
bool delete_id(struct object_store *store, const char *prefix, const char *id, bool *ret_found,
               struct error *err);

#endif
