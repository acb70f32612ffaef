/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include <string.h>

#include "json_in.h"
#include "limits.h"
#include "rules_read.h"
#include "xalloc.h"

static void forget(const struct rule *rule)
{
    *rule->matched = NULL;
    for (size_t i = 0; i < rule->part_count; i++) {
        struct lazy_pattern *lazy = rule->parts[i].lazy;

        pattern_free(lazy->compiled);
        *lazy = (struct lazy_pattern){0};
    }
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++)
        forget(&rules->items[i]);
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
            places[n++] = (struct part_place){&rules[i], &rules[i].parts[k], rules[i].parts[k].lazy,
                                              rules[i].rank == RANK_NOISE};
    }
    return places;
}

/* ---- matching ---- */

static void compile(const char *pattern, struct lazy_pattern *lazy)
{
    struct error ignored = {0};
    struct span text = span_string(pattern);

    lazy->compiled = pattern_compile(text, &ignored);
    lazy->broken = !lazy->compiled; /* --check-rules says why */
    pattern_starts(text, lazy->starts);
}

/* lazy is part's: what else is in part need not be in the cache. */
static enum pattern_result search(const struct rule_part *part, struct lazy_pattern *lazy,
                                  struct span line)
{
    if (!lazy->compiled && !lazy->broken)
        compile(part->pattern, lazy);
    return lazy->broken ? PATTERN_NO_MATCH : pattern_search(lazy->compiled, line);
}

/* A line that does not begin as the pattern's matches do costs neither the rule nor the pattern a look. */
static bool may_match(const struct lazy_pattern *lazy, struct span line)
{
    unsigned char c = line.len ? (unsigned char)line.data[0] : 0;

    return !lazy->compiled || line.len == 0 || (lazy->starts[c / 8] >> c % 8 & 1);
}

/* Of several that match the one that begins first is the rule's match; of those the first. */
static void keep_first(const struct rule *rule, const struct rule_part *part)
{
    const struct rule_part *before = *rule->matched;

    if (!before ||
        pattern_match_start(part->lazy->compiled) < pattern_match_start(before->lazy->compiled))
        *rule->matched = part;
}

/* A guess may have none: then it may match anything. */
static bool has_required(const struct rule_part *part, struct span line)
{
    for (const char *const *text = part->required; *text; text++) {
        if (span_contains(line, *text))
            return true;
    }
    return !*part->required;
}

enum pattern_result rule_search(const struct rule *rule, struct span line)
{
    bool too_much = false;

    *rule->matched = NULL;
    for (size_t i = 0; i < rule->part_count; i++) {
        const struct rule_part *part = &rule->parts[i];
        enum pattern_result result =
            has_required(part, line) ? search(part, part->lazy, line) : PATTERN_NO_MATCH;

        too_much |= result == PATTERN_TOO_MUCH_WORK;
        if (result == PATTERN_MATCH)
            keep_first(rule, part);
    }
    if (too_much)
        return PATTERN_TOO_MUCH_WORK;
    return *rule->matched ? PATTERN_MATCH : PATTERN_NO_MATCH;
}

const struct rule *rules_guess(const struct rules *rules, struct span line)
{
    line = span_head(line, LIMIT_PATTERN_LINE);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->items[i];

        if (rule->guess && rule_search(rule, line) == PATTERN_MATCH)
            return rule;
    }
    return NULL;
}

size_t rule_match_start(const struct rule *rule)
{
    return *rule->matched ? pattern_match_start((*rule->matched)->lazy->compiled) : 0;
}

struct span rule_match_group(const struct rule *rule, struct span line, const char *group)
{
    const struct rule_part *part = *rule->matched;
    const char *name;
    struct span value;
    size_t index = 0;

    while (part && pattern_next_group(part->lazy->compiled, line, &index, &name, &value)) {
        if (strcmp(name, group) == 0)
            return value;
    }
    return span_of(NULL, 0);
}

/* What of the line is searched. */
static struct span within_limit(struct rules *rules, struct span line)
{
    if (line.len <= LIMIT_PATTERN_LINE)
        return line;
    if (rules->work > LIMIT_PATTERN_WORK)
        return span_head(line, LIMIT_PATTERN_LINE);
    rules->work += (uint64_t)line.len * line.len;
    return line;
}

struct search {
    struct rules *rules;
    struct span line;
    const uint16_t *wanted; /* so many parts, ascending; other consumers may follow */
    size_t count;
    const struct rule **hits;
    size_t found;
};

/* Adds the hits of those parts that are noise, or of those that are not. */
static void match_parts(struct search *s, bool noise)
{
    const struct rules *rules = s->rules;

    for (size_t i = 0; i < s->count && s->wanted[i] < rules->place_count; i++) {
        const struct part_place *place = &rules->places[s->wanted[i]];

        if (place->noise != noise || !may_match(place->lazy, s->line) ||
            search(place->part, place->lazy, within_limit(s->rules, s->line)) != PATTERN_MATCH)
            continue;
        if (s->found == 0 || s->hits[s->found - 1] != place->rule) {
            *place->rule->matched = NULL;
            s->hits[s->found++] = place->rule;
        }
        keep_first(place->rule, place->part);
    }
}

/* Noise hides what others see: where these see nothing it need not be looked for. */
size_t rules_match(struct rules *rules, struct span line, const uint16_t *wanted, size_t count,
                   const struct rule **ret_hits)
{
    struct search s = {rules, line, wanted, count, ret_hits, 0};

    match_parts(&s, false);
    if (s.found)
        match_parts(&s, true);
    return s.found;
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
    struct search s = {rules, line, wanted, 0, ret_hits, 0};

    scanner_scan(rules->scanner, line, on_mark, &marked);
    for (size_t i = 0; i < rules->place_count; i++) {
        if (by[i])
            wanted[s.count++] = (uint16_t)i;
    }
    match_parts(&s, false);
    match_parts(&s, true);
    return s.found;
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
    while (pattern_next_group((*rule->matched)->lazy->compiled, line, &index, &name, &value))
        json_put_string(groups, name, span_head(value, LIMIT_LOG_EXCERPT_LINE));
    return groups;
}
