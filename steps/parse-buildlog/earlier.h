/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Causes that showed in a step which succeeded all the same: "Installer corrupt",
 * and only the next step misses the file.  Of each step that succeeds the latest
 * few are kept, and of all steps the latest ones.
 */
#ifndef EARLIER_H
#define EARLIER_H

#include "candidates.h"
#include "steps.h"

#define EARLIER_MOST 8

struct earlier {
    struct candidate items[EARLIER_MOST]; /* the oldest first */
    size_t count;
};

/* Takes those of the track's candidates that are causes, and forgets all of them there. */
void earlier_take(struct earlier *earlier, struct candidates *candidates, size_t track);
/* As candidates_complete(), for those that were taken from all. */
void earlier_complete(struct earlier *earlier, const struct candidates *all,
                      const struct window *window, bool at_end);
/*
 * The latest that explains why thing is missing, as rule says: its step's command, or its line,
 * names it, in either case.  Not what rule itself finds, which is the same want seen before.
 * NULL when there is none.
 */
const struct candidate *earlier_find(const struct earlier *earlier, const struct rule *rule,
                                     struct span thing, const struct steps *steps);
void earlier_release(struct earlier *earlier);

#endif
