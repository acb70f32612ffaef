/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which package brought a file.
 *
 * Databases list hundreds of thousands of files, of which some thousands are asked for, and all
 * of these only when the catalogers are done.  So lists are noted as they are; owners_find()
 * reads them once, and a line costs no more than a look at its name where nothing of that name
 * was asked for:
 *
 *     owners_note_...()  for each package, while catalogers assemble
 *     owners_ask()       for each path
 *     owners_find()      once
 *     owners_of()
 *
 * A list is a text: a line that ends with '/' names a folder from the root, "/" the root itself;
 * any other line a file or folder in the folder before it.  (catalogers/owned_files.h writes it.)
 *
 * Memory: a path asked for costs 24 bytes, a package's list 64 and its names.
 */
#ifndef OWNERS_H
#define OWNERS_H

#include <jansson.h>

#include "path_table.h"
#include "span.h"

struct symlinks;

/* Bits of the names that were asked for: with 10,000 of them one line in seven is looked at in vain. */
#define OWNERS_NAME_BITS ((size_t)1 << 16)

struct owner_list;

struct owners {
    struct owner_list *lists; /* in the order of owners_note_...() */
    size_t list_count;
    size_t list_capacity;
    struct path_map asked_at; /* canonical path -> index in found */
    const char **found;       /* the owner of each path asked for, or NULL */
    size_t asked_count;
    size_t asked_capacity;
    uint64_t *names;              /* a set of the last components asked for; OWNERS_NAME_BITS */
    const struct symlinks *links; /* of the image, borrowed; NULL: paths are taken as they stand */
};

void owners_init(struct owners *o);
void owners_release(struct owners *o);

/*
 * What the list files, a JSON string, which is taken, names below the folder prefix (empty: the root;
 * else with a '/' behind it) is owner's.  The first owner of a path stays.
 */
void owners_note_take(struct owners *o, struct span owner, struct span prefix, json_t *files);
/* The same from the root for facts that are such a string and nothing else; borrowed until owners_find(). */
void owners_note_facts(struct owners *o, struct span owner, struct span facts);

/*
 * Paths are given without the leading '/'.  Both sides are led through the image's symbolic links:
 * a database spells /lib/x what the image has at /usr/lib/x.
 */
void owners_ask(struct owners *o, struct span path);
void owners_find(struct owners *o);
/* The owner of a path that was asked for, borrowed; NULL when no list has it. */
const char *owners_of(const struct owners *o, struct span path);

#endif
