/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule_members.h"

#include <stdlib.h>
#include <string.h>

#include "alternatives.h"
#include "json_in.h"
#include "limits.h"
#include "required.h"
#include "xalloc.h"

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
static const char *const *read_list(struct kept *kept, const json_t *members, const char *key)
{
    const json_t *list = json_object_get(members, key);
    const char **texts = kept_take(kept, xcalloc(json_array_size(list) + 1, sizeof *texts));
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
static const struct rule_lookup *read_lookup(struct kept *kept, const json_t *members)
{
    json_t *lookup = json_object_get(members, "lookup");
    struct rule_lookup *items = kept_take(kept, xcalloc(lookup_size(lookup) + 1, sizeof *items));
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
static const int *read_codes(struct kept *kept, const json_t *exit)
{
    const json_t *list = json_object_get(exit, "codes");
    int *codes = kept_take(kept, xcalloc(json_array_size(list) + 1, sizeof *codes));
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
static const struct rule_exit *read_exits(struct kept *kept, const json_t *members)
{
    const json_t *given = json_object_get(members, "exit");
    size_t most = json_is_object(given) ? 1 : json_array_size(given);
    struct rule_exit *exits = kept_take(kept, xcalloc(most + 1, sizeof *exits));

    for (size_t i = 0; i < most; i++) {
        const json_t *exit = json_is_object(given) ? given : json_array_get(given, i);

        exits[i].commands = read_list(kept, exit, "commands");
        exits[i].codes = read_codes(kept, exit);
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

static bool read_required(struct kept *kept, struct rule_part *part, struct error *err)
{
    struct text_set required = {0};
    const char **texts;

    if (!required_texts(span_string(part->pattern), &required, err))
        return false;
    texts = kept_take(kept, xcalloc(required.count + 1, sizeof *texts));
    for (size_t i = 0; i < required.count; i++)
        texts[i] = kept_take(kept, required.texts[i]);
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

/* A guess needs no fixed text; where it has one it is not compiled for the lines without. */
static bool read_parts(struct kept *kept, struct rule *rule, struct error *err)
{
    struct error unused = {0};
    struct span rest = span_string(rule->pattern);
    size_t count = count_alternatives(rest);
    struct rule_part *parts = kept_take(kept, xcalloc(count + 1, sizeof *parts));
    struct span one;

    rule->parts = parts;
    for (; alternatives_next(&rest, &one); parts++) {
        parts->pattern = kept_take(kept, xmemdup0(one.data, one.len));
        parts->lazy = kept_take(kept, xcalloc(1, sizeof *parts->lazy));
        if (!read_required(kept, parts, rule->guess ? &unused : err)) {
            if (!rule->guess)
                return false;
            parts->required = read_list(kept, NULL, "");
        }
    }
    rule->part_count = count;
    return true;
}

bool rule_members_read(struct kept *kept, struct rule *rule, struct error *err)
{
    const json_t *members = rule->members;

    rule->generic = json_in_bool_or(members, "generic", false);
    rule->proves = json_in_bool_or(members, "proves_failure", false);
    rule->first = strcmp(json_in_string_or(members, "prefer", "last"), "first") == 0;
    rule->innermost = strcmp(json_in_string_or(members, "chain", ""), "innermost") == 0;
    rule->guess = json_in_bool_or(members, "guess", false);
    rule->missing = json_in_string_or(members, "missing", NULL);
    rule->base = json_in_string_or(members, "base", NULL);
    rule->instead_of = read_list(kept, members, "instead_of");
    rule->exits = read_exits(kept, members);
    rule->tools = read_list(kept, members, "tools");
    rule->yields_to = read_list(kept, members, "yields_to");
    rule->gate = tools_of_names(rule->tools);
    rule->lookup = read_lookup(kept, members);
    rule->matched = kept_take(kept, xcalloc(1, sizeof *rule->matched));
    return read_texts(rule, err) && read_rank(rule, err) && read_pattern(rule, err) &&
           read_parts(kept, rule, err);
}
