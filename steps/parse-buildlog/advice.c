/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of rules with their {placeholders} filled in. */
#include <string.h>

#include "debian.h"
#include "json_in.h"
#include "rules.h"

/* What the rule's lookup has under name for a group's value; "openssl/" ends with its slash. */
static const char *find_text(const struct rule *rule, const char *group, struct span value,
                             struct span name)
{
    for (const struct rule_lookup *entry = rule->lookup; entry->group; entry++) {
        if (strcmp(entry->group, group) == 0 && span_equal_string(value, entry->value) &&
            span_equal_string(name, entry->name))
            return entry->text;
    }
    return NULL;
}

/* For the value as it is, without its folders, or for a folder of it with its slash. */
static const char *find_value(const struct rule *rule, const char *group, struct span value,
                              struct span name)
{
    const char *text = find_text(rule, group, value, name);
    size_t base = span_find_last_byte(value, '/');

    if (!text && base < value.len)
        text = find_text(rule, group, span_skip(value, base + 1), name);
    for (size_t i = 0; !text && i < value.len; i++) {
        if (value.data[i] == '/')
            text = find_text(rule, group, span_head(value, i + 1), name);
    }
    return text;
}

static const char *look_up(const struct rule *rule, const json_t *groups, struct span name)
{
    const char *done = "";

    for (const struct rule_lookup *entry = rule->lookup; entry->group; entry++) {
        const char *text;

        if (strcmp(entry->group, done) == 0)
            continue;
        done = entry->group;
        text = find_value(rule, done, json_in_span_or_empty(groups, done), name);
        if (text)
            return text;
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
    return json_is_string(group) ? json_string_value(group) : look_up(rule, groups, name);
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

/* ---- what Debian has ---- */

/* The package of the first of these kinds that has the value; of a command's path the name counts. */
static struct span debian_of(const char *kinds, struct span value)
{
    struct span rest = span_string(kinds);
    struct span kind;
    size_t slash = span_find_last_byte(value, '/');

    while (span_split(&rest, ' ', &kind)) {
        STRBUF_AUTO(name, 32);
        bool is_command = span_equal_string(kind, "command");
        struct span found;

        strbuf_add_span(&name, kind);
        found =
            debian_package(name.data,
                           is_command && slash < value.len ? span_skip(value, slash + 1) : value);
        if (found.len)
            return found;
    }
    return span_of(NULL, 0);
}

/* {"hdr": {"*": {"debian": "header"}}}: for any value, what packages/debian.tsv has of that kind. */
static void add_debian(const struct rule *rule, const json_t *groups, struct strbuf *out)
{
    for (const struct rule_lookup *entry = rule->lookup; entry->group; entry++) {
        struct span package = {0};

        if (strcmp(entry->value, "*") == 0 && strcmp(entry->name, "debian") == 0)
            package = debian_of(entry->text, json_in_span_or_empty(groups, entry->group));
        if (!package.len)
            continue;
        strbuf_addf(out, " On Debian and Ubuntu it is in %.*s (apt-get install -y %.*s).",
                    SPAN_ARG(package), SPAN_ARG(package));
        return;
    }
}

void rule_advice(const struct rule *rule, const json_t *groups, struct strbuf *out)
{
    size_t before = out->len;

    if (!fill(rule, rule->advice, groups, out) && rule->advice_otherwise)
        fill(rule, rule->advice_otherwise, groups, out);
    if (out->len > before && !look_up(rule, groups, SPAN_LITERAL("apt")))
        add_debian(rule, groups, out);
}
