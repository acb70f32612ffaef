/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tally.h"

static void is(enum tally want, const char *text)
{
    if (tally_of(span_string(text)) != want)
        fail_msg("%s", text);
}

static void knows_failures(void **state)
{
    (void)state;
    is(TALLY_FAILED, "1 failed, 3 passed in 0.12s");
    is(TALLY_FAILED, "Tests:       1 failed, 2 passed, 3 total");
    is(TALLY_FAILED, "0 examples, 0 failures, 1 error occurred outside of examples");
    is(TALLY_FAILED, "1 error, 0 warnings, 0 informations");
    is(TALLY_FAILED, "3 problems (2 errors, 1 warning)");
    is(TALLY_FAILED, "Tests run: 3, Failures: 1, Errors: 0");
    is(TALLY_FAILED, "FAILED (errors=2, skipped=1)");
    is(TALLY_FAILED, "***Test Failed*** 1 failures.");
    is(TALLY_FAILED, "[build] done with 1 problem");
    is(TALLY_FAILED, "Archives with Errors: 1");
    is(TALLY_FAILED, "8 tests, 2 assertions, 1 test failed");
}

static void knows_none(void **state)
{
    (void)state;
    is(TALLY_CLEAN, "3 tests, 0 failures");
    is(TALLY_CLEAN, "2 problems (0 errors, 2 warnings)");
    is(TALLY_CLEAN, "OK (skipped=1, errors=0)");
    is(TALLY_CLEAN, "Failures: 0, Errors: 0");
}

static void knows_no_sum(void **state)
{
    (void)state;
    is(TALLY_NONE, "");
    is(TALLY_NONE, "2 errors"); /* any program's own count */
    is(TALLY_NONE, "page 150: ok, 0 errors");
    is(TALLY_NONE, "curl: (22) The requested URL returned error: 503");
    is(TALLY_NONE, "make: [Makefile:9: install] Error 1 (ignored)");
    is(TALLY_NONE, "OK (skipped=1, expected failures=1)");
    is(TALLY_NONE, "main.c:3:5: error: 2 arguments wanted");
    is(TALLY_NONE, "2 files copied, 3 skipped");
    is(TALLY_NONE, "99999999999999999999 errors in 1 file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_failures),
        cmocka_unit_test(knows_none),
        cmocka_unit_test(knows_no_sum),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
