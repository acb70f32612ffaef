/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done in all stores of a run instead of storing: --delete and --compact-index. */
#ifndef UPKEEP_H
#define UPKEEP_H

#include "cli.h"
#include "object_store.h"

struct upkeep {
    struct cli_strings deletions; /* ids */
    const char *compact_index;    /* a day, NULL: none */
};

static inline bool upkeep_is_wanted(const struct upkeep *upkeep)
{
    return upkeep->deletions.count || upkeep->compact_index;
}

/* prefix: what all keys start with. An id under which no store has anything is ERROR_NO_INPUT. */
bool upkeep_run(const struct upkeep *upkeep, struct object_store *const *stores, size_t store_count,
                const char *prefix, struct error *err);

#endif
