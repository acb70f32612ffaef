/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "earlier.h"

#include <string.h>

/* Shorter names would be found in any command. */
#define SHORTEST_NAME 3

void earlier_release(struct earlier *earlier)
{
    for (size_t i = 0; i < earlier->count; i++)
        candidate_release(&earlier->items[i]);
    earlier->count = 0;
}

static bool is_cause(const struct candidate *candidate)
{
    return candidate->rule->rank == RANK_ROOT && !candidate->recovered;
}

static void take(struct earlier *earlier, struct candidate *candidate)
{
    if (earlier->count == EARLIER_MOST) {
        candidate_release(&earlier->items[0]);
        memmove(&earlier->items[0], &earlier->items[1],
                (EARLIER_MOST - 1) * sizeof earlier->items[0]);
        earlier->count--;
    }
    earlier->items[earlier->count++] = *candidate;
    *candidate = (struct candidate){.track = candidate->track};
}

void earlier_take(struct earlier *earlier, struct candidates *candidates, size_t track)
{
    size_t left = candidates->by_track[track];

    for (size_t i = 0; left && i < candidates->count; i++) {
        struct candidate *candidate = &candidates->items[i];

        if (candidate->track != track)
            continue;
        if (left-- <= EARLIER_MOST / 2 && is_cause(candidate))
            take(earlier, candidate);
    }
    candidates_clear_track(candidates, track);
}

void earlier_complete(struct earlier *earlier, const struct candidates *all,
                      const struct window *window, bool at_end)
{
    for (size_t i = 0; i < earlier->count; i++)
        candidate_complete(all, &earlier->items[i], window, at_end);
}

/* In either case: Python's module django is the package Django. */
static bool names(struct span text, struct span thing)
{
    for (; text.len >= thing.len; text = span_skip(text, 1)) {
        if (span_equal_nocase(span_head(text, thing.len), thing))
            return true;
    }
    return false;
}

static bool explains(const struct candidate *candidate, struct span thing,
                     const struct steps *steps)
{
    return names(span_of(candidate->text, candidate->text_len), thing) ||
           (candidate->step != NO_STEP && names(steps->items[candidate->step].command, thing));
}

const struct candidate *earlier_find(const struct earlier *earlier, const struct rule *rule,
                                     struct span thing, const struct steps *steps)
{
    size_t slash = span_find_last_byte(thing, '/');

    if (slash < thing.len)
        thing = span_skip(thing, slash + 1);
    for (size_t i = earlier->count; thing.len >= SHORTEST_NAME && i > 0; i--) {
        const struct candidate *candidate = &earlier->items[i - 1];

        if (candidate->rule != rule && explains(candidate, thing, steps))
            return candidate;
    }
    return NULL;
}
