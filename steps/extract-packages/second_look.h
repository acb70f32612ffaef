/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads layers once more for the files that links led to (late_files.h) and for hard
 * links to members that had been passed over.  Ordinary images need none of it.
 */
#ifndef SECOND_LOOK_H
#define SECOND_LOOK_H

#include "late_files.h"
#include "layer_reader.h"

/* The facts of the layers that were read again; they must outlive the overlay's use. */
struct second_look {
    struct layer_facts *facts;
    size_t count;
};

void second_look_release(struct second_look *look);
/* Fills in every pending file of the overlay, and adds those of folders. */
bool second_look_run(struct second_look *look, struct overlay *o,
                     const struct late_folders *folders, struct layer_reader *reader,
                     struct error *err);

#endif
