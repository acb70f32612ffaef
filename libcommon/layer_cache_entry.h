/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One entry of a layer cache as bytes: four lines (what it is, its key, the length of its body,
 * the SHA-256 of these and the body, or with a key its HMAC), then the body.  Part of layer_cache.c.
 */
#ifndef LAYER_CACHE_ENTRY_H
#define LAYER_CACHE_ENTRY_H

#include <sys/types.h>

#include "layer_cache.h"
#include "strbuf.h"

/* All four lines. */
#define LIMIT_LAYER_CACHE_HEADER 400

/* Appends the four lines of an entry with that body to out, which is empty; an empty seal does not sign. */
void entry_format(struct strbuf *out, const struct layer_cache_key *key, struct span body,
                  struct span seal);
/*
 * The entry that fd is open at: *ret_body lies in *ret_memory, to free.  ERROR_MALFORMED when
 * it is damaged, another's, or not signed as the seal says.  path is for messages.
 */
bool entry_read(int fd, const struct layer_cache_key *key, struct span seal, const char *path,
                char **ret_memory, struct span *ret_body, struct error *err);

/* Reads size bytes at from into memory; fewer are ERROR_MALFORMED. */
bool read_part(int fd, off_t from, size_t size, char *memory, const char *path, struct error *err);

#endif
