/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words by which one tells how a log ends: what tools say when they are done, when
 * they failed, when they begin or explain.  They are written as rules/endings/<subject>.json
 * (docs/rules.md tells how), from which the build makes a table (generate_words.c); JSON is
 * read at run time only to check them (words_read.h).
 *
 * A list is asked about one line alone, without its prefixes.  What is no fixed text (numbers,
 * places, tables) is told by functions: final.h, wording.h, more.h, probable.h, which ask these
 * lists, too.
 *
 * Pure; nothing fails.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>

#include "span.h"

/* What each list says stands in its file, under its name (words_read.c). */
enum words {
    WORDS_DONE,
    WORDS_PASSED,
    WORDS_TESTS_PASSED,
    WORDS_FAILED,
    WORDS_FATAL,
    WORDS_EITHER,
    WORDS_OPEN,
    WORDS_WAITS,
    WORDS_LIMIT,
    WORDS_STATEMENT,
    WORDS_TRAP,
    WORDS_BEGINS,
    WORDS_LETS_PASS,
    WORDS_TELLS_NOTHING,
    WORDS_GO_PROGRESS,
    WORDS_MORE,
    WORDS_CLOSING,
    WORDS_DIFFERENCE,
    WORDS_ADVICE,
    WORDS_USAGE,
    WORDS_NAMED_ERROR,
    WORDS_ERROR,
    WORDS_CROSSED,
    WORDS_DOUBT,
    WORDS_HARMLESS,
    WORDS_REMARK,
    WORDS_REFUSAL,
    WORDS_RUNTIME,
    WORDS_COUNT
};

/* Where in a line a word stands. */
enum word_place { WORD_STARTS, WORD_CONTAINS, WORD_ENDS, WORD_EQUALS, WORD_PLACES };

/* The words of each place; lists end with NULL and are never NULL themselves. */
struct word_list {
    const char *const *at[WORD_PLACES];
};

/* True if the line has one of the list's words where that says. */
bool words_say(enum words list, struct span text);
/* What of a line that list is asked about: without the blanks at both ends, where these tell nothing. */
struct span words_look_at(enum words list, struct span text);
/* The same of a list that is not of the table. */
bool word_list_finds(const struct word_list *list, struct span text);
/* True if text has word at that place. */
bool word_stands(enum word_place place, struct span text, const char *word);

/* ---- made by generate_words.c ---- */
extern const struct word_list word_table[WORDS_COUNT];

#endif
