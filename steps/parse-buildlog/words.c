/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

bool word_stands(enum word_place place, struct span text, const char *word)
{
    switch (place) {
    case WORD_STARTS:
        return span_starts_with(text, word);
    case WORD_CONTAINS:
        return span_contains(text, word);
    case WORD_ENDS:
        return span_ends_with(text, word);
    case WORD_EQUALS:
        return span_equal_string(text, word);
    case WORD_PLACES:
        break;
    }
    return false;
}

/* A loop for each place, and a look at one byte first: some hundred words are asked about each line. */
static bool finds_at_ends(const struct word_list *list, struct span text)
{
    for (const char *const *word = list->at[WORD_STARTS]; *word; word++) {
        if (**word == text.data[0] && span_starts_with(text, *word))
            return true;
    }
    for (const char *const *word = list->at[WORD_EQUALS]; *word; word++) {
        if (**word == text.data[0] && span_equal_string(text, *word))
            return true;
    }
    for (const char *const *word = list->at[WORD_ENDS]; *word; word++) {
        if (span_ends_with(text, *word))
            return true;
    }
    return false;
}

bool word_list_finds(const struct word_list *list, struct span text)
{
    if (text.len == 0) /* no word is empty */
        return false;
    for (const char *const *word = list->at[WORD_CONTAINS]; *word; word++) {
        if (span_contains(text, *word))
            return true;
    }
    return finds_at_ends(list, text);
}

struct span words_look_at(enum words list, struct span text)
{
    static const enum words trimmed[] = {WORDS_PASSED, WORDS_STATEMENT, WORDS_BEGINS,
                                         WORDS_USAGE,  WORDS_CROSSED,   WORDS_REFUSAL};

    for (size_t i = 0; i < sizeof trimmed / sizeof *trimmed; i++) {
        if (trimmed[i] == list)
            return span_trim(text);
    }
    return text;
}

bool words_say(enum words list, struct span text)
{
    return word_list_finds(&word_table[list], words_look_at(list, text));
}
