/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "exit_status.h"
#include "text.h"

static void test_first_error_wins(void **state)
{
    struct error err = {0};

    (void)state;
    assert_false(error_set(&err, ERROR_MALFORMED, "first"));
    assert_false(error_set(&err, ERROR_BUG, "second"));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_string_equal(err.message, "first");
    error_prefix(&err, "on '%s'", "x");
    assert_string_equal(err.message, "on 'x': first");
}

static void test_prefix_without_error_is_nothing(void **state)
{
    struct error err = {0};

    (void)state;
    assert_false(error_prefix(&err, "context"));
    assert_int_equal(err.kind, ERROR_NONE);
    assert_string_equal(err.message, "");
}

static void test_the_cause_is_never_cut(void **state)
{
    struct error err = {0};
    char context[LIMIT_ERROR_MESSAGE * 2];

    (void)state;
    memset(context, 'c', sizeof context - 1);
    context[sizeof context - 1] = '\0';
    error_set(&err, ERROR_MALFORMED, "the cause");
    error_prefix(&err, "%s", context);
    assert_int_equal(strlen(err.message), LIMIT_ERROR_MESSAGE - 1);
    assert_string_equal(err.message + strlen(err.message) - strlen("c: the cause"), "c: the cause");
    error_prefix(&err, "more");
    assert_string_equal(err.message + strlen(err.message) - strlen("c: the cause"), "c: the cause");
}

static void test_errno(void **state)
{
    static const struct {
        int errnum;
        enum error_kind kind;
        int status;
    } cases[] = {
        {ENOENT, ERROR_NO_INPUT, 66},
        {ENOSPC, ERROR_LOCAL_IO, 74},
        {EACCES, ERROR_LOCAL_IO, 74},
        {EPIPE, ERROR_CLOSED_PIPE, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {0};

        error_set_errno(&err, cases[i].errnum, "cannot open '%s'", "f");
        assert_int_equal(err.kind, cases[i].kind);
        assert_int_equal(exit_status_of(err.kind), cases[i].status);
        assert_non_null(strstr(err.message, strerror(cases[i].errnum)));
    }
}

static void test_names_cannot_forge_lines(void **state)
{
    struct error err = {0};
    char long_name[500];

    (void)state;
    error_set(&err, ERROR_MALFORMED, "'%s'",
              QUOTE("a\nerror: b\x1b[31m\xc2\x9b"
                    "c\x7f"));
    assert_string_equal(err.message, "'a?error: b?[31m??c?'");
    memset(long_name, 'n', sizeof long_name);
    assert_int_equal(strlen(quote_bytes(long_name, sizeof long_name).text), LIMIT_QUOTED_NAME + 3);
}

static void check_utf8(const char *in, size_t len, const char *expected, size_t replaced)
{
    STRBUF_AUTO(out, 1000);

    assert_int_equal(text_append_utf8(&out, span_of(in, len)), replaced);
    assert_string_equal(out.data, expected);
}

#define BAD "\xef\xbf\xbd"

static void test_utf8(void **state)
{
    (void)state;
    check_utf8("plain", 5, "plain", 0);
    check_utf8("\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 9, "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
               0);
    check_utf8("a\0b", 3, "a" BAD "b", 1);
    check_utf8("\xc3", 1, BAD, 1);
    check_utf8("\xe2\x82", 2, BAD, 1);
    check_utf8("\xe2\x82z", 3, BAD "z", 1);
    check_utf8("\xed\xa0\x80", 3, BAD BAD BAD, 3); /* a surrogate */
    check_utf8("\xc0\xaf", 2, BAD BAD, 2);         /* overlong '/' */
    check_utf8("\xf5\x80", 2, BAD BAD, 2);         /* above U+10FFFF */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_error_wins),
        cmocka_unit_test(test_prefix_without_error_is_nothing),
        cmocka_unit_test(test_the_cause_is_never_cut),
        cmocka_unit_test(test_errno),
        cmocka_unit_test(test_names_cannot_forge_lines),
        cmocka_unit_test(test_utf8),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
