/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_rules.h"

#include <string.h>

#include "json_in.h"
#include "xalloc.h"

/* The longest advice that is looked at: rules' texts are short. */
#define LONGEST_TEXT (64 * KIB)

/* How many examples a rule must have of each kind. */
#define LEAST_MATCH 2
#define LEAST_NO_MATCH 1

struct check {
    struct rules *rules;
    struct strbuf *findings;
    const struct rule **hits; /* room for all rules */
    size_t count;
};

static void finding(struct check *check, const struct rule *rule, const char *what, const char *on)
{
    strbuf_addf(check->findings, "%s: rule '%s': %s", rule->file, QUOTE(rule->id), what);
    if (on)
        strbuf_addf(check->findings, ": '%s'", QUOTE(on));
    strbuf_add_byte(check->findings, '\n');
    check->count++;
}

static bool is_id(const char *text)
{
    return *text && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-.")] == '\0';
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
                                        "begins_secret",
                                        "exit",
                                        "chain",
                                        "base",
                                        "instead_of",
                                        "missing",
                                        NULL};
    json_t *members = (json_t *)(uintptr_t)rule->members; /* jansson's iterators take no const */
    const char *key;
    json_t *value;

    json_object_foreach (members, key, value) {
        size_t i = 0;

        while (known[i] && strcmp(known[i], key) != 0)
            i++;
        if (!known[i])
            finding(check, rule, "a member that is not known", key);
    }
    if (!is_id(rule->id))
        finding(check, rule, "an id has a-z, 0-9, '-' and '.' alone", NULL);
    if (!json_array_size(json_object_get(rule->members, "tools")))
        finding(check, rule, "'tools' is missing or empty", NULL);
    if (rule->rank == RANK_ROOT && !*rule->advice)
        finding(check, rule, "a root has advice", NULL);
}

static void check_unique(struct check *check, size_t index)
{
    const struct rule *rule = &check->rules->items[index];

    for (size_t i = 0; i < index; i++) {
        if (strcmp(check->rules->items[i].id, rule->id) == 0 &&
            strcmp(check->rules->items[i].title, rule->title) == 0)
            finding(check, rule, "id and title are used twice, also in",
                    check->rules->items[i].file);
    }
}

static bool is_hit(struct check *check, const struct rule *rule, struct span line)
{
    size_t count = rules_find(check->rules, line, check->hits);

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
        finding(check, rule, "the title has a {name} without a value for", line.data);
    strbuf_clear(&text);
    rule_advice(rule, groups, &text);
    if (text.len == 0 && *rule->advice)
        finding(check, rule, "the advice has a {name} without a value for", line.data);
}

static void check_match(struct check *check, const struct rule *rule, const json_t *example)
{
    struct span line = json_is_string(example) ? json_in_span(example) : SPAN_LITERAL("");

    if (rule_search(rule, line) == PATTERN_TOO_MUCH_WORK)
        finding(check, rule, "the pattern needs too much work for", line.data);
    else if (!is_hit(check, rule, line))
        finding(check, rule, "does not match", line.data);
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
        finding(check, rule, "'examples.match' has fewer than two lines", NULL);
    if (json_array_size(no_match) < LEAST_NO_MATCH)
        finding(check, rule, "'examples.no_match' has no line", NULL);
    json_array_foreach (match, i, example)
        check_match(check, rule, example);
    json_array_foreach (no_match, i, example) {
        if (json_is_string(example) && is_hit(check, rule, json_in_span(example)))
            finding(check, rule, "must not match", json_string_value(example));
    }
}

static bool check_compiles(struct check *check, const struct rule *rule)
{
    struct error why = {0};
    CLEANUP(cleanup_pattern)
    struct pattern *pattern = pattern_compile(span_string(rule->pattern), &why);

    if (!pattern)
        finding(check, rule, why.message, NULL);
    return pattern != NULL;
}

size_t rules_check(struct rules *rules, struct strbuf *findings)
{
    CLEANUP(cleanup_free) const struct rule **hits = xcalloc(rules->count + 1, sizeof *hits);
    struct check check = {.rules = rules, .findings = findings, .hits = hits};

    for (size_t i = 0; i < rules->count; i++) {
        check_members(&check, &rules->items[i]);
        check_unique(&check, i);
        if (check_compiles(&check, &rules->items[i]))
            check_examples(&check, &rules->items[i]);
    }
    return check.count;
}
