/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <string.h>

#include <cmocka.h>

#include "span.h"

static void test_split(void **state)
{
    struct span rest = SPAN_LITERAL(",a,,b,");
    static const char *const parts[] = {"", "a", "", "b"};
    struct span part;

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_true(span_split(&rest, ',', &part));
        assert_true(span_equal_string(part, parts[i]));
    }
    assert_false(span_split(&rest, ',', &part));
}

static void test_lines(void **state)
{
    struct span rest = SPAN_LITERAL("a\r\n\nb");
    static const char *const lines[] = {"a", "", "b"};
    struct span line;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_true(span_next_line(&rest, &line));
        assert_true(span_equal_string(line, lines[i]));
    }
    assert_false(span_next_line(&rest, &line));
}

static void test_numbers(void **state)
{
    static const struct {
        const char *text;
        bool good;
        uint64_t value;
    } cases[] = {
        {"0", true, 0},
        {"18446744073709551615", true, UINT64_MAX},
        {"18446744073709551616", false, 0},
        {"99999999999999999999", false, 0},
        {"", false, 0},
        {"-1", false, 0},
        {" 1", false, 0},
        {"1x", false, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t value = 0;

        assert_int_equal(span_to_uint64(span_string(cases[i].text), &value), cases[i].good);
        assert_true(value == cases[i].value);
    }
}

static void test_search(void **state)
{
    struct span s = SPAN_LITERAL("one/two/three");
    struct span empty = {0};

    (void)state;
    assert_int_equal(span_find_byte(s, '/'), 3);
    assert_int_equal(span_find_last_byte(s, '/'), 7);
    assert_int_equal(span_find_byte(s, 'x'), s.len);
    assert_int_equal(span_find(s, "two"), 4);
    assert_int_equal(span_find(empty, "two"), 0);
    assert_true(span_starts_with(s, "one"));
    assert_false(span_starts_with(empty, "one"));
    assert_true(span_ends_with(s, "three"));
    assert_true(span_equal(span_trim(SPAN_LITERAL(" \t a b \r\n")), SPAN_LITERAL("a b")));
    assert_int_equal(span_trim(SPAN_LITERAL("  ")).len, 0);
    assert_true(span_compare(SPAN_LITERAL("a"), SPAN_LITERAL("ab")) < 0);
    assert_true(span_compare(SPAN_LITERAL("\xff"), SPAN_LITERAL("a")) > 0);
    assert_true(span_is_hex(SPAN_LITERAL("0af9"), 4));
    assert_false(span_is_hex(SPAN_LITERAL("0aF9"), 4));
}

/* In a line as in a text too long for one, at every place, and where a needle begins twice. */
static void test_find_anywhere(void **state)
{
    static const char *const needles[] = {" (", "((", "(", "  x", "ab)", " "};
    char text[600];

    (void)state;
    for (size_t i = 0; i < sizeof needles / sizeof *needles; i++) {
        size_t length = strlen(needles[i]);

        for (size_t len = length; len < sizeof text; len += 7) {
            for (size_t at = 0; at + length <= len; at += 5) {
                memset(text, 'a', len);
                memcpy(text + at, needles[i], length);
                assert_int_equal(span_find(span_of(text, len), needles[i]), at);
                assert_true(span_contains(span_of(text, len), needles[i]));
                assert_int_equal(span_find(span_of(text, at + length - 1), needles[i]),
                                 at + length - 1);
            }
        }
    }
    assert_int_equal(span_find(SPAN_LITERAL("aab"), "ab"), 1);
    assert_int_equal(span_find(SPAN_LITERAL("( ( ("), " (("), 5);
    assert_int_equal(span_find(SPAN_LITERAL("abc"), ""), 0);
}

static void test_count(void **state)
{
    char text[1000];

    (void)state;
    for (size_t len = 0; len < sizeof text; len += 37) {
        size_t want = 0;

        for (size_t i = 0; i < len; i++) {
            text[i] = i * i % 7 < 3 ? '\n' : 'x';
            want += text[i] == '\n';
        }
        assert_int_equal(span_count_byte(span_of(text, len), '\n'), want);
    }
    memset(text, '\n', sizeof text);
    assert_int_equal(span_count_byte(span_of(text, sizeof text), '\n'), sizeof text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_split),   cmocka_unit_test(test_lines),
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_search),
        cmocka_unit_test(test_count),   cmocka_unit_test(test_find_anywhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
