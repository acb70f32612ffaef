/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row_order.h"

#include <stdlib.h>

#include "json_in.h"
#include "xalloc.h"

#define MOST_KEYS 5

/* What is compared, looked up once for each row. */
struct sortable {
    struct span keys[MOST_KEYS];
    json_t *row;
};

static int compare(const void *left, const void *right)
{
    const struct sortable *a = left;
    const struct sortable *b = right;
    int order = 0;

    for (size_t i = 0; i < MOST_KEYS && !order; i++)
        order = span_compare(a->keys[i], b->keys[i]);
    return order;
}

static struct sortable *sortables(const json_t *rows)
{
    struct sortable *items = xcalloc(json_array_size(rows), sizeof *items);

    for (size_t i = 0; i < json_array_size(rows); i++)
        items[i].row = json_incref(json_array_get(rows, i));
    return items;
}

static void put_in_order(json_t *rows, struct sortable *items)
{
    size_t count = json_array_size(rows);

    qsort(items, count, sizeof *items, compare);
    json_array_clear(rows);
    for (size_t i = 0; i < count; i++)
        json_append_take(rows, items[i].row);
    free(items);
}

void row_order_packages(json_t *packages)
{
    static const char *const keys[MOST_KEYS] = {"type", "name", "version", "arch", "location"};
    struct sortable *items = sortables(packages);

    for (size_t i = 0; i < json_array_size(packages); i++)
        for (size_t k = 0; k < MOST_KEYS; k++)
            items[i].keys[k] = json_in_span_or_empty(items[i].row, keys[k]);
    put_in_order(packages, items);
}

void row_order_texts(json_t *texts)
{
    struct sortable *items = sortables(texts);

    for (size_t i = 0; i < json_array_size(texts); i++)
        items[i].keys[0] = json_in_span(items[i].row);
    put_in_order(texts, items);
}
