/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "digest.h"
#include "json_in.h"
#include "limits.h"
#include "stream.h"
#include "xalloc.h"

static struct rules *rules_new(void)
{
    struct rules *rules = xcalloc(1, sizeof *rules);

    rules->identity = sha256_new();
    return rules;
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++) {
        pattern_free(rules->items[i].lazy->compiled);
        free(rules->items[i].lazy);
        required_release(&rules->items[i].required);
    }
    for (size_t i = 0; i < rules->name_count; i++)
        free(rules->names[i]);
    free(rules->names);
    free(rules->candidates);
    for (size_t i = 0; i < rules->file_count; i++)
        json_decref(rules->files[i]);
    free(rules->items);
    free(rules->files);
    literals_free(rules->literals);
    sha256_free(rules->identity);
    free(rules);
}

/* ---- one rule ---- */

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
    struct span ignored;

    if (!json_in_string(object, key, &ignored, err))
        return false;
    *ret = json_in_string_or(object, key, "");
    return true;
}

static bool read_members(struct rule *rule, struct error *err)
{
    const json_t *members = rule->members;

    rule->advice_otherwise = json_in_string_or(members, "advice_otherwise", NULL);
    rule->generic = json_in_bool_or(members, "generic", false);
    rule->proves = json_in_bool_or(members, "proves_failure", false);
    rule->begins_secret = json_in_bool_or(members, "begins_secret", false);
    rule->first = strcmp(json_in_string_or(members, "prefer", "last"), "first") == 0;
    return read_string(members, "id", &rule->id, err) &&
           read_string(members, "title", &rule->title, err) &&
           read_string(members, "stage", &rule->stage, err) &&
           read_string(members, "advice", &rule->advice, err) && read_rank(rule, err) &&
           json_in_string(members, "pattern", &rule->pattern, err);
}

static bool add_rule(struct rules *rules, const char *file, const json_t *members,
                     struct error *err)
{
    struct rule rule = {.file = file, .members = members};

    if (rules->count == LIMIT_RULES)
        return error_set(err, ERROR_MALFORMED, "more than %d rules", LIMIT_RULES);
    if (!read_members(&rule, err)) {
        return error_prefix(err, "rule '%s' in %s",
                            QUOTE(json_in_string_or(members, "id", "without id")), file);
    }
    rule.lazy = xcalloc(1, sizeof *rule.lazy);
    XGROW(rules->items, rules->count, rules->capacity);
    rules->items[rules->count++] = rule;
    return true;
}

/* ---- files ---- */

static bool add_file(struct rules *rules, const char *name, struct span text, struct error *err)
{
    json_t *file = json_in_parse(text, name, err);
    json_t *list;
    const json_t *members;
    size_t i;

    if (!file)
        return false;
    XGROW(rules->files, rules->file_count, rules->file_capacity);
    rules->files[rules->file_count++] = file;
    sha256_add(rules->identity, text.data, text.len);
    if (!json_in_array(file, "rules", &list, err))
        return error_prefix(err, "%s", name);
    json_array_foreach (list, i, members) {
        if (!add_rule(rules, name, members, err))
            return false;
    }
    return true;
}

/* ---- all of them ---- */

static bool index_rules(struct rules *rules, struct error *err)
{
    rules->literals = literals_new(rules->count);
    rules->candidates = xcalloc(rules->count + 1, sizeof *rules->candidates);
    for (size_t i = 0; i < rules->count; i++) {
        struct rule *rule = &rules->items[i];

        if (!required_texts(rule->pattern, &rule->required, err))
            return error_prefix(err, "rule '%s' in %s", QUOTE(rule->id), rule->file);
        for (size_t j = 0; j < rule->required.count; j++)
            literals_add(rules->literals, span_string(rule->required.texts[j]), i);
    }
    return true;
}

static bool finish(struct rules *rules, struct error *err)
{
    struct digest identity = sha256_finish(STEAL(rules->identity));

    snprintf(rules->version, sizeof rules->version, "%.16s", DIGEST_HEX_TEXT(&identity));
    return index_rules(rules, err);
}

struct rules *rules_parse(const char *name, struct span text, struct error *err)
{
    CLEANUP(cleanup_rules) struct rules *rules = rules_new();

    if (!add_file(rules, name, text, err) || !finish(rules, err))
        return NULL;
    return STEAL(rules);
}

struct rules *rules_load(struct error *err)
{
    CLEANUP(cleanup_rules) struct rules *rules = rules_new();

    for (size_t i = 0; i < embedded_rules_count; i++) {
        const struct embedded_rules *file = &embedded_rules[i];

        if (!add_file(rules, file->name, span_of((const char *)file->bytes, file->size), err))
            return NULL;
    }
    return finish(rules, err) ? STEAL(rules) : NULL;
}

static bool add_path(struct rules *rules, const char *folder, const char *name, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    CLEANUP(cleanup_stream) struct stream *in = stream_open_file(path, err);
    STRBUF_AUTO(text, LIMIT_RULE_FILE);

    if (!in || !stream_read_all(in, &text, path, err))
        return false;
    XGROW(rules->names, rules->name_count, rules->name_capacity);
    rules->names[rules->name_count++] = xstrdup(name);
    return add_file(rules, rules->names[rules->name_count - 1], strbuf_span(&text), err);
}

static int is_rule_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && span_ends_with(span_string(entry->d_name), ".json");
}

struct rules *rules_load_folder(const char *folder, struct error *err)
{
    CLEANUP(cleanup_rules) struct rules *rules = rules_new();
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_rule_file, alphasort);
    bool good = true;

    if (count < 0) {
        error_set_errno(err, errno, "cannot read the folder '%s'", QUOTE(folder));
        return NULL;
    }
    for (int i = 0; i < count; i++) {
        good = good && add_path(rules, folder, entries[i]->d_name, err);
        free(entries[i]);
    }
    free(entries);
    if (good && rules->count == 0)
        good = error_set(err, ERROR_NO_INPUT, "no rules in '%s'", QUOTE(folder));
    return good && finish(rules, err) ? STEAL(rules) : NULL;
}

/* ---- matching ---- */

enum pattern_result rule_search(const struct rule *rule, struct span line)
{
    struct error ignored = {0};
    struct lazy_pattern *lazy = rule->lazy;

    if (!lazy)
        return PATTERN_NO_MATCH;
    if (!lazy->compiled && !lazy->broken) {
        lazy->compiled = pattern_compile(rule->pattern, &ignored);
        lazy->broken = !lazy->compiled; /* --check-rules says why */
    }
    return lazy->broken ? PATTERN_NO_MATCH : pattern_search(lazy->compiled, line);
}

size_t rule_match_start(const struct rule *rule)
{
    return pattern_match_start(rule->lazy->compiled);
}

size_t rules_find(struct rules *rules, struct span line, struct rule **ret_hits)
{
    size_t found = literals_find(rules->literals, line, rules->candidates);
    size_t count = 0;

    for (size_t i = 0; i < found; i++) {
        struct rule *rule = &rules->items[rules->candidates[i]];

        if (rule_search(rule, line) == PATTERN_MATCH)
            ret_hits[count++] = rule;
    }
    return count;
}

bool rule_yields_to(const struct rule *rule, const struct rule *other)
{
    const json_t *list = json_object_get(rule->members, "yields_to");
    const json_t *start;
    size_t i;

    json_array_foreach (list, i, start) {
        if (json_is_string(start) &&
            span_starts_with(span_string(other->id), json_string_value(start)))
            return true;
    }
    return false;
}

json_t *rule_groups(const struct rule *rule, struct span line)
{
    json_t *groups = json_new_object();
    const char *name;
    struct span value;
    size_t index = 0;

    if (rule_search(rule, line) != PATTERN_MATCH)
        return groups;
    while (pattern_next_group(rule->lazy->compiled, line, &index, &name, &value))
        json_put_string(groups, name, span_head(value, LIMIT_LOG_EXCERPT_LINE));
    return groups;
}
