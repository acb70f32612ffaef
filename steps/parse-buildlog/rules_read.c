/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules_read.h"

#include <string.h>

#include "consumers.h"
#include "digest.h"
#include "embedded.h"
#include "json_in.h"
#include "limits.h"
#include "rule_folder.h"
#include "rule_members.h"
#include "xalloc.h"

struct rule_files {
    struct rule *rules;
    size_t count;
    size_t capacity;
    size_t part_count; /* of all rules */
    json_t **files;
    size_t file_count;
    size_t file_capacity;
    struct kept kept;
    struct hash *identity;
    size_t overriding; /* so many came from folders before: theirs are the ids that they have */
};

void rule_files_free(struct rule_files *all)
{
    if (!all)
        return;
    for (size_t i = 0; i < all->file_count; i++)
        json_decref(all->files[i]);
    kept_free(&all->kept);
    free(all->files);
    free(all->rules);
    hash_free(all->identity);
    free(all);
}
DEFINE_CLEANUP(cleanup_rule_files, struct rule_files *, rule_files_free)

static struct rule_files *files_new(void)
{
    struct rule_files *all = xcalloc(1, sizeof *all);

    all->identity = hash_new(DIGEST_SHA256);
    return all;
}

static bool is_overridden(const struct rule_files *all, const char *id)
{
    for (size_t i = 0; i < all->overriding; i++) {
        if (strcmp(all->rules[i].id, id) == 0)
            return true;
    }
    return false;
}

static bool add_rule(struct rule_files *all, const char *file, const json_t *members,
                     struct error *err)
{
    struct rule rule = {.file = file, .members = members};

    if (all->count == LIMIT_RULES)
        return error_set(err, ERROR_MALFORMED, "more than %d rules", LIMIT_RULES);
    if (!rule_members_read(&all->kept, &rule, err)) {
        return error_prefix(err, "rule '%s' in %s",
                            QUOTE(json_in_string_or(members, "id", "without id")), file);
    }
    if (is_overridden(all, rule.id))
        return true;
    all->part_count += rule.part_count;
    if (all->part_count > LIMIT_RULE_PARTS)
        return error_set(err, ERROR_MALFORMED, "the rules have more than %d alternatives",
                         LIMIT_RULE_PARTS);
    XGROW(all->rules, all->count, all->capacity);
    all->rules[all->count++] = rule;
    return true;
}

/* ---- files ---- */

static bool add_file(struct rule_files *all, const char *name, struct span text, struct error *err)
{
    json_t *file = json_in_parse(text, name, err);
    json_t *list;
    const json_t *members;
    size_t i;

    if (!file)
        return false;
    XGROW(all->files, all->file_count, all->file_capacity);
    all->files[all->file_count++] = file;
    hash_add(all->identity, text.data, text.len);
    if (!json_in_array(file, "rules", &list, err))
        return error_prefix(err, "%s", name);
    json_array_foreach (list, i, members) {
        if (!add_rule(all, name, members, err))
            return false;
    }
    return true;
}

/* The words by which ends are told are the same whatever rules are read; others may tell another outcome. */
static struct digest identify(struct rule_files *all)
{
    for (size_t i = 0; i < embedded_words_count; i++)
        hash_add(all->identity, embedded_words[i].bytes, embedded_words[i].size);
    return hash_finish(STEAL(all->identity));
}

static struct rules *finish_take(struct rule_files *all, struct error *err)
{
    CLEANUP(cleanup_rules) struct rules *rules = xcalloc(1, sizeof *rules);
    struct digest identity = identify(all);

    snprintf(rules->version, sizeof rules->version, "%.16s", DIGEST_HEX_TEXT(&identity));
    rules->items = all->rules;
    rules->count = all->count;
    rules->file_count = all->file_count;
    rules->own = all;
    rules->places = rules_place(rules->items, rules->count, &rules->place_count);
    rules->marks = marks_new();
    consumers_add_marks(rules->marks, rules->items, rules->count);
    rules->table = marks_table(rules->marks);
    rules->scanner = scanner_new(rules->table, err);
    return rules->scanner ? STEAL(rules) : NULL;
}

struct rules *rules_parse(const char *name, struct span text, struct error *err)
{
    CLEANUP(cleanup_rule_files) struct rule_files *all = files_new();

    return add_file(all, name, text, err) ? finish_take(STEAL(all), err) : NULL;
}

static bool add_built_in(struct rule_files *all, struct error *err)
{
    for (size_t i = 0; i < embedded_rules_count; i++) {
        const struct embedded_file *file = &embedded_rules[i];

        if (!add_file(all, file->name, span_of((const char *)file->bytes, file->size), err))
            return false;
    }
    return true;
}

struct rules *rules_read_built_in(struct error *err)
{
    CLEANUP(cleanup_rule_files) struct rule_files *all = files_new();

    return add_built_in(all, err) ? finish_take(STEAL(all), err) : NULL;
}

static bool add_file_of_folder(void *context, const char *name, struct span text, struct error *err)
{
    struct rule_files *all = context;

    return add_file(all, kept_take(&all->kept, xstrdup(name)), text, err);
}

static bool add_folder(struct rule_files *all, const char *folder, struct error *err)
{
    size_t count;

    if (!rule_folder_read(folder, add_file_of_folder, all, &count, err))
        return false;
    return count > 0 || error_set(err, ERROR_NO_INPUT, "no rules in '%s'", QUOTE(folder));
}

struct rules *rules_read_folder(const char *folder, struct error *err)
{
    CLEANUP(cleanup_rule_files) struct rule_files *all = files_new();

    return add_folder(all, folder, err) ? finish_take(STEAL(all), err) : NULL;
}

struct rules *rules_read_with(const char *const *folders, size_t count, struct error *err)
{
    CLEANUP(cleanup_rule_files) struct rule_files *all = files_new();

    for (size_t i = count; i > 0; i--) {
        if (!add_folder(all, folders[i - 1], err))
            return NULL;
        all->overriding = all->count;
    }
    return add_built_in(all, err) ? finish_take(STEAL(all), err) : NULL;
}
