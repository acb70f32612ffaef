/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package_diff.h"

#include <assert.h>
#include <stdlib.h>

#include "cleanup.h"
#include "json_in.h"
#include "version_order.h"
#include "xalloc.h"

/* One package's copies in one image. */
struct copies {
    const struct package *items;
    size_t count;
    bool *used;
};

struct differ {
    struct package_diff *diff;
    const struct package_list *base;
    const struct package_list *output;
    const struct layers *layers; /* NULL: not known */
};

typedef int compare_copies(const struct package *a, const struct package *b);

static int by_place_and_version(const struct package *a, const struct package *b)
{
    int order = span_compare(a->place, b->place);

    return order ? order : span_compare(a->version, b->version);
}

static int by_place(const struct package *a, const struct package *b)
{
    return span_compare(a->place, b->place);
}

static int by_nothing(const struct package *a, const struct package *b)
{
    (void)a;
    (void)b;
    return 0;
}

static void add_change(struct package_diff *diff, const struct package *from,
                       const struct package *to)
{
    XGROW(diff->items, diff->count, diff->capacity);
    diff->items[diff->count++] = (struct package_change){from, to};
}

/* Of a type that the other image's analysis tells, and not of a layer of the base, which it overlooked. */
static bool was_added(const struct differ *differ, const struct package *package)
{
    return package_list_tells(differ->base, package->type) &&
           !(differ->layers &&
             layers_is_of_base(differ->layers, json_in_span_or_empty(package->entry, "layer")));
}

static bool was_removed(const struct differ *differ, const struct package *package)
{
    return package_list_tells(differ->output, package->type);
}

static bool came_anew(const struct differ *differ, const struct package *package)
{
    return differ->layers &&
           layers_is_of_build(differ->layers, json_in_span_or_empty(package->entry, "layer"));
}

/* Pairs unused copies that compare equal: both sides are sorted by what is compared. */
static void pair_up(const struct differ *differ, struct copies *base, struct copies *output,
                    compare_copies *compare, bool is_change)
{
    size_t b = 0;
    size_t o = 0;

    while (b < base->count && o < output->count) {
        int order;

        if (base->used[b] || output->used[o]) {
            b += base->used[b];
            o += output->used[o];
            continue;
        }
        order = compare(&base->items[b], &output->items[o]);
        if (order == 0) {
            base->used[b] = output->used[o] = true;
            if (is_change || came_anew(differ, &output->items[o]))
                add_change(differ->diff, &base->items[b], &output->items[o]);
        }
        b += order <= 0;
        o += order >= 0;
    }
}

static void diff_copies(const struct differ *differ, struct copies *base, struct copies *output)
{
    pair_up(differ, base, output, by_place_and_version, false);
    pair_up(differ, base, output, by_place, true);
    pair_up(differ, base, output, by_nothing, true);
    for (size_t i = 0; i < base->count; i++)
        if (!base->used[i] && was_removed(differ, &base->items[i]))
            add_change(differ->diff, &base->items[i], NULL);
    for (size_t i = 0; i < output->count; i++)
        if (!output->used[i] && was_added(differ, &output->items[i]))
            add_change(differ->diff, NULL, &output->items[i]);
}

/* The copies at the front of list from *at on that are first's; moves *at past them. */
static struct copies take_copies(const struct package_list *list, size_t *at, bool *used,
                                 const struct package *first)
{
    struct copies copies = {&list->items[*at], 0, used + *at};

    while (*at < list->count && package_compare(&list->items[*at], first) == 0) {
        copies.count++;
        (*at)++;
    }
    return copies;
}

void package_diff_make(struct package_diff *ret, const struct package_list *base,
                       const struct package_list *output, const struct layers *layers)
{
    const struct differ differ = {ret, base, output, layers};
    CLEANUP(cleanup_free) bool *base_used = xcalloc(base->count + 1, sizeof *base_used);
    CLEANUP(cleanup_free) bool *output_used = xcalloc(output->count + 1, sizeof *output_used);
    size_t b = 0;
    size_t o = 0;

    assert((!base->count || base->items) && (!output->count || output->items));
    *ret = (struct package_diff){0};
    while (b < base->count || o < output->count) {
        const struct package *first = b < base->count ? &base->items[b] : NULL;
        struct copies old;
        struct copies new;

        if (!first || (o < output->count && package_compare(&output->items[o], first) < 0))
            first = &output->items[o];
        old = take_copies(base, &b, base_used, first);
        new = take_copies(output, &o, output_used, first);
        diff_copies(&differ, &old, &new);
    }
}

enum package_change_kind package_change_kind(const struct package_change *change)
{
    int order;

    if (!change->from)
        return PACKAGE_ADDED;
    if (!change->to)
        return PACKAGE_REMOVED;
    if (span_equal(change->from->version, change->to->version))
        return PACKAGE_READDED;
    if (!version_compare(change->to->type, change->from->version, change->to->version, &order) ||
        order == 0)
        return PACKAGE_CHANGED;
    return order < 0 ? PACKAGE_UPGRADED : PACKAGE_DOWNGRADED;
}

void package_diff_release(struct package_diff *diff)
{
    free(diff->items);
    *diff = (struct package_diff){0};
}
