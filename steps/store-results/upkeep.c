/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "upkeep.h"

#include <string.h>

#include "delete.h"
#include "index_rows.h"
#include "xalloc.h"

static bool parse_day(const char *text, struct index_day *ret, struct error *err)
{
    if (!text || (index_day_parse(span_string(text), ret) && strcmp(ret->text, text) == 0))
        return true;
    return error_set(err, ERROR_USAGE, "--compact-index: '%s' is no day (YYYY-MM-DD)", QUOTE(text));
}

/* found: of each id whether anything was stored under it. */
static bool tidy(struct object_store *store, const struct upkeep *upkeep,
                 const struct index_day *day, const char *prefix, bool *found, struct error *err)
{
    for (size_t i = 0; i < upkeep->deletions.count; i++) {
        bool is_here;

        if (!delete_id(store, prefix, upkeep->deletions.items[i], &is_here, err))
            return false;
        found[i] = found[i] || is_here;
    }
    return !upkeep->compact_index || index_compact(store, prefix, day, err);
}

/* A store that fails is asked no more, and does not keep the others from being tidied. */
bool upkeep_run(const struct upkeep *upkeep, struct object_store *const *stores, size_t store_count,
                const char *prefix, struct error *err)
{
    CLEANUP(cleanup_free) bool *found = xcalloc(upkeep->deletions.count + 1, sizeof *found);
    struct index_day day;

    if (!parse_day(upkeep->compact_index, &day, err))
        return false;
    for (size_t i = 0; i < store_count; i++) {
        struct error why = {0};

        if (!tidy(stores[i], upkeep, &day, prefix, found, &why))
            error_set(err, why.kind, "%s", why.message);
    }
    for (size_t i = 0; i < upkeep->deletions.count; i++)
        if (!error_is_set(err) && !found[i])
            error_set(err, ERROR_NO_INPUT, "nothing is stored under '%s'",
                      QUOTE(upkeep->deletions.items[i]));
    return !error_is_set(err);
}
