/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One pass over a layer's tar stream: which members there are, and the facts of
 * those that the list wants.
 */
#ifndef LAYER_SCAN_H
#define LAYER_SCAN_H

#include "held_file.h"
#include "layer_facts.h"
#include "member_reader.h"
#include "stream.h"
#include "wanted_list.h"

/* All borrowed. */
struct layer_scan {
    struct member_reader reader;
    const char *name; /* for messages */
    const struct wanted_list *wanted;
    bool no_whiteouts; /* a name that begins with ".wh." is one like any other */
};

/* One member, whose data are read as far as they are wanted. */
bool layer_scan_member(struct layer_scan *scan, const struct member *m, struct error *err);

/*
 * Reads the layer's inflated stream (taken over) to its end into facts, which the
 * caller has initialised and releases, also after a failure.  name ("layer sha256:...") is for messages, budget (may be
 * NULL) for the files that are held.  In the form of Windows what is not below Files/ is passed over, and
 * paths are those in the container.
 * Safe to call on several threads, each with its own facts.
 */
bool layer_scan_take(struct stream *inflated, const char *name, enum layer_form form,
                     const struct wanted_list *wanted, struct hold_budget *budget,
                     struct layer_facts *facts, struct error *err);

#endif
