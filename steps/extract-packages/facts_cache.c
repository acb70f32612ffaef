/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "facts_cache.h"

#include <string.h>

/* What sets those of Windows apart. */
static struct digest digest_of_windows(const struct digest *wanted)
{
    struct hash *hash = hash_new(DIGEST_SHA256);

    hash_add(hash, wanted->bytes, DIGEST_SIZE);
    hash_add(hash, "windows", strlen("windows"));
    return hash_finish(hash);
}

void facts_cache_init(struct facts_cache *cache, const struct wanted_list *all,
                      const struct cataloger *const *catalogers, size_t cataloger_count)
{
    cache->all = all;
    cache->terms = (struct facts_terms){catalogers, cataloger_count, wanted_list_digest(all)};
    if (cache->form == LAYER_FORM_WINDOWS)
        cache->terms.wanted = digest_of_windows(&cache->terms.wanted);
}

static struct facts_terms terms_of(const struct facts_cache *cache,
                                   const struct wanted_list *wanted)
{
    struct facts_terms terms = cache->terms;
    struct hash *hash;

    if (wanted == cache->all)
        return terms;
    /* What a cataloger does with a path is told by its patterns, too. */
    hash = hash_new(DIGEST_SHA256);
    hash_add(hash, terms.wanted.bytes, DIGEST_SIZE);
    terms.wanted = wanted_list_digest(wanted);
    hash_add(hash, terms.wanted.bytes, DIGEST_SIZE);
    terms.wanted = hash_finish(hash);
    return terms;
}

static struct layer_cache_key key_of(const struct facts_cache *cache, const struct digest *blob,
                                     const struct wanted_list *wanted,
                                     const struct facts_terms *terms)
{
    return wanted == cache->all ? layer_form_key(blob, cache->form)
                                : layer_cache_key(blob, &terms->wanted);
}

static void warn(const struct facts_cache *cache, struct error *why)
{
    error_prefix(why, "layer cache");
    if (cache->warn)
        cache->warn(why);
}

static void begin_anew(struct layer_facts *facts, const struct digest *blob)
{
    atomic_ullong *kept = facts->kept;

    layer_facts_discard(facts);
    layer_facts_init(facts, blob);
    facts->kept = kept;
}

static bool is_enough(const struct facts_cache *cache, const struct wanted_list *wanted,
                      const struct layer_facts *facts)
{
    return !cache->needs_diff_id || wanted != cache->all || facts->has_diff_id;
}

bool facts_cache_get(struct facts_cache *cache, const struct digest *blob,
                     const struct wanted_list *wanted, struct layer_facts *facts)
{
    struct error why = {0};

    if (!cache->cache)
        return false;
    struct facts_terms terms = terms_of(cache, wanted);
    struct layer_cache_key key = key_of(cache, blob, wanted, &terms);
    CLEANUP(cleanup_free) char *memory = NULL;
    struct span bytes;

    if (layer_cache_get(cache->cache, &key, &memory, &bytes, &why) &&
        facts_file_read(bytes, &terms, facts, &why) && is_enough(cache, wanted, facts)) {
        cache->hits++;
        return true;
    }
    if (memory)
        begin_anew(facts, blob);
    if (error_is_set(&why))
        warn(cache, &why);
    return false;
}

void facts_cache_put(struct facts_cache *cache, const struct digest *blob,
                     const struct wanted_list *wanted, const struct layer_facts *facts)
{
    struct error why = {0};

    if (!cache->cache || cache->full)
        return;
    struct facts_terms terms = terms_of(cache, wanted);
    struct layer_cache_key key = key_of(cache, blob, wanted, &terms);

    STRBUF_AUTO(bytes, LIMIT_LAYER_CACHE_ENTRY - 1 * KIB);
    facts_file_write(facts, &terms, &bytes);
    if (strbuf_overflowed(&bytes) ||
        layer_cache_put(cache->cache, &key, strbuf_span(&bytes), &why) ||
        atomic_exchange(&cache->full, true))
        return;
    warn(cache, &why);
}

void facts_cache_forget(struct facts_cache *cache, const struct digest *blob)
{
    struct layer_cache_key key = layer_form_key(blob, cache->form);

    if (cache->cache)
        layer_cache_remove(cache->cache, &key);
}
