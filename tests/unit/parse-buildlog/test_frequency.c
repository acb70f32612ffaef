/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frequency.h"

static void knows_what_many_lines_hold(void **state)
{
    assert_true(text_frequency("Setting up ") > 0);
    assert_true(text_frequency("https://") > text_frequency("No such file or directory"));
    assert_int_equal(text_frequency("quokka"), 0);
}

/* A text is in no more lines than any part of it. */
static void goes_by_the_rarest_part(void **state)
{
    assert_true(text_frequency("https://quokka") == 0);
    assert_true(text_frequency("error: file") <= text_frequency("error"));
    assert_true(text_frequency("error: file") <= text_frequency(" file"));
}

/* The first and the last entry of the table are found, too. */
static void finds_all_entries(void **state)
{
    for (size_t i = 0; i + 11 <= frequent_table_size; i += 11) {
        char gram[5] = {0};

        for (size_t k = 0; k < 4; k++)
            gram[k] = (char)frequent_table[i + k];
        assert_true(text_frequency(gram) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_what_many_lines_hold),
                                       cmocka_unit_test(goes_by_the_rarest_part),
                                       cmocka_unit_test(finds_all_entries)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
