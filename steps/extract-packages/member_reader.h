/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The data of a member that catalogers may want: looked at, held, hashed, and parsed by each
 * of them into the layer's facts.
 */
#ifndef MEMBER_READER_H
#define MEMBER_READER_H

#include "held_file.h"
#include "layer_facts.h"
#include "tar_reader.h"
#include "wanted_list.h"

/* Where the data of the member at hand come from. */
struct member_data {
    /* The next piece, empty at the end. */
    bool (*next)(void *context, struct span *ret_piece, struct error *err);
    void *context;
};

struct member_reader {
    struct member_data data;
    struct hold_budget *budget; /* NULL: none */
    struct layer_facts *facts;
};

/*
 * Reads the data of a file that has just been entered into the facts, as far as one of the
 * entries wants it.  count of them, at least one; the array is changed.
 */
bool member_reader_take(struct member_reader *reader, const struct member *member,
                        const struct wanted_entry **entries, size_t count, struct error *err);

/*
 * The record of a file of which the name alone is wanted (WANTED_NAME): a new one, freed with
 * layer_file_free().
 */
struct layer_file *layer_file_of_name(struct span path, const struct wanted_entry *entry);

#endif
