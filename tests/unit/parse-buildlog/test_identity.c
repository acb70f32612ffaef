/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "identity.h"

/* Of a log whose checksum somebody has made equal to others'. */
static struct digest forged(const char *log)
{
    static const struct log_identity same = {.crc = 1, .size = 2};
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_load(&err);
    CLEANUP(cleanup_analysis) struct analysis *a = analysis_new(rules, OUTCOME_UNKNOWN);

    analysis_feed(a, span_string(log));
    analysis_finish(a);
    return identity_of(a, &same);
}

#define FAILS "The command 'x' returned a non-zero code: 1\n"

static void tells_logs_apart_by_what_is_found(void **state)
{
    static const char *const logs[] = {
        "Step 1/1 : RUN a\nSuccessfully built 0123456789ab\n",
        "Step 1/1 : RUN b\nSuccessfully built 0123456789ab\n",
        "Step 1/1 : RUN a\nSetting up x (1) ...\nSuccessfully built 0123456789ab\n",
        "Step 1/1 : RUN a\nSetting up x (2) ...\nSuccessfully built 0123456789ab\n",
        "Step 1/1 : RUN a\n" FAILS,
        "Step 1/1 : RUN a\nE: Unable to locate package x\n" FAILS,
        "Step 1/1 : RUN a\nE: Unable to locate package y\n" FAILS,
        "Step 1/1 : RUN a\n\nE: Unable to locate package y\n" FAILS,
    };

    (void)state;
    for (size_t i = 0; i < sizeof logs / sizeof *logs; i++) {
        struct digest one = forged(logs[i]);

        for (size_t j = 0; j <= i; j++) {
            struct digest other = forged(logs[j]);

            assert_int_equal(digest_equal(&one, &other), i == j);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tells_logs_apart_by_what_is_found)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
