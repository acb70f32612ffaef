/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "check_words.h"

#define MOST 4000

/* ---- the table ---- */

static bool says(enum words list, const char *text)
{
    return words_say(list, span_string(text));
}

static void table_is_of_the_files(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_word_lists) struct word_lists *lists = words_read_built_in(&err);

    (void)state;
    assert_string_equal(err.message, "");
    for (int i = 0; i < WORDS_COUNT; i++) {
        for (int place = 0; place < WORD_PLACES; place++) {
            const char *const *read = lists->items[i].words.at[place];
            const char *const *made = word_table[i].at[place];

            for (; *read && *made; read++, made++)
                assert_string_equal(*made, *read);
            assert_true(!*read && !*made);
        }
    }
}

static void finds_words_at_their_places(void **state)
{
    (void)state;
    assert_true(says(WORDS_FAILED, "FAIL\texample.org/ring\t0.072s"));
    assert_false(says(WORDS_FAILED, "a FAIL\tb")); /* it starts with that */
    assert_true(says(WORDS_FAILED, "cc1: all warnings being treated as errors"));
    assert_true(says(WORDS_FAILED, "==32045==ABORTING"));
    assert_false(says(WORDS_FAILED, "==ABORTING now"));
    assert_true(says(WORDS_FATAL, "BUILD FAILED"));
    assert_false(says(WORDS_FATAL, "BUILD FAILED in 3s"));
    assert_false(says(WORDS_FATAL, " BUILD FAILED"));
    assert_true(
        says(WORDS_BEGINS, "    Resolved 4 packages in 147ms")); /* looked at without its blanks */
}

static void finds_nothing_in_little(void **state)
{
    (void)state;
    for (int i = 0; i < WORDS_COUNT; i++) {
        assert_false(words_say((enum words)i, (struct span){0}));
        assert_false(says((enum words)i, ""));
        assert_false(says((enum words)i, "x"));
    }
}

static void stays_within_the_line(void **state)
{
    (void)state;
    assert_false(words_say(WORDS_FAILED, span_of("FAIL\t", 4 - 1)));
    assert_true(words_say(WORDS_FAILED, span_of("FAIL\t", 4)));
    assert_false(words_say(WORDS_WAITS, span_of("*** Waiting for unfinished jobs", 20)));
}

/* ---- the files ---- */

static void built_in_words_are_clean(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_word_lists) struct word_lists *lists = words_read_built_in(&err);
    STRBUF_AUTO(findings, MOST);

    (void)state;
    assert_string_equal(err.message, "");
    assert_int_equal(words_check(lists, &findings), 0);
    assert_string_equal(findings.data, "");
}

#define LIST(members) "{\"lists\": [{\"name\": \"fatal\", \"says\": \"x\", " members "}]}"
#define EXAMPLES "\"examples\": {\"match\": [\"end a\", \"end b\"], \"no_match\": [\"b\"]}"

static void expect_finding(const char *text, const char *want)
{
    struct error err = {0};
    CLEANUP(cleanup_word_lists)
    struct word_lists *lists = words_parse("a.json", span_string(text), &err);
    STRBUF_AUTO(findings, MOST);

    assert_string_equal(err.message, "");
    assert_int_equal(words_check(lists, &findings), *want ? 1 : 0);
    assert_string_equal(findings.data, want);
}

static void finds_words_that_are_needless(void **state)
{
    (void)state;
    expect_finding(LIST("\"starts\": [\"end \"], " EXAMPLES), "");
    expect_finding(LIST("\"starts\": [\"end \", \"end \"], " EXAMPLES),
                   "a.json: list 'fatal': a word that is there twice: 'end '\n");
    expect_finding(LIST("\"starts\": [\"end of\", \"end \"], " EXAMPLES),
                   "a.json: list 'fatal': a word that another one makes needless: 'end of'\n");
    expect_finding(LIST("\"contains\": [\"nd \"], \"ends\": [\"an end \"], " EXAMPLES),
                   "a.json: list 'fatal': a word that another one makes needless: 'an end '\n");
    expect_finding(LIST("\"starts\": [\"end \"], \"equals\": [\"end of all\"], " EXAMPLES),
                   "a.json: list 'fatal': a word that another one makes needless: 'end of all'\n");
    /* Each finds lines that the other does not. */
    expect_finding(LIST("\"starts\": [\"end \"], \"contains\": [\"an end \"], " EXAMPLES), "");
    expect_finding(LIST("\"starts\": [\"end \"], \"ends\": [\"end  \"], " EXAMPLES), "");
    expect_finding(LIST("\"starts\": [\"end \"], \"equals\": [\"end\"], " EXAMPLES), "");
}

static void finds_bad_examples(void **state)
{
    (void)state;
    expect_finding(LIST("\"starts\": [\"end a\"], " EXAMPLES),
                   "a.json: list 'fatal': does not match: 'end b'\n");
    expect_finding(LIST("\"starts\": [\"end \"], \"equals\": [\"b\"], " EXAMPLES),
                   "a.json: list 'fatal': must not match: 'b'\n");
    expect_finding(LIST("\"starts\": [\"end\"], \"examples\": {\"match\": [\"end\"], "
                        "\"no_match\": [\"b\"]}"),
                   "a.json: list 'fatal': too few examples in: 'examples.match'\n");
    expect_finding(LIST("\"starts\": [\"end\"], \"examples\": {\"match\": [\"end\", \"ends\"]}"),
                   "a.json: list 'fatal': too few examples in: 'examples.no_match'\n");
    expect_finding(LIST("\"start\": [], \"contains\": [\"end\"], " EXAMPLES),
                   "a.json: list 'fatal': a member that is not known: 'start'\n");
}

static void expect_error(const char *text, const char *want)
{
    struct error err = {0};

    assert_null(words_parse("a.json", span_string(text), &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_string_equal(err.message, want);
}

static void reads_nothing_but_words(void **state)
{
    (void)state;
    expect_error("{\"lists\": [{\"name\": \"final\"}]}",
                 "list 'final' in a.json: no list is called so");
    expect_error("{\"lists\": [7]}", "list '' in a.json: no list is called so");
    expect_error("{\"lists\": [{\"name\": \"fatal\", \"ends\": [\"a\"]}, {\"name\": \"fatal\"}]}",
                 "list 'fatal' in a.json: it is in a.json already");
    expect_error(LIST("\"says\": \"y\""), "list 'fatal' in a.json: it has no words");
    expect_error(LIST("\"ends\": []"), "list 'fatal' in a.json: 'ends' is no array with words");
    expect_error(LIST("\"ends\": \"a\""), "list 'fatal' in a.json: 'ends' is no array with words");
    expect_error(LIST("\"ends\": [\"a\", 3]"),
                 "list 'fatal' in a.json: 'ends' has what is no word, or an empty one");
    expect_error(LIST("\"equals\": [\"\"]"),
                 "list 'fatal' in a.json: 'equals' has what is no word, or an empty one");
    expect_error(LIST("\"contains\": [\"a\\u0000b\"]"),
                 "list 'fatal' in a.json: 'contains' has what is no word, or an empty one");
}

static void reads_no_more_words_than_it_may(void **state)
{
    STRBUF_AUTO(text, 1 * MIB);
    struct error err = {0};

    (void)state;
    strbuf_addf(&text, "{\"lists\": [{\"name\": \"fatal\", \"ends\": [\"0\"");
    for (int i = 1; i <= LIMIT_LIST_WORDS; i++)
        strbuf_addf(&text, ", \"%d\"", i);
    strbuf_addf(&text, "]}]}");
    assert_null(words_parse("a.json", strbuf_span(&text), &err));
    assert_string_equal(err.message, "list 'fatal' in a.json: 'ends' has more than 1000 words");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_is_of_the_files),
        cmocka_unit_test(finds_words_at_their_places),
        cmocka_unit_test(finds_nothing_in_little),
        cmocka_unit_test(stays_within_the_line),
        cmocka_unit_test(built_in_words_are_clean),
        cmocka_unit_test(finds_words_that_are_needless),
        cmocka_unit_test(finds_bad_examples),
        cmocka_unit_test(reads_nothing_but_words),
        cmocka_unit_test(reads_no_more_words_than_it_may),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
