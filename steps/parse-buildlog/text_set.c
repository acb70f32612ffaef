/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text_set.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

#define LONGEST_TEXT 64

void text_set_release(struct text_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        free(set->texts[i]);
    free(set->texts);
    *set = (struct text_set){0};
}

static void add_take(struct text_set *set, char *text)
{
    XGROW(set->texts, set->count, set->capacity);
    set->texts[set->count++] = text;
}

void text_set_add(struct text_set *set, struct span text)
{
    add_take(set, xmemdup0(text.len ? text.data : "", text.len));
}

void text_set_copy(struct text_set *set, const struct text_set *other)
{
    for (size_t i = 0; i < other->count; i++)
        text_set_add(set, span_string(other->texts[i]));
}

bool text_set_unite_take(struct text_set *set, struct text_set *other)
{
    bool fits = set->count + other->count <= LIMIT_RULE_LITERALS;

    if (fits)
        text_set_copy(set, other);
    text_set_release(other);
    return fits;
}

static size_t longest(const struct text_set *set)
{
    size_t most = 0;

    for (size_t i = 0; i < set->count; i++) {
        size_t length = strlen(set->texts[i]);

        most = length > most ? length : most;
    }
    return most;
}

bool text_set_append(struct text_set *set, const struct text_set *other, bool or_none)
{
    size_t ways = other->count + or_none;
    struct text_set product = {0};

    /* One way more makes no set larger. */
    if ((ways > 1 && set->count * ways > TEXT_SET_PRODUCTS) ||
        longest(set) + longest(other) > LONGEST_TEXT)
        return false;
    for (size_t i = 0; i < set->count; i++) {
        for (size_t j = 0; j < other->count; j++)
            add_take(&product, xasprintf("%s%s", set->texts[i], other->texts[j]));
        if (or_none)
            add_take(&product, xstrdup(set->texts[i]));
    }
    text_set_release(set);
    *set = product;
    return true;
}

static bool holds_another(const struct text_set *set, size_t index)
{
    for (size_t i = 0; i < set->count; i++) {
        /* Of two that are the same the first stays. */
        if (i != index && strstr(set->texts[index], set->texts[i]) &&
            (i < index || strcmp(set->texts[i], set->texts[index]) != 0))
            return true;
    }
    return false;
}

void text_set_reduce(struct text_set *set)
{
    for (size_t i = set->count; i > 0; i--) {
        if (!holds_another(set, i - 1))
            continue;
        free(set->texts[i - 1]);
        memmove(&set->texts[i - 1], &set->texts[i], (set->count - i) * sizeof *set->texts);
        set->count--;
    }
}
