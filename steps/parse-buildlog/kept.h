/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that lives as long as what is read from JSON files: lists and texts of rules and words. */
#ifndef KEPT_H
#define KEPT_H

#include <stddef.h>

/* {0} at first. */
struct kept {
    void **items;
    size_t count;
    size_t capacity;
};

/* Takes over memory of malloc's, and returns it. */
void *kept_take(struct kept *kept, void *memory);
void kept_free(struct kept *kept);

#endif
