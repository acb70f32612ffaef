/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Layers' facts in a layer cache: those of all catalogers under the layer's own key, and those
 * of a second look (second_look.h) under one that tells what was looked for.  Those of a layer in
 * the form of Windows have keys of their own (layer_form.h says why).
 *
 * Nothing here fails: what cannot be read or written is a warning, and a miss.  Safe on
 * several threads at once.
 */
#ifndef FACTS_CACHE_H
#define FACTS_CACHE_H

#include "facts_file.h"
#include "layer_cache.h"
#include "wanted_list.h"

struct facts_cache {
    struct layer_cache *cache; /* borrowed; NULL: there is none, and every question is a miss */
    void (*warn)(const struct error *why);
    enum layer_form form;          /* of all layers */
    bool needs_diff_id;            /* a layer's own facts without one are a miss */
    const struct wanted_list *all; /* borrowed: the list of all catalogers */
    struct facts_terms terms;      /* those of all */
    atomic_size_t hits;
    atomic_bool full; /* nothing can be written, and that was said */
};

/*
 * Begins with cache, warn and form set.  all has every pattern of the catalogers, which are borrowed
 * like it.
 */
void facts_cache_init(struct facts_cache *cache, const struct wanted_list *all,
                      const struct cataloger *const *catalogers, size_t cataloger_count);
/* Fills facts, which were initialised; false when there are none, and they are as before. */
bool facts_cache_get(struct facts_cache *cache, const struct digest *blob,
                     const struct wanted_list *wanted, struct layer_facts *facts);
void facts_cache_put(struct facts_cache *cache, const struct digest *blob,
                     const struct wanted_list *wanted, const struct layer_facts *facts);
/*
 * Forgets the layer's own facts, as those of a second look cannot be had without the layer: then
 * it is fetched again.
 */
void facts_cache_forget(struct facts_cache *cache, const struct digest *blob);

#endif
