/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include <string.h>

#include "json_in.h"
#include "limits.h"
#include "rules_read.h"
#include "xalloc.h"

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++) {
        pattern_free(rules->items[i].lazy->compiled);
        *rules->items[i].lazy = (struct lazy_pattern){0};
    }
    scanner_free(rules->scanner);
    marks_free(rules->marks);
    rule_files_free(rules->own);
    free(rules);
}

/* ---- matching ---- */

enum pattern_result rule_search(const struct rule *rule, struct span line)
{
    struct error ignored = {0};
    struct lazy_pattern *lazy = rule->lazy;

    if (!lazy || !*rule->pattern)
        return PATTERN_NO_MATCH;
    if (!lazy->compiled && !lazy->broken) {
        lazy->compiled = pattern_compile(span_string(rule->pattern), &ignored);
        lazy->broken = !lazy->compiled; /* --check-rules says why */
    }
    return lazy->broken ? PATTERN_NO_MATCH : pattern_search(lazy->compiled, line);
}

size_t rule_match_start(const struct rule *rule)
{
    return pattern_match_start(rule->lazy->compiled);
}

size_t rules_match(struct rules *rules, struct span line, const uint16_t *wanted, size_t count,
                   const struct rule **ret_hits)
{
    size_t found = 0;

    for (size_t i = 0; i < count && wanted[i] < rules->count; i++) {
        const struct rule *rule = &rules->items[wanted[i]];

        if (rule_search(rule, line) == PATTERN_MATCH)
            ret_hits[found++] = rule;
    }
    return found;
}

struct wanted {
    const struct mark_table *table;
    bool *by; /* each consumer */
};

static void on_mark(void *context, size_t mark, size_t end)
{
    struct wanted *wanted = context;

    (void)end;
    for (uint32_t i = wanted->table->first[mark]; i < wanted->table->first[mark + 1]; i++)
        wanted->by[wanted->table->consumers[i]] = true;
}

size_t rules_find(struct rules *rules, struct span line, const struct rule **ret_hits)
{
    CLEANUP(cleanup_free) bool *by = xcalloc(rules->table->consumer_most + 1, sizeof *by);
    struct wanted wanted = {rules->table, by};
    size_t found = 0;

    scanner_scan(rules->scanner, line, on_mark, &wanted);
    for (size_t i = 0; i < rules->count; i++) {
        if (by[i] && rule_search(&rules->items[i], line) == PATTERN_MATCH)
            ret_hits[found++] = &rules->items[i];
    }
    return found;
}

bool rule_yields_to(const struct rule *rule, const struct rule *other)
{
    if (!rule->yields_to)
        return false;
    for (const char *const *start = rule->yields_to; *start; start++) {
        if (span_starts_with(span_string(other->id), *start))
            return true;
    }
    return false;
}

static bool has_code(const int *codes, int code)
{
    while (*codes >= 0 && *codes != code)
        codes++;
    return *codes == code;
}

bool rule_knows_exit(const struct rule *rule, struct span command, int code)
{
    for (const struct rule_exit *exit = rule->exits; exit && exit->commands; exit++) {
        if (code < 0 || !has_code(exit->codes, code))
            continue;
        for (const char *const *name = exit->commands; *name; name++) {
            if (span_equal_string(command, *name) || strcmp(*name, "any") == 0)
                return true;
        }
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
