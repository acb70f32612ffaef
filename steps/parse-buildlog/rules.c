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
        for (size_t k = 0; k < rules->items[i].part_count; k++) {
            struct lazy_pattern *lazy = rules->items[i].parts[k].lazy;

            pattern_free(lazy->compiled);
            *lazy = (struct lazy_pattern){0};
        }
    }
    free(rules->places);
    scanner_free(rules->scanner);
    marks_free(rules->marks);
    rule_files_free(rules->own);
    free(rules);
}

struct part_place *rules_place(const struct rule *rules, size_t count, size_t *ret_count)
{
    struct part_place *places;
    size_t n = 0;

    for (size_t i = 0; i < count; i++)
        n += rules[i].part_count;
    places = xcalloc(n + 1, sizeof *places);
    *ret_count = n;
    n = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < rules[i].part_count; k++)
            places[n++] = (struct part_place){(uint16_t)i, (uint16_t)k};
    }
    return places;
}

/* ---- matching ---- */

static enum pattern_result search(struct lazy_pattern *lazy, const char *pattern, struct span line)
{
    struct error ignored = {0};

    if (!lazy || !*pattern)
        return PATTERN_NO_MATCH;
    if (!lazy->compiled && !lazy->broken) {
        lazy->compiled = pattern_compile(span_string(pattern), &ignored);
        lazy->broken = !lazy->compiled; /* --check-rules says why */
    }
    return lazy->broken ? PATTERN_NO_MATCH : pattern_search(lazy->compiled, line);
}

enum pattern_result rule_search(const struct rule *rule, struct span line)
{
    return search(rule->lazy, rule->pattern, line);
}

/* One that is all of the pattern is searched for as that. */
static bool may_match(const struct rule *rule, const struct rule_part *part, struct span line)
{
    return part->lazy == rule->lazy || search(part->lazy, part->pattern, line) != PATTERN_NO_MATCH;
}

size_t rule_match_start(const struct rule *rule)
{
    return pattern_match_start(rule->lazy->compiled);
}

size_t rules_match(struct rules *rules, struct span line, const uint16_t *wanted, size_t count,
                   const struct rule **ret_hits)
{
    size_t found = 0;

    for (size_t i = 0; i < count && wanted[i] < rules->place_count; i++) {
        struct part_place place = rules->places[wanted[i]];
        const struct rule *rule = &rules->items[place.rule];

        if ((found && ret_hits[found - 1] == rule) ||
            !may_match(rule, &rule->parts[place.part], line))
            continue;
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
    CLEANUP(cleanup_free) uint16_t *wanted = xcalloc(rules->place_count + 1, sizeof *wanted);
    struct wanted marked = {rules->table, by};
    size_t count = 0;

    scanner_scan(rules->scanner, line, on_mark, &marked);
    for (size_t i = 0; i < rules->place_count; i++) {
        if (by[i])
            wanted[count++] = (uint16_t)i;
    }
    return rules_match(rules, line, wanted, count, ret_hits);
}

bool rule_yields_to(const struct rule *rule, const struct rule *other)
{
    if (!rule->yields_to || rule == other)
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
