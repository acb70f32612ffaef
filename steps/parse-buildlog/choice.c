/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "choice.h"

#include <string.h>

#include "neighbours.h"
#include "wording.h"

/* Hits that are so near to one another tell of one failure. */
#define CHAIN_LINES 2
/* A trap reports an error that stands no more than so many lines above. */
#define TRAP_LINES 8

/* What a trap prints after its report tells of the machine; the cause stands before that. */
static bool is_of_trap(const struct analysis *a, const struct candidate *candidate)
{
    for (size_t i = 0; a->trapped && candidate->line > a->trapped && i < a->candidates.count; i++) {
        const struct candidate *other = &a->candidates.items[i];

        if (other->line < a->trapped && a->trapped - other->line <= TRAP_LINES &&
            other->rule->rank == RANK_ROOT && !other->recovered)
            return true;
    }
    return false;
}

/* What a tested program logged, shown after a test that failed. */
static bool is_logged_by_test(const struct analysis *a, const struct candidate *candidate)
{
    for (size_t i = 0; candidate->logged && i < a->candidates.count; i++) {
        const struct candidate *other = &a->candidates.items[i];

        if (other->step == candidate->step && other->line < candidate->line && !other->recovered &&
            !other->logged && strcmp(other->rule->id, "test.failed") == 0)
            return true;
    }
    return false;
}

/* Of two of one standing the later one tells why it ended; it stands above where the newest line is on top. */
static bool is_later(const struct analysis *a, size_t i, size_t j)
{
    return !a->steps.newest_first && a->candidates.items[i].line > a->candidates.items[j].line;
}

/* The last of the highest standing. */
static size_t last_of_best(const struct analysis *a)
{
    const struct candidates *all = &a->candidates;
    size_t best = SIZE_MAX;

    for (size_t i = 0; i < all->count; i++) {
        enum standing own = judge_standing(a, &all->items[i]);

        if (own == STANDING_RECOVERED || is_of_trap(a, &all->items[i]) ||
            is_logged_by_test(a, &all->items[i]))
            continue;
        if (best == SIZE_MAX || own > judge_standing(a, &all->items[best]) ||
            (own == judge_standing(a, &all->items[best]) && is_later(a, i, best)))
            best = i;
    }
    return best;
}

/* Hits of one class, which may have several rules. */
static bool are_peers(const struct analysis *a, size_t i, size_t j)
{
    const struct candidate *one = &a->candidates.items[i];
    const struct candidate *other = &a->candidates.items[j];

    return strcmp(one->rule->id, other->rule->id) == 0 && one->step == other->step &&
           judge_standing(a, one) == judge_standing(a, other);
}

/*
 * Where a tool that has no builder around it began the part of its output in which the candidate stands: npm the
 * script, RSpec what failed below what was expected to; 0: it has none.
 */
static uint64_t part_start(const struct analysis *a, const struct candidate *candidate)
{
    struct log_line line = {.number = candidate->line, .place = candidate->place};
    struct span text;

    if (a->steps.builder != BUILDER_NONE || !window_at(log_reader_window(a->reader), &line))
        return 0;
    while (neighbour_step(a, window_before, &line, &text)) {
        if (wording_is_script(text) || wording_heads_failures(text))
            return line.number;
    }
    return 0;
}

/* The first hit of the same class in the same step; those of a part before were let pass. */
static size_t first_of_class(const struct analysis *a, size_t index)
{
    uint64_t start = part_start(a, &a->candidates.items[index]);
    size_t i = 0;

    while (a->candidates.items[i].line < start || !are_peers(a, i, index))
        i++;
    return i;
}

/* The last of the lines of this class that stand one under the other. */
static size_t innermost_of_chain(const struct analysis *a, size_t index)
{
    const struct candidate *items = a->candidates.items;

    for (size_t i = index + 1; i < a->candidates.count; i++) {
        if (items[i].line - items[index].line > CHAIN_LINES)
            break;
        if (are_peers(a, i, index))
            index = i;
    }
    return index;
}

static bool is_same_text(const struct candidate *a, const struct candidate *b)
{
    return a->rule == b->rule && a->text_len == b->text_len &&
           memcmp(a->text, b->text, a->text_len) == 0;
}

/* BuildKit prints the failing step's last lines again: the first of equal ones is meant. */
static size_t original(const struct analysis *a, size_t index)
{
    const struct candidate *items = a->candidates.items;
    size_t i = 0;

    if (a->steps.builder != BUILDER_BUILDKIT)
        return index;
    while (!is_same_text(&items[i], &items[index]))
        i++;
    return i;
}

/* What a step's program itself said of it goes before the builder's word, where one rule knows both. */
static size_t said_by_step(const struct analysis *a, size_t index)
{
    for (size_t i = index; a->candidates.items[index].of_builder && i > 0; i--) {
        const struct candidate *candidate = &a->candidates.items[i - 1];

        if (candidate->rule == a->candidates.items[index].rule && !candidate->of_builder &&
            !candidate->recovered)
            return i - 1;
    }
    return index;
}

const struct candidate *choice(const struct analysis *a)
{
    size_t index = last_of_best(a);

    if (index == SIZE_MAX)
        return NULL;
    if (a->candidates.items[index].rule->first)
        index = first_of_class(a, index);
    index = original(a, said_by_step(a, index));
    if (a->candidates.items[index].rule->innermost)
        index = innermost_of_chain(a, index);
    return &a->candidates.items[index];
}

enum preference choice_preference(const struct analysis *a, const struct candidate *candidate)
{
    const struct candidate *chosen = a->failure;

    if (candidate == chosen)
        return PREFERRED_ITSELF;
    if (is_of_trap(a, candidate))
        return PREFERRED_BEFORE_TRAP;
    if (is_logged_by_test(a, candidate))
        return PREFERRED_TEST;
    if (is_same_text(candidate, chosen))
        return PREFERRED_ORIGINAL;
    if (candidate->rule == chosen->rule && chosen->rule->innermost)
        return PREFERRED_INNERMOST;
    return candidate->line < chosen->line ? PREFERRED_LATER : PREFERRED_EARLIER;
}
