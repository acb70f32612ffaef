/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_words.h"

#include <string.h>

#include "check.h"
#include "json_in.h"

/* How many examples a list must have of each kind. */
#define LEAST_MATCH 2
#define LEAST_NO_MATCH 1

struct check_list {
    enum words which;
    const char *name;
    const struct word_list_read *list;
    struct strbuf *findings;
    size_t count;
};

static void found(struct check_list *check, const char *what, const char *on)
{
    check_add(check->findings, check->list->file, "list", check->name, what, on);
    check->count++;
}

static void check_members(struct check_list *check)
{
    static const char *const known[] = {"name",     "says", "examples", "starts",
                                        "contains", "ends", "equals",   NULL};
    json_t *members =
        (json_t *)(uintptr_t)check->list->members; /* jansson's iterators take no const */
    const char *key;
    json_t *value;

    json_object_foreach (members, key, value) {
        if (!check_is_one_of(key, known))
            found(check, "a member that is not known", key);
    }
    if (!*json_in_string_or(members, "says", ""))
        found(check, "'says' is missing or empty", NULL);
}

/* ---- words ---- */

/* True if whatever has the word at its place has the other at its own; but for the same word twice. */
static bool covers(enum word_place other_place, const char *other, enum word_place place,
                   const char *word)
{
    if (other_place == place && strcmp(other, word) == 0)
        return false;
    return (other_place == place || other_place == WORD_CONTAINS || place == WORD_EQUALS) &&
           word_stands(other_place, span_string(word), other);
}

/* Whether another word of the list finds all that this finds. */
static bool is_needless(const struct word_list *words, enum word_place place, const char *word)
{
    for (int other_place = 0; other_place < WORD_PLACES; other_place++) {
        for (const char *const *other = words->at[other_place]; *other; other++) {
            if (covers((enum word_place)other_place, *other, place, word))
                return true;
        }
    }
    return false;
}

static bool is_twice(const char *const *words, const char *const *word)
{
    while (words < word && strcmp(*words, *word) != 0)
        words++;
    return words < word;
}

static void check_words(struct check_list *check)
{
    const struct word_list *words = &check->list->words;

    for (int place = 0; place < WORD_PLACES; place++) {
        for (const char *const *word = words->at[place]; *word; word++) {
            if (is_twice(words->at[place], word))
                found(check, "a word that is there twice", *word);
            else if (is_needless(words, (enum word_place)place, *word))
                found(check, "a word that another one makes needless", *word);
        }
    }
}

/* ---- examples ---- */

static void check_examples_of(struct check_list *check, const char *path, size_t least, bool wanted)
{
    json_t *examples = json_in_find(check->list->members, path);
    const json_t *example;
    size_t i;

    if (json_array_size(examples) < least)
        found(check, "too few examples in", path);
    json_array_foreach (examples, i, example) {
        if (!json_is_string(example))
            found(check, "what is no line is in", path);
        else if (word_list_finds(&check->list->words,
                                 words_look_at(check->which, json_in_span(example))) != wanted)
            found(check, wanted ? "does not match" : "must not match", json_string_value(example));
    }
}

size_t words_check(const struct word_lists *lists, struct strbuf *findings)
{
    size_t count = 0;

    for (int i = 0; i < WORDS_COUNT; i++) {
        struct check_list check = {.which = (enum words)i,
                                   .name = words_name((enum words)i),
                                   .list = &lists->items[i],
                                   .findings = findings};

        if (!check.list->members)
            continue;
        check_members(&check);
        check_words(&check);
        check_examples_of(&check, "examples.match", LEAST_MATCH, true);
        check_examples_of(&check, "examples.no_match", LEAST_NO_MATCH, false);
        count += check.count;
    }
    return count;
}
