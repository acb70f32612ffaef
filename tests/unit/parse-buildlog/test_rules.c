/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "check_rules.h"
#include "json_in.h"
#include "rules_read.h"

#define MOST 1000

static void built_in_rules_are_clean(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_read_built_in(&err);
    STRBUF_AUTO(findings, MOST);

    assert_string_equal(err.message, "");
    assert_int_equal(rules_check(rules, &findings), 0);
    assert_string_equal(findings.data, "");
}

static const char with_lookup[] =
    "{\"rules\": [{\"id\": \"x.y\", \"title\": \"no {hdr}\", \"pattern\": \"missing: "
    "(?P<hdr>\\\\S+)\","
    "\"stage\": \"build\", \"rank\": \"root\", \"advice\": \"get {apt}\", \"advice_otherwise\": "
    "\"find "
    "{hdr}\", \"lookup\": {\"hdr\": {\"*\": {\"debian\": \"header\"}, \"ffi.h\": {\"apt\": "
    "\"libffi-dev\"}, \"openssl/\": {\"apt\": "
    "\"libssl-dev\"}}}}]}";

static void advice_of(struct rules *rules, const char *line, const char *want)
{
    const struct rule *hits[1];
    CLEANUP(cleanup_json) json_t *groups = NULL;
    STRBUF_AUTO(advice, MOST);

    assert_int_equal(rules_find(rules, span_string(line), hits), 1);
    groups = rule_groups(hits[0], span_string(line));
    rule_advice(hits[0], groups, &advice);
    assert_string_equal(advice.data, want);
}

static void looks_up_what_to_install(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_rules)
    struct rules *rules = rules_parse("test", span_string(with_lookup), &err);

    assert_non_null(rules);
    advice_of(rules, "missing: ffi.h", "get libffi-dev");
    advice_of(rules, "missing: sys/ffi.h", "get libffi-dev");
    advice_of(rules, "missing: openssl/x/ssl.h", "get libssl-dev");
    advice_of(rules, "missing: other.h", "find other.h");
    advice_of(rules, "missing: uv.h",
              "find uv.h On Debian and Ubuntu it is in libuv1-dev (apt-get "
              "install -y libuv1-dev).");
    advice_of(rules, "missing: {hdr}", "find {hdr}");
}

static void tells_a_group_of_the_last_match(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_rules)
    struct rules *rules = rules_parse("test", span_string(with_lookup), &err);
    const struct span line = SPAN_LITERAL("missing: ffi.h at last");
    const struct rule *hits[1];

    assert_non_null(rules);
    assert_int_equal(rules_find(rules, line, hits), 1);
    assert_true(span_equal_string(rule_match_group(hits[0], line, "hdr"), "ffi.h"));
    assert_int_equal(rule_match_group(hits[0], line, "rc").len, 0);
    assert_int_equal(rule_search(hits[0], SPAN_LITERAL("nothing")), PATTERN_NO_MATCH);
    assert_int_equal(rule_match_group(hits[0], line, "hdr").len, 0);
}

static void assert_same_lists(const char *const *a, const char *const *b)
{
    for (; *a && *b; a++, b++)
        assert_string_equal(*a, *b);
    assert_true(!*a && !*b);
}

static void assert_same_exits(const struct rule_exit *a, const struct rule_exit *b)
{
    for (; a->commands && b->commands; a++, b++) {
        const int *i = a->codes;
        const int *j = b->codes;

        assert_same_lists(a->commands, b->commands);
        while (*i >= 0 && *i == *j) {
            i++;
            j++;
        }
        assert_int_equal(*i, *j);
    }
    assert_true(!a->commands && !b->commands);
}

static void assert_same_rule(const struct rule *a, const struct rule *b)
{
    const struct rule_lookup *i = a->lookup;
    const struct rule_lookup *j = b->lookup;

    assert_string_equal(a->id, b->id);
    assert_string_equal(a->title, b->title);
    assert_string_equal(a->stage, b->stage);
    assert_string_equal(a->advice, b->advice);
    assert_string_equal(a->advice_otherwise ? a->advice_otherwise : "",
                        b->advice_otherwise ? b->advice_otherwise : "");
    assert_string_equal(a->pattern, b->pattern);
    assert_int_equal(a->part_count, b->part_count);
    for (size_t k = 0; k < a->part_count; k++) {
        assert_string_equal(a->parts[k].pattern, b->parts[k].pattern);
        assert_same_lists(a->parts[k].required, b->parts[k].required);
    }
    assert_same_lists(a->tools, b->tools);
    assert_same_lists(a->yields_to, b->yields_to);
    assert_same_lists(a->instead_of, b->instead_of);
    assert_string_equal(a->base ? a->base : "", b->base ? b->base : "");
    assert_same_exits(a->exits, b->exits);
    assert_true(a->gate == b->gate);
    assert_int_equal(a->innermost, b->innermost);
    for (; i->group && j->group; i++, j++) {
        assert_string_equal(i->group, j->group);
        assert_string_equal(i->value, j->value);
        assert_string_equal(i->name, j->name);
        assert_string_equal(i->text, j->text);
    }
    assert_true(!i->group && !j->group);
    assert_int_equal(a->rank, b->rank);
    assert_int_equal(a->generic, b->generic);
    assert_int_equal(a->proves, b->proves);
    assert_int_equal(a->first, b->first);
    assert_int_equal(a->guess, b->guess);
}

static void table_holds_what_the_files_say(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *files = rules_read_built_in(&err);
    CLEANUP(cleanup_rules) struct rules *table = rules_load(&err);

    assert_int_equal(table->count, files->count);
    assert_string_equal(table->version, files->version);
    for (size_t i = 0; i < table->count; i++)
        assert_same_rule(&table->items[i], &files->items[i]);
}

static void refuses_bad_files(void **state)
{
    static const char *const bad[] = {"", "[]", "{}", "{\"rules\": [1]}",
                                      "{\"rules\": [{\"id\": \"x\"}]}"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct error err = {0};

        assert_null(rules_parse("test", span_string(bad[i]), &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
    }
}

/* What the prefilter passes over, the pattern itself must not match. */
static void check_all_rules(struct rules *rules, const struct rule **hits, struct span line)
{
    size_t count = rules_find(rules, line, hits);
    size_t next = 0;

    for (int noise = 0; noise < 2; noise++) {
        for (size_t i = 0; i < rules->count; i++) {
            const struct rule *rule = &rules->items[i];

            if (!rule->guess && (rule->rank == RANK_NOISE) == noise &&
                rule_search(rule, line) == PATTERN_MATCH)
                assert_true(next < count && hits[next++] == rule);
        }
    }
    assert_int_equal(next, count);
}

/* So as the scan gives them: all parts, which are numbered as the rules stand. */
static size_t match(struct rules *rules, const char *line, const struct rule **hits)
{
    static const uint16_t all[] = {0, 1};

    return rules_match(rules, span_string(line), all, 2, hits);
}

static void looks_for_noise_where_it_hides_something(void **state)
{
    static const char text[] =
        "{\"rules\": [{\"id\": \"x.noise\", \"title\": \"n\", \"pattern\": \"harmless: \","
        "\"stage\": \"run\", \"rank\": \"noise\", \"advice\": \"a\"},"
        "{\"id\": \"x.root\", \"title\": \"r\", \"pattern\": \"it failed\", \"stage\": \"run\","
        "\"rank\": \"root\", \"advice\": \"a\"}]}";
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_parse("test", span_string(text), &err);
    const struct rule *hits[2];

    assert_string_equal(err.message, "");
    assert_int_equal(match(rules, "harmless: it failed", hits), 2);
    assert_string_equal(hits[0]->id, "x.root");
    assert_string_equal(hits[1]->id, "x.noise");
    assert_int_equal(match(rules, "it failed", hits), 1);
    assert_int_equal(match(rules, "harmless: it went well", hits), 0);
    assert_int_equal(rules_find(rules, SPAN_LITERAL("harmless: it went well"), hits), 1);
    assert_string_equal(hits[0]->id, "x.noise");
}

static void hides_no_line_from_a_rule(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_read_built_in(&err);
    const struct rule **hits = calloc(rules->count, sizeof *hits);

    for (size_t i = 0; i < rules->count; i++) {
        json_t *list = json_in_find(rules->items[i].members, "examples.match");
        json_t *line;
        size_t k;

        json_array_foreach (list, k, line)
            check_all_rules(rules, hits, json_in_span(line));
    }
    free(hits);
}

static const char of_silent_steps[] =
    "{\"rules\": [{\"id\": \"x.y\", \"title\": \"t\", \"stage\": \"run\", \"rank\": \"root\","
    "\"advice\": \"a\", \"tools\": [\"curl\"], \"chain\": \"innermost\", \"base\": \"old\","
    "\"instead_of\": [\"z\"], \"exit\": [{\"commands\": [\"curl\"], \"codes\": [6, 22, \"x\", 0, "
    "999]},"
    "{\"commands\": [\"wget\"], \"codes\": [4]}]}]}";

static void reads_what_silent_steps_mean(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_rules)
    struct rules *rules = rules_parse("test", span_string(of_silent_steps), &err);
    const struct rule *hits[1];
    const struct rule *rule;

    (void)state;
    assert_string_equal(err.message, "");
    rule = &rules->items[0];
    assert_true(rule_knows_exit(rule, SPAN_LITERAL("curl"), 22));
    assert_true(rule_knows_exit(rule, SPAN_LITERAL("wget"), 4));
    assert_false(rule_knows_exit(rule, SPAN_LITERAL("curl"), 4));
    assert_false(rule_knows_exit(rule, SPAN_LITERAL("curl"), -1));
    assert_false(rule_knows_exit(rule, SPAN_LITERAL("curl"), 0));
    assert_true(rule->innermost);
    assert_string_equal(rule->base, "old");
    assert_string_equal(rule->instead_of[0], "z");
    assert_true(rule->gate && rule->gate != TOOLS_ALL);
    /* Without a pattern it matches no line. */
    assert_int_equal(rules_find(rules, SPAN_LITERAL("curl curl curl"), hits), 0);
    assert_int_equal(rule_search(rule, SPAN_LITERAL("curl")), PATTERN_NO_MATCH);
}

static void reads_broken_exits(void **state)
{
    static const char text[] = "{\"rules\": [{\"id\": \"x\", \"title\": \"t\", \"stage\": \"s\", "
                               "\"rank\": \"root\", \"advice\": \"a\","
                               "\"exit\": [1, {}, {\"commands\": 1, \"codes\": {}}]}]}";
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_parse("test", span_string(text), &err);

    (void)state;
    assert_string_equal(err.message, "");
    assert_false(rule_knows_exit(&rules->items[0], SPAN_LITERAL("curl"), 1));
}

/* A pattern may need the square of a line's length: of many such lines only the starts are searched. */
static void spends_no_more_on_long_lines_than_it_may(void **state)
{
    static const char text[] = "{\"rules\": [{\"id\": \"x\", \"title\": \"t\", \"stage\": \"s\", "
                               "\"rank\": \"root\", \"advice\": \"a\", \"tools\": [\"any\"],"
                               "\"pattern\": \"needle\"}]}";
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_parse("test", span_string(text), &err);
    const struct rule *hits[1];
    STRBUF_AUTO(line, LIMIT_LOG_LINE);

    (void)state;
    assert_non_null(rules);
    while (line.len < LIMIT_LOG_LINE - 6)
        strbuf_add_byte(&line, '.');
    strbuf_add_string(&line, "needle");
    assert_int_equal(rules_find(rules, strbuf_span(&line), hits), 1);
    for (int i = 0; i < 8; i++)
        rules_find(rules, strbuf_span(&line), hits);
    assert_int_equal(rules_find(rules, strbuf_span(&line), hits), 0);
    assert_int_equal(rules_find(rules, SPAN_LITERAL("a needle"), hits), 1);
    assert_true(rules->work < LIMIT_PATTERN_WORK + (uint64_t)LIMIT_LOG_LINE * LIMIT_LOG_LINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spends_no_more_on_long_lines_than_it_may),
        cmocka_unit_test(built_in_rules_are_clean),
        cmocka_unit_test(table_holds_what_the_files_say),
        cmocka_unit_test(looks_up_what_to_install),
        cmocka_unit_test(tells_a_group_of_the_last_match),
        cmocka_unit_test(refuses_bad_files),
        cmocka_unit_test(hides_no_line_from_a_rule),
        cmocka_unit_test(looks_for_noise_where_it_hides_something),
        cmocka_unit_test(reads_what_silent_steps_mean),
        cmocka_unit_test(reads_broken_exits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
