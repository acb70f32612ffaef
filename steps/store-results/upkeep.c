/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "upkeep.h"

#include <string.h>

#include "delete.h"
#include "index_rows.h"

static bool delete_everywhere(const char *id, struct object_store *const *stores,
                              size_t store_count, const char *prefix, struct error *err)
{
    bool any = false;

    for (size_t i = 0; i < store_count; i++) {
        bool found;

        if (!delete_id(stores[i], prefix, id, &found, err))
            return false;
        any = any || found;
    }
    return any || error_set(err, ERROR_NO_INPUT, "nothing is stored under '%s'", QUOTE(id));
}

static bool compact_everywhere(const char *text, struct object_store *const *stores,
                               size_t store_count, const char *prefix, struct error *err)
{
    struct index_day day;

    if (!index_day_parse(span_string(text), &day) || strcmp(day.text, text) != 0)
        return error_set(err, ERROR_USAGE, "--compact-index: '%s' is no day (YYYY-MM-DD)",
                         QUOTE(text));
    for (size_t i = 0; i < store_count; i++)
        if (!index_compact(stores[i], prefix, &day, err))
            return false;
    return true;
}

/* One id that is not there does not keep the others from being removed. */
bool upkeep_run(const struct upkeep *upkeep, struct object_store *const *stores, size_t store_count,
                const char *prefix, struct error *err)
{
    struct error first = {0};

    for (size_t i = 0; i < upkeep->deletions.count; i++) {
        struct error why = {0};

        if (delete_everywhere(upkeep->deletions.items[i], stores, store_count, prefix, &why))
            continue;
        error_set(&first, why.kind, "%s", why.message);
        if (why.kind != ERROR_NO_INPUT)
            break;
    }
    if (error_is_set(&first))
        return error_set(err, first.kind, "%s", first.message);
    return !upkeep->compact_index ||
           compact_everywhere(upkeep->compact_index, stores, store_count, prefix, err);
}
