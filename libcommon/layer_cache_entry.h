/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One entry of a layer cache as a file: four lines (what it is, its key, the length of its body,
 * the SHA-256 of these and the body), then the body.  Part of layer_cache.c.
 */
#ifndef LAYER_CACHE_ENTRY_H
#define LAYER_CACHE_ENTRY_H

#include <sys/types.h>

#include "layer_cache.h"

/* -1, with err set unless there is none. */
int entry_open(const char *path, struct error *err);
/*
 * The entry that fd is open at: *ret_body lies in *ret_memory, to free.  False with err set when
 * it is damaged or another's.  path is for messages.
 */
bool entry_read(int fd, const struct layer_cache_key *key, const char *path, char **ret_memory,
                struct span *ret_body, struct error *err);
/* Writes an entry to fd, which it closes. */
bool entry_write_take(int fd, const char *path, const struct layer_cache_key *key, struct span body,
                      struct error *err);
/* Marks the entry as used now; a cache that can only be read has no use for it. */
void entry_touch(int fd);

/* Reads size bytes at from into memory; fewer are ERROR_MALFORMED. */
bool read_part(int fd, off_t from, size_t size, char *memory, const char *path, struct error *err);

#endif
