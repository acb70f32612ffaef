/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of rules with their {placeholders} filled in. */
#include <string.h>

#include "json_in.h"
#include "rules.h"

/* The entry of table for value: whole, without its folders, or by a folder of it with its slash ("openssl/"). */
static const json_t *find_entry(const json_t *table, const char *value)
{
    const json_t *entry = json_object_get(table, value);
    const char *base = strrchr(value, '/');

    if (!entry && base)
        entry = json_object_get(table, base + 1);
    for (const char *slash = strchr(value, '/'); !entry && slash; slash = strchr(slash + 1, '/')) {
        char folder[128];
        size_t n = (size_t)(slash - value) + 1;

        if (n >= sizeof folder)
            break;
        memcpy(folder, value, n);
        folder[n] = '\0';
        entry = json_object_get(table, folder);
    }
    return entry;
}

/* What the rule knows under name for the value of one of its groups: {"hdr": {"ffi.h": {"apt": "libffi-dev"}}}. */
static const char *look_up(const struct rule *rule, const json_t *groups, const char *name)
{
    json_t *lookup = json_object_get(rule->members, "lookup");
    const char *group;
    json_t *table;

    json_object_foreach (lookup, group, table) {
        const char *value = json_in_string_or(groups, group, "");
        const json_t *known = json_object_get(find_entry(table, value), name);

        if (json_is_string(known))
            return json_string_value(known);
    }
    return NULL;
}

static const char *value_of(const struct rule *rule, const json_t *groups, struct span name)
{
    char key[64];
    const json_t *group;

    if (name.len >= sizeof key)
        return NULL;
    memcpy(key, name.data, name.len);
    key[name.len] = '\0';
    group = json_object_get(groups, key);
    return json_is_string(group) ? json_string_value(group) : look_up(rule, groups, key);
}

/* False when a placeholder has no value; then out is as before. */
static bool fill(const struct rule *rule, const char *text, const json_t *groups,
                 struct strbuf *out)
{
    struct span rest = span_string(text);
    size_t before = out->len;

    while (rest.len) {
        size_t open = span_find_byte(rest, '{');
        struct span name = span_skip(rest, open + 1);
        const char *value;

        strbuf_add_span(out, span_head(rest, open));
        if (open == rest.len)
            break;
        rest = span_skip(name, span_find_byte(name, '}') + 1);
        name = span_head(name, span_find_byte(name, '}'));
        value = value_of(rule, groups, name);
        if (!value) {
            strbuf_truncate(out, before);
            return false;
        }
        strbuf_add_string(out, value);
    }
    return true;
}

void rule_title(const struct rule *rule, const json_t *groups, struct strbuf *out)
{
    if (!fill(rule, rule->title, groups, out))
        strbuf_add_string(out, rule->id);
}

void rule_advice(const struct rule *rule, const json_t *groups, struct strbuf *out)
{
    if (!fill(rule, rule->advice, groups, out) && rule->advice_otherwise)
        fill(rule, rule->advice_otherwise, groups, out);
}
