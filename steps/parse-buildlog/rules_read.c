/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules_read.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "alternatives.h"
#include "consumers.h"
#include "digest.h"
#include "json_in.h"
#include "limits.h"
#include "required.h"
#include "stream.h"
#include "xalloc.h"

struct rule_files {
    struct rule *rules;
    size_t count;
    size_t capacity;
    size_t part_count; /* of all rules */
    json_t **files;
    size_t file_count;
    size_t file_capacity;
    char **names; /* of files that were read from a folder */
    size_t name_count;
    size_t name_capacity;
    void **kept; /* lists of the rules */
    size_t kept_count;
    size_t kept_capacity;
    struct sha256 *identity;
    bool unique; /* a rule whose id is there already is passed over */
};

void rule_files_free(struct rule_files *all)
{
    if (!all)
        return;
    for (size_t i = 0; i < all->kept_count; i++)
        free(all->kept[i]);
    for (size_t i = 0; i < all->name_count; i++)
        free(all->names[i]);
    for (size_t i = 0; i < all->file_count; i++)
        json_decref(all->files[i]);
    free(all->kept);
    free(all->names);
    free(all->files);
    free(all->rules);
    sha256_free(all->identity);
    free(all);
}
DEFINE_CLEANUP(cleanup_rule_files, struct rule_files *, rule_files_free)

static struct rule_files *files_new(void)
{
    struct rule_files *all = xcalloc(1, sizeof *all);

    all->identity = sha256_new();
    return all;
}

static void *keep(struct rule_files *all, void *memory)
{
    XGROW(all->kept, all->kept_count, all->kept_capacity);
    all->kept[all->kept_count++] = memory;
    return memory;
}

/* ---- one rule's members ---- */

static bool read_rank(struct rule *rule, struct error *err)
{
    static const char *const names[] = {
        [RANK_NOISE] = "noise", [RANK_WRAPPER] = "wrapper", [RANK_ROOT] = "root"};
    const char *rank = json_in_string_or(rule->members, "rank", "");

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(rank, names[i]) == 0) {
            rule->rank = (enum rule_rank)i;
            return true;
        }
    }
    return error_set(err, ERROR_MALFORMED, "'rank' is not root, wrapper or noise");
}

static bool read_string(const json_t *object, const char *key, const char **ret, struct error *err)
{
    struct span text;

    if (!json_in_string(object, key, &text, err))
        return false;
    if (span_find_byte(text, '\0') < text.len)
        return error_set(err, ERROR_MALFORMED, "'%s' holds a NUL", key);
    *ret = json_in_string_or(object, key, "");
    return true;
}

/* The strings of an array, which may be missing; other values are left to --check-rules. */
static const char *const *read_list(struct rule_files *all, const json_t *members, const char *key)
{
    const json_t *list = json_object_get(members, key);
    const char **texts = keep(all, xcalloc(json_array_size(list) + 1, sizeof *texts));
    size_t count = 0;
    const json_t *text;
    size_t i;

    json_array_foreach (list, i, text) {
        if (json_is_string(text))
            texts[count++] = json_string_value(text);
    }
    return texts;
}

static size_t lookup_size(json_t *lookup)
{
    const char *group;
    const char *value;
    json_t *table;
    json_t *entry;
    size_t count = 0;

    json_object_foreach (lookup, group, table) {
        json_object_foreach (table, value, entry)
            count += json_object_size(entry);
    }
    return count;
}

static size_t add_lookup(struct rule_lookup *to, const char *group, const char *value,
                         json_t *entry)
{
    const char *name;
    json_t *text;
    size_t count = 0;

    json_object_foreach (entry, name, text) {
        if (json_is_string(text))
            to[count++] = (struct rule_lookup){group, value, name, json_string_value(text)};
    }
    return count;
}

/* {"hdr": {"ffi.h": {"apt": "libffi-dev"}}} */
static const struct rule_lookup *read_lookup(struct rule_files *all, const json_t *members)
{
    json_t *lookup = json_object_get(members, "lookup");
    struct rule_lookup *items = keep(all, xcalloc(lookup_size(lookup) + 1, sizeof *items));
    size_t count = 0;
    const char *group;
    const char *value;
    json_t *table;
    json_t *entry;

    json_object_foreach (lookup, group, table) {
        json_object_foreach (table, value, entry)
            count += add_lookup(items + count, group, value, entry);
    }
    return items;
}

/* "codes", without what is no exit status. */
static const int *read_codes(struct rule_files *all, const json_t *exit)
{
    const json_t *list = json_object_get(exit, "codes");
    int *codes = keep(all, xcalloc(json_array_size(list) + 1, sizeof *codes));
    size_t count = 0;
    const json_t *code;
    size_t i;

    json_array_foreach (list, i, code) {
        json_int_t value = json_integer_value(code);

        if (value > 0 && value < 256)
            codes[count++] = (int)value;
    }
    codes[count] = -1;
    return codes;
}

/* {"commands": ["curl"], "codes": [22]}, or a list of such. */
static const struct rule_exit *read_exits(struct rule_files *all, const json_t *members)
{
    const json_t *given = json_object_get(members, "exit");
    size_t most = json_is_object(given) ? 1 : json_array_size(given);
    struct rule_exit *exits = keep(all, xcalloc(most + 1, sizeof *exits));

    for (size_t i = 0; i < most; i++) {
        const json_t *exit = json_is_object(given) ? given : json_array_get(given, i);

        exits[i].commands = read_list(all, exit, "commands");
        exits[i].codes = read_codes(all, exit);
    }
    return exits;
}

/* It is printed as it stands, everywhere. */
static bool read_id(struct rule *rule, struct error *err)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-.";

    if (!read_string(rule->members, "id", &rule->id, err))
        return false;
    return (*rule->id && rule->id[strspn(rule->id, allowed)] == '\0') ||
           error_set(err, ERROR_MALFORMED, "an id has a-z, 0-9, '-' and '.' alone");
}

static bool read_texts(struct rule *rule, struct error *err)
{
    const json_t *members = rule->members;

    rule->advice_otherwise = json_in_string_or(members, "advice_otherwise", NULL);
    return read_id(rule, err) && read_string(members, "title", &rule->title, err) &&
           read_string(members, "stage", &rule->stage, err) &&
           read_string(members, "advice", &rule->advice, err);
}

/* A rule about silent steps alone has no pattern. */
static bool read_pattern(struct rule *rule, struct error *err)
{
    rule->pattern = "";
    if (rule->exits->commands && !json_object_get(rule->members, "pattern"))
        return true;
    return read_string(rule->members, "pattern", &rule->pattern, err);
}

static bool read_required(struct rule_files *all, struct rule_part *part, struct error *err)
{
    struct text_set required = {0};
    const char **texts;

    if (!required_texts(span_string(part->pattern), &required, err))
        return false;
    texts = keep(all, xcalloc(required.count + 1, sizeof *texts));
    for (size_t i = 0; i < required.count; i++)
        texts[i] = keep(all, required.texts[i]);
    free(required.texts);
    part->required = texts;
    return true;
}

static size_t count_alternatives(struct span pattern)
{
    struct span one;
    size_t count = 0;

    while (alternatives_next(&pattern, &one))
        count++;
    return count;
}

static bool read_parts(struct rule_files *all, struct rule *rule, struct error *err)
{
    struct span rest = span_string(rule->pattern);
    size_t count = count_alternatives(rest);
    struct rule_part *parts = keep(all, xcalloc(count + 1, sizeof *parts));
    struct span one;

    rule->parts = parts;
    for (; alternatives_next(&rest, &one); parts++) {
        parts->pattern = keep(all, xmemdup0(one.data, one.len));
        parts->lazy = keep(all, xcalloc(1, sizeof *parts->lazy));
        if (!read_required(all, parts, err))
            return false;
    }
    rule->part_count = count;
    all->part_count += count;
    return all->part_count <= LIMIT_RULE_PARTS ||
           error_set(err, ERROR_MALFORMED, "the rules have more than %d alternatives",
                     LIMIT_RULE_PARTS);
}

static bool read_rule(struct rule_files *all, struct rule *rule, struct error *err)
{
    const json_t *members = rule->members;

    rule->generic = json_in_bool_or(members, "generic", false);
    rule->proves = json_in_bool_or(members, "proves_failure", false);
    rule->first = strcmp(json_in_string_or(members, "prefer", "last"), "first") == 0;
    rule->innermost = strcmp(json_in_string_or(members, "chain", ""), "innermost") == 0;
    rule->missing = json_in_string_or(members, "missing", NULL);
    rule->base = json_in_string_or(members, "base", NULL);
    rule->instead_of = read_list(all, members, "instead_of");
    rule->exits = read_exits(all, members);
    rule->tools = read_list(all, members, "tools");
    rule->yields_to = read_list(all, members, "yields_to");
    rule->gate = tools_of_names(rule->tools);
    rule->lookup = read_lookup(all, members);
    rule->matched = keep(all, xcalloc(1, sizeof *rule->matched));
    return read_texts(rule, err) && read_rank(rule, err) && read_pattern(rule, err) &&
           read_parts(all, rule, err);
}

static bool has_rule(const struct rule_files *all, const char *id)
{
    for (size_t i = 0; i < all->count; i++) {
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
    if (!read_rule(all, &rule, err)) {
        return error_prefix(err, "rule '%s' in %s",
                            QUOTE(json_in_string_or(members, "id", "without id")), file);
    }
    if (all->unique && has_rule(all, rule.id))
        return true;
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
    sha256_add(all->identity, text.data, text.len);
    if (!json_in_array(file, "rules", &list, err))
        return error_prefix(err, "%s", name);
    json_array_foreach (list, i, members) {
        if (!add_rule(all, name, members, err))
            return false;
    }
    return true;
}

static struct rules *finish_take(struct rule_files *all, struct error *err)
{
    CLEANUP(cleanup_rules) struct rules *rules = xcalloc(1, sizeof *rules);
    struct digest identity = sha256_finish(STEAL(all->identity));

    snprintf(rules->version, sizeof rules->version, "%.16s", DIGEST_HEX_TEXT(&identity));
    rules->items = all->rules;
    rules->count = all->count;
    rules->file_count = all->file_count;
    rules->own = all;
    rules->places = rules_place(rules->items, rules->count, &rules->place_count);
    rules->marks = consumers_marks(rules->items, rules->count);
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
        const struct embedded_rules *file = &embedded_rules[i];

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

static int is_rule_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && span_ends_with(span_string(entry->d_name), ".json");
}

/* A pipe of that name would be waited for. */
static bool is_regular(const char *path, struct error *err)
{
    struct stat found;

    if (stat(path, &found) != 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    return S_ISREG(found.st_mode) ||
           error_set(err, ERROR_MALFORMED, "'%s' is not a regular file", QUOTE(path));
}

static bool add_path(struct rule_files *all, const char *folder, const char *name,
                     struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    CLEANUP(cleanup_stream)
    struct stream *in = is_regular(path, err) ? stream_open_file(path, err) : NULL;
    STRBUF_AUTO(text, LIMIT_RULE_FILE);

    if (!in || !stream_read_all(in, &text, path, err))
        return false;
    XGROW(all->names, all->name_count, all->name_capacity);
    all->names[all->name_count++] = xstrdup(name);
    return add_file(all, all->names[all->name_count - 1], strbuf_span(&text), err);
}

static bool add_folder(struct rule_files *all, const char *folder, struct error *err)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_rule_file, alphasort);
    size_t before = all->file_count;
    bool good = true;

    if (count < 0)
        return error_set_errno(err, errno, "cannot read the folder '%s'", QUOTE(folder));
    for (int i = 0; i < count; i++) {
        good = good && add_path(all, folder, entries[i]->d_name, err);
        free(entries[i]);
    }
    free(entries);
    if (good && all->file_count == before)
        return error_set(err, ERROR_NO_INPUT, "no rules in '%s'", QUOTE(folder));
    return good;
}

struct rules *rules_read_folder(const char *folder, struct error *err)
{
    CLEANUP(cleanup_rule_files) struct rule_files *all = files_new();

    return add_folder(all, folder, err) ? finish_take(STEAL(all), err) : NULL;
}

struct rules *rules_read_with(const char *const *folders, size_t count, struct error *err)
{
    CLEANUP(cleanup_rule_files) struct rule_files *all = files_new();

    all->unique = true;
    for (size_t i = count; i > 0; i--) {
        if (!add_folder(all, folders[i - 1], err))
            return NULL;
    }
    return add_built_in(all, err) ? finish_take(STEAL(all), err) : NULL;
}
