/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which packages of an image need which others: the requirements that a row's "depends" spells as
 * its package manager does, led to the rows that are there, by name or by what they provide.
 *
 * Of several rows that would do, the one of the same architecture and the nearest folder
 * is meant, as the loaders of npm and Python look for it.  What needs another version or
 * is not there is no relation.  Rows are known by their number in the list of packages.
 * Memory is 16 bytes for each row and each thing that one provides.
 */
#ifndef RELATIONS_H
#define RELATIONS_H

#include <jansson.h>

#include "path_table.h"

#define RELATIONS_NONE SIZE_MAX

struct relations {
    const json_t *packages; /* borrowed */
    struct path_key key;
    struct relation_name *names; /* sorted by hash, then by row */
    size_t name_count;
    size_t name_capacity;
    size_t *needed; /* what the last question led to */
    size_t needed_count;
    size_t needed_capacity;
};

/* packages are those of finished findings, and outlive it. */
void relations_init(struct relations *r, const json_t *packages);
void relations_release(struct relations *r);

/* The rows that a row depends on, each once and in order; valid until the next question. */
const size_t *relations_depends(struct relations *r, size_t row, size_t *ret_count);
/* The row of the package that owns a row's files, or RELATIONS_NONE. */
size_t relations_owner(struct relations *r, size_t row);
/* Does the package manager of this type say what its packages need? */
bool relations_are_known(struct span type);

#endif
