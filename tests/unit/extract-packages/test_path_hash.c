/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "path_table.h"

/* What Python 3.11 says: PYTHONHASHSEED=0 makes its key zero, hash(b"...") % 2**64. */
static void test_is_siphash_1_3(void **state)
{
    static const struct {
        const char *text;
        uint64_t hash;
    } cases[] = {
        {"a", 0x407448d2b89b1813},
        {"usr/bin/", 0x50811ec994863583},
        {"usr/lib/x86_64-linux-gnu/libc.so.6", 0xa6cdd9625bcea0ba},
    };
    struct path_key zero = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(path_hash(zero, span_string(cases[i].text)), cases[i].hash);
}

static void test_keys_differ(void **state)
{
    struct path_key one = {1, 2};
    struct path_key other = {1, 3};

    (void)state;
    assert_int_not_equal(path_hash(one, SPAN_LITERAL("usr")),
                         path_hash(other, SPAN_LITERAL("usr")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_siphash_1_3),
        cmocka_unit_test(test_keys_differ),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
