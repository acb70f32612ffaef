/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists of words from JSON: what --check-rules looks at, and what generate_words.c makes the
 * table from.
 *
 * The words' texts belong to the files that were read; word_lists_free() frees both.  Errors
 * (ERROR_MALFORMED, those of opening files) name file and list.  Bounded by LIMIT_RULE_FILE
 * and LIMIT_LIST_WORDS; of each list there is one.
 */
#ifndef WORDS_READ_H
#define WORDS_READ_H

#include <jansson.h>

#include "cleanup.h"
#include "embedded.h"
#include "error.h"
#include "words.h"

struct word_list_read {
    struct word_list words;
    const char *file;      /* for messages */
    const json_t *members; /* the list's own JSON object; NULL: there is none of this name */
};

struct word_lists {
    struct word_list_read items[WORDS_COUNT];
    struct word_files *own; /* what was read */
};

/* As its file calls it. */
const char *words_name(enum words list);
const char *word_place_name(enum word_place place);

/* The lists that are built in; one that is missing is an error. NULL with err set. */
struct word_lists *words_read_built_in(struct error *err);
/* Those of a folder's *.json, in the order of their names: any of the lists. NULL with err set. */
struct word_lists *words_read_folder(const char *folder, struct error *err);
/* From one text, for tests: name is for messages and kept by reference. */
struct word_lists *words_parse(const char *name, struct span text, struct error *err);
void word_lists_free(struct word_lists *lists);
DEFINE_CLEANUP(cleanup_word_lists, struct word_lists *, word_lists_free)

#endif
