/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pattern.h"
#include "xalloc.h"

static void finds_and_names_groups(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_pattern)
    struct pattern *pattern =
        pattern_compile(SPAN_LITERAL("a=(?P<v>\\d+)|b=(?P<v>\\w+)(?P<w>!)?"), &err);
    struct span subject = SPAN_LITERAL("x b=yes");
    const char *name;
    struct span value;
    size_t index = 0;

    assert_non_null(pattern);
    assert_int_equal(pattern_search(pattern, subject), PATTERN_MATCH);
    assert_int_equal(pattern_match_start(pattern), 2);
    assert_true(pattern_next_group(pattern, subject, &index, &name, &value));
    assert_string_equal(name, "v");
    assert_true(span_equal_string(value, "yes"));
    assert_false(pattern_next_group(pattern, subject, &index, &name, &value));
    assert_int_equal(pattern_search(pattern, SPAN_LITERAL("")), PATTERN_NO_MATCH);
    assert_int_equal(pattern_search(pattern, span_of(NULL, 0)), PATTERN_NO_MATCH);
}

static void takes_any_bytes(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_pattern) struct pattern *pattern = pattern_compile(SPAN_LITERAL("a.b"), &err);

    assert_int_equal(pattern_search(pattern, SPAN_LITERAL("\xff\0a\0b")), PATTERN_MATCH);
}

static void tells_what_is_wrong(void **state)
{
    struct error err = {0};

    assert_null(pattern_compile(SPAN_LITERAL("ab(c"), &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, "character 5"));
}

static void gives_up_in_time(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_pattern)
    struct pattern *pattern = pattern_compile(SPAN_LITERAL("(a+)+$"), &err);
    char subject[64];

    memset(subject, 'a', sizeof subject);
    subject[sizeof subject - 1] = 'b';
    assert_int_equal(pattern_search(pattern, span_of(subject, sizeof subject)),
                     PATTERN_TOO_MUCH_WORK);
}

static bool may_start(const char *pattern, unsigned char c)
{
    unsigned char starts[PATTERN_STARTS];

    pattern_starts(span_string(pattern), starts);
    return starts[c / 8] >> c % 8 & 1;
}

/* A byte that is none of the starts begins no match; of a pattern that matches anywhere all are. */
static void knows_how_a_match_begins(void **state)
{
    static const char *const patterns[] = {
        "^error (?P<msg>.+)", "^\\s*> (?:a|b)", "^(?!error)[e-g]", "^(?P<a>x*)", "error",
        "^(would|Would)",     "^[^e]",          "^(?:=+|\\d) "};
    static const char *const starting[] = {"e", " \t>", "efg", "exz", "exz", "wW", "xz", "=7"};

    (void)state;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        for (const char *c = starting[i]; *c; c++)
            assert_true(may_start(patterns[i], (unsigned char)*c));
    }
    assert_false(may_start(patterns[0], 'f'));
    assert_false(may_start(patterns[1], 'x'));
    assert_false(may_start(patterns[2], 'h'));
    assert_false(may_start(patterns[7], ' '));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_and_names_groups),   cmocka_unit_test(takes_any_bytes),
        cmocka_unit_test(tells_what_is_wrong),      cmocka_unit_test(gives_up_in_time),
        cmocka_unit_test(knows_how_a_match_begins),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
