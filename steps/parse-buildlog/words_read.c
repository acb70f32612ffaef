/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words_read.h"

#include <string.h>

#include "json_in.h"
#include "kept.h"
#include "limits.h"
#include "rule_folder.h"
#include "xalloc.h"

struct word_files {
    json_t **files;
    size_t count;
    size_t capacity;
    struct kept kept;
};

static const char *const list_names[WORDS_COUNT] = {
    [WORDS_DONE] = "done",
    [WORDS_PASSED] = "passed",
    [WORDS_TESTS_PASSED] = "tests-passed",
    [WORDS_FAILED] = "failed",
    [WORDS_FATAL] = "fatal",
    [WORDS_EITHER] = "either",
    [WORDS_OPEN] = "open",
    [WORDS_WAITS] = "waits",
    [WORDS_LIMIT] = "limit",
    [WORDS_STATEMENT] = "statement",
    [WORDS_TRAP] = "trap",
    [WORDS_BEGINS] = "begins",
    [WORDS_LETS_PASS] = "lets-pass",
    [WORDS_TELLS_NOTHING] = "tells-nothing",
    [WORDS_GO_PROGRESS] = "go-progress",
    [WORDS_MORE] = "more",
    [WORDS_CLOSING] = "closing",
    [WORDS_DIFFERENCE] = "difference",
    [WORDS_ADVICE] = "advice",
    [WORDS_USAGE] = "usage",
    [WORDS_NAMED_ERROR] = "named-error",
    [WORDS_ERROR] = "error",
    [WORDS_CROSSED] = "crossed",
    [WORDS_DOUBT] = "doubt",
    [WORDS_HARMLESS] = "harmless",
    [WORDS_REMARK] = "remark",
    [WORDS_REFUSAL] = "refusal",
    [WORDS_RUNTIME] = "runtime",
};

const char *words_name(enum words list)
{
    return list_names[list];
}

const char *word_place_name(enum word_place place)
{
    static const char *const names[WORD_PLACES] = {[WORD_STARTS] = "starts",
                                                   [WORD_CONTAINS] = "contains",
                                                   [WORD_ENDS] = "ends",
                                                   [WORD_EQUALS] = "equals"};

    return names[place];
}

void word_lists_free(struct word_lists *lists)
{
    if (!lists)
        return;
    for (size_t i = 0; i < lists->own->count; i++)
        json_decref(lists->own->files[i]);
    free(lists->own->files);
    kept_free(&lists->own->kept);
    free(lists->own);
    free(lists);
}

static struct word_lists *lists_new(void)
{
    struct word_lists *lists = xcalloc(1, sizeof *lists);

    lists->own = xcalloc(1, sizeof *lists->own);
    return lists;
}

/* ---- one list ---- */

/* Of nothing would be found in any line, and a NUL would end it. */
static bool is_word(const json_t *value)
{
    return json_string_length(value) > 0 &&
           strlen(json_string_value(value)) == json_string_length(value);
}

/* The words of a place, which may have none. */
static bool read_words(struct kept *kept, const json_t *members, enum word_place place,
                       const char *const **ret, struct error *err)
{
    const json_t *words = json_object_get(members, word_place_name(place));
    const char **texts = kept_take(kept, xcalloc(json_array_size(words) + 1, sizeof *texts));
    const json_t *word;
    size_t i;

    *ret = texts;
    if (words && json_array_size(words) == 0)
        return error_set(err, ERROR_MALFORMED, "'%s' is no array with words",
                         word_place_name(place));
    if (json_array_size(words) > LIMIT_LIST_WORDS)
        return error_set(err, ERROR_MALFORMED, "'%s' has more than %d words",
                         word_place_name(place), LIMIT_LIST_WORDS);
    json_array_foreach (words, i, word) {
        if (!is_word(word))
            return error_set(err, ERROR_MALFORMED, "'%s' has what is no word, or an empty one",
                             word_place_name(place));
        texts[i] = json_string_value(word);
    }
    return true;
}

static bool read_list(struct kept *kept, struct word_list_read *list, struct error *err)
{
    bool some = false;

    for (int place = 0; place < WORD_PLACES; place++) {
        if (!read_words(kept, list->members, (enum word_place)place, &list->words.at[place], err))
            return false;
        some |= *list->words.at[place] != NULL;
    }
    return some || error_set(err, ERROR_MALFORMED, "it has no words");
}

/* The place of the list that is called so, which nothing was read for yet; NULL with err set. */
static struct word_list_read *place_of(struct word_lists *lists, const char *name,
                                       struct error *err)
{
    int i = 0;

    while (i < WORDS_COUNT && strcmp(list_names[i], name) != 0)
        i++;
    if (i == WORDS_COUNT) {
        error_set(err, ERROR_MALFORMED, "no list is called so");
        return NULL;
    }
    if (lists->items[i].members) {
        error_set(err, ERROR_MALFORMED, "it is in %s already", lists->items[i].file);
        return NULL;
    }
    return &lists->items[i];
}

static bool add_list(struct word_lists *lists, const char *file, const json_t *members,
                     struct error *err)
{
    const char *name = json_in_string_or(members, "name", "");
    struct word_list_read *list = place_of(lists, name, err);

    if (list) {
        list->file = file;
        list->members = members;
    }
    return (list && read_list(&lists->own->kept, list, err)) ||
           error_prefix(err, "list '%s' in %s", QUOTE(name), file);
}

/* ---- files ---- */

static bool add_file(struct word_lists *lists, const char *name, struct span text,
                     struct error *err)
{
    struct word_files *own = lists->own;
    json_t *file = json_in_parse(text, name, err);
    json_t *list;
    const json_t *members;
    size_t i;

    if (!file)
        return false;
    XGROW(own->files, own->count, own->capacity);
    own->files[own->count++] = file;
    if (!json_in_array(file, "lists", &list, err))
        return error_prefix(err, "%s", name);
    json_array_foreach (list, i, members) {
        if (!add_list(lists, name, members, err))
            return false;
    }
    return true;
}

static bool add_built_in(struct word_lists *lists, struct error *err)
{
    for (size_t i = 0; i < embedded_words_count; i++) {
        const struct embedded_file *file = &embedded_words[i];

        if (!add_file(lists, file->name, span_of((const char *)file->bytes, file->size), err))
            return false;
    }
    for (int i = 0; i < WORDS_COUNT; i++) {
        if (!lists->items[i].members)
            return error_set(err, ERROR_BUG, "the list of words '%s' is missing", list_names[i]);
    }
    return true;
}

struct word_lists *words_read_built_in(struct error *err)
{
    CLEANUP(cleanup_word_lists) struct word_lists *lists = lists_new();

    return add_built_in(lists, err) ? STEAL(lists) : NULL;
}

static bool add_file_of_folder(void *context, const char *name, struct span text, struct error *err)
{
    struct word_lists *lists = context;

    return add_file(lists, kept_take(&lists->own->kept, xstrdup(name)), text, err);
}

struct word_lists *words_read_folder(const char *folder, struct error *err)
{
    CLEANUP(cleanup_word_lists) struct word_lists *lists = lists_new();
    size_t count;

    if (!rule_folder_read(folder, add_file_of_folder, lists, &count, err))
        return NULL;
    if (count == 0) {
        error_set(err, ERROR_NO_INPUT, "no lists of words in '%s'", QUOTE(folder));
        return NULL;
    }
    return STEAL(lists);
}

struct word_lists *words_parse(const char *name, struct span text, struct error *err)
{
    CLEANUP(cleanup_word_lists) struct word_lists *lists = lists_new();

    return add_file(lists, name, text, err) ? STEAL(lists) : NULL;
}
