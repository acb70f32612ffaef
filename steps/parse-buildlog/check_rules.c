/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_rules.h"

#include <string.h>

#include "check.h"
#include "json_in.h"
#include "redact.h"
#include "silent.h"
#include "tools.h"
#include "xalloc.h"

/* The longest advice that is looked at: rules' texts are short. */
#define LONGEST_TEXT (64 * KIB)

/* How many examples a rule must have of each kind. */
#define LEAST_MATCH 2
#define LEAST_NO_MATCH 1

bool check_is_one_of(const char *name, const char *const *known)
{
    while (*known && strcmp(*known, name) != 0)
        known++;
    return *known;
}

void check_add(struct strbuf *findings, const char *file, const char *of, const char *name,
               const char *what, const char *on)
{
    STRBUF_AUTO(masked, LONGEST_TEXT);

    strbuf_addf(findings, "%s: %s '%s': %s", QUOTE(file), of, name, what);
    if (on) {
        redact_append(&masked, span_string(on));
        strbuf_addf(findings, ": '%s'", QUOTE(masked.data));
    }
    strbuf_add_byte(findings, '\n');
}

void check_finding(struct check *check, const struct rule *rule, const char *what, const char *on)
{
    check_add(check->findings, rule->file, "rule", rule->id, what, on);
    check->count++;
}

static void check_members(struct check *check, const struct rule *rule)
{
    static const char *const known[] = {"id",
                                        "title",
                                        "pattern",
                                        "stage",
                                        "rank",
                                        "tools",
                                        "advice",
                                        "lookup",
                                        "examples",
                                        "generic",
                                        "prefer",
                                        "advice_otherwise",
                                        "proves_failure",
                                        "yields_to",
                                        "exit",
                                        "chain",
                                        "guess",
                                        "base",
                                        "instead_of",
                                        "missing",
                                        NULL};
    json_t *members = (json_t *)(uintptr_t)rule->members; /* jansson's iterators take no const */
    const char *key;
    json_t *value;

    json_object_foreach (members, key, value) {
        if (!check_is_one_of(key, known))
            check_finding(check, rule, "a member that is not known", key);
    }
    if (!*rule->tools)
        check_finding(check, rule, "'tools' is missing or empty", NULL);
    for (const char *const *tool = rule->tools; *tool; tool++) {
        if (!tools_know(*tool))
            check_finding(check, rule, "a tool that is not known", *tool);
    }
    if (rule->rank == RANK_ROOT && !*rule->advice)
        check_finding(check, rule, "a root has advice", NULL);
}

/* Whether a list of ids, or starts of ids, names rules that are there. */
static void check_ids(struct check *check, const struct rule *rule, const char *const *ids)
{
    for (; *ids; ids++) {
        size_t i = 0;

        while (i < check->rules->count &&
               !span_starts_with(span_string(check->rules->items[i].id), *ids))
            i++;
        if (i == check->rules->count)
            check_finding(check, rule, "no rule has an id like", *ids);
    }
}

static void check_words(struct check *check, const struct rule *rule)
{
    const char *prefer = json_in_string_or(rule->members, "prefer", "last");
    const char *chain = json_in_string_or(rule->members, "chain", "innermost");

    if (strcmp(prefer, "first") != 0 && strcmp(prefer, "last") != 0)
        check_finding(check, rule, "'prefer' is first or last, not", prefer);
    if (strcmp(chain, "innermost") != 0)
        check_finding(check, rule, "'chain' is innermost, not", chain);
    if (!rule->base != !*rule->instead_of)
        check_finding(check, rule, "'base' and 'instead_of' go together", NULL);
    check_ids(check, rule, rule->yields_to);
    check_ids(check, rule, rule->instead_of);
}

/* "22 RUN curl -f https://example.org/": true if this rule says what that means. */
static bool is_exit_hit(struct check *check, const struct rule *rule, struct span example)
{
    size_t blank = span_find_byte(example, ' ');
    struct span command;
    uint64_t code;

    return span_to_uint64(span_head(example, blank), &code) && code < 256 &&
           silent_find(check->rules, span_skip(example, blank), (int)code, &command) == rule;
}

static void check_exit_examples(struct check *check, const struct rule *rule)
{
    json_t *match = json_in_find(rule->members, "examples.exit");
    json_t *no_match = json_in_find(rule->members, "examples.no_exit");
    const json_t *example;
    size_t i;

    if (rule->exits->commands && !json_array_size(match))
        check_finding(check, rule, "'examples.exit' has no \"CODE COMMAND\"", NULL);
    json_array_foreach (match, i, example) {
        if (json_is_string(example) && !is_exit_hit(check, rule, json_in_span(example)))
            check_finding(check, rule, "does not tell what this means", json_string_value(example));
    }
    json_array_foreach (no_match, i, example) {
        if (json_is_string(example) && is_exit_hit(check, rule, json_in_span(example)))
            check_finding(check, rule, "must not tell what this means", json_string_value(example));
    }
}

static void check_unique(struct check *check, size_t index)
{
    const struct rule *rule = &check->rules->items[index];

    for (size_t i = 0; i < index; i++) {
        if (strcmp(check->rules->items[i].id, rule->id) == 0 &&
            strcmp(check->rules->items[i].title, rule->title) == 0)
            check_finding(check, rule, "id and title are used twice, also in",
                          check->rules->items[i].file);
    }
}

static bool is_hit(struct check *check, const struct rule *rule, struct span line)
{
    size_t count = rule->guess ? 0 : rules_find(check->rules, line, check->hits);

    if (rule->guess)
        return rules_guess(check->rules, line) == rule;
    for (size_t i = 0; i < count; i++) {
        if (check->hits[i] == rule)
            return true;
    }
    return false;
}

/* Title and advice must be complete for every example. */
static void check_texts(struct check *check, const struct rule *rule, struct span line)
{
    CLEANUP(cleanup_json) json_t *groups = rule_groups(rule, line);
    STRBUF_AUTO(text, LONGEST_TEXT);

    rule_title(rule, groups, &text);
    if (strcmp(text.data, rule->id) == 0)
        check_finding(check, rule, "the title has a {name} without a value for", line.data);
    strbuf_clear(&text);
    rule_advice(rule, groups, &text);
    if (text.len == 0 && *rule->advice)
        check_finding(check, rule, "the advice has a {name} without a value for", line.data);
}

static void check_match(struct check *check, const struct rule *rule, const json_t *example)
{
    struct span line = json_is_string(example) ? json_in_span(example) : SPAN_LITERAL("");

    if (rule_search(rule, line) == PATTERN_TOO_MUCH_WORK)
        check_finding(check, rule, "the pattern needs too much work for", line.data);
    else if (!is_hit(check, rule, line))
        check_finding(check, rule, "does not match", line.data);
    else
        check_texts(check, rule, line);
}

static void check_examples(struct check *check, const struct rule *rule)
{
    json_t *match = json_in_find(rule->members, "examples.match");
    json_t *no_match = json_in_find(rule->members, "examples.no_match");
    const json_t *example;
    size_t i;

    if (json_array_size(match) < LEAST_MATCH)
        check_finding(check, rule, "'examples.match' has fewer than two lines", NULL);
    if (json_array_size(no_match) < LEAST_NO_MATCH)
        check_finding(check, rule, "'examples.no_match' has no line", NULL);
    json_array_foreach (match, i, example)
        check_match(check, rule, example);
    json_array_foreach (no_match, i, example) {
        if (json_is_string(example) && is_hit(check, rule, json_in_span(example)))
            check_finding(check, rule, "must not match", json_string_value(example));
    }
}

static bool check_compiles(struct check *check, const struct rule *rule)
{
    struct error why = {0};
    CLEANUP(cleanup_pattern)
    struct pattern *pattern = pattern_compile(span_string(rule->pattern), &why);

    if (!pattern)
        check_finding(check, rule, why.message, NULL);
    return pattern != NULL;
}

size_t rules_check(struct rules *rules, struct strbuf *findings)
{
    CLEANUP(cleanup_free) const struct rule **hits = xcalloc(rules->count + 1, sizeof *hits);
    struct check check = {.rules = rules, .findings = findings, .hits = hits};

    for (size_t i = 0; i < rules->count; i++) {
        check_members(&check, &rules->items[i]);
        check_words(&check, &rules->items[i]);
        check_unique(&check, i);
        check_exit_examples(&check, &rules->items[i]);
        if (*rules->items[i].pattern && check_compiles(&check, &rules->items[i])) {
            check_examples(&check, &rules->items[i]);
            check_variety(&check, &rules->items[i]);
            check_pattern(&check, &rules->items[i]);
        }
    }
    return check.count;
}
