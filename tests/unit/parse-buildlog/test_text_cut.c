/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text_cut.h"

static void cut(const char *text, size_t most, const char *want)
{
    struct span got = text_cut(span_string(text), most);

    assert_int_equal(got.len, span_string(want).len);
    assert_true(span_equal_string(got, want));
}

static void cuts_between_words(void **state)
{
    (void)state;
    cut("one two", 7, "one two");
    cut("one two three", 10, "one two ");
    cut("", 5, "");
    /* A word that begins in the first half is cut itself. */
    cut("a bcdefghijk", 8, "a bcdefg");
}

static void shows_no_half_of_an_url_s_secret(void **state)
{
    (void)state;
    cut("https://user:password@host/x", 16, "https://");
    cut("https://token@host/x", 12, "https://");
    cut("at https://user:password@host/x", 20, "at https://");
    /* Its end is there: it can be masked. */
    cut("https://user:pw@host.example/x", 24, "https://user:pw@host.exa");
    cut("https://host.example/a/long/path", 28, "https://host.example/a/long/");
    cut("a://b/,c://user:password@d", 18, "a://b/,c://");
    cut("://", 2, ":/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts_between_words),
                                       cmocka_unit_test(shows_no_half_of_an_url_s_secret)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
