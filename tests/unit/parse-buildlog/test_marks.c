/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frequency.h"
#include "marks.h"

/* Long, and its last bytes stand in many lines. */
#define TEXT "quokkaquokka installing "

static const char *head_of(struct marks *marks, const char *text)
{
    const struct mark_table *table;

    marks_add_head(marks, text, 3);
    table = marks_table(marks);
    assert_int_equal(table->count, 1);
    return table->texts[0];
}

static void looks_for_a_head_with_a_rare_end(void **state)
{
    CLEANUP(cleanup_marks) struct marks *marks = marks_new();
    const char *head = head_of(marks, TEXT);
    size_t length = strlen(head);

    assert_true(length >= 8 && length < strlen(TEXT));
    assert_memory_equal(head, TEXT, length);
    assert_int_equal(text_frequency(head + length - FREQUENCY_GRAM), 0);
    assert_true(text_frequency("ing ") > 0);
}

/* Of ends that are as rare the last; eight bytes at least; bytes beyond ASCII are rare. */
static void cuts_where_it_may(void **state)
{
    static const char *const texts[][2] = {
        {"ing for", "ing for"},           {"ing the ", "ing the "},
        {"quokkaquokka", "quokkaquokka"}, {"quokkas installing", "quokkas i"},
        {"✖ wombat", "✖ wombat"},         {"", ""},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        CLEANUP(cleanup_marks) struct marks *marks = marks_new();

        assert_string_equal(head_of(marks, texts[i][0]), texts[i][1]);
    }
}

static void looks_for_all_of_a_text_where_it_is_measured(void **state)
{
    CLEANUP(cleanup_marks) struct marks *marks = marks_new_whole();

    assert_string_equal(head_of(marks, TEXT), TEXT);
}

static void looks_for_all_of_a_text_that_is_relied_on(void **state)
{
    CLEANUP(cleanup_marks) struct marks *marks = marks_new();

    marks_add(marks, TEXT, 1);
    assert_string_equal(marks_table(marks)->texts[0], TEXT);
}

static void texts_with_one_head_are_one_mark(void **state)
{
    CLEANUP(cleanup_marks) struct marks *marks = marks_new();
    const struct mark_table *table;

    marks_add_head(marks, TEXT, 5);
    marks_add_head(marks, TEXT "the ", 2);
    marks_add_head(marks, TEXT, 2);
    table = marks_table(marks);
    assert_int_equal(table->count, 1);
    assert_int_equal(table->first[1], 2);
    assert_int_equal(table->consumers[0], 2);
    assert_int_equal(table->consumers[1], 5);
    assert_int_equal(table->consumer_most, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(looks_for_a_head_with_a_rare_end),
                                       cmocka_unit_test(cuts_where_it_may),
                                       cmocka_unit_test(
                                           looks_for_all_of_a_text_where_it_is_measured),
                                       cmocka_unit_test(looks_for_all_of_a_text_that_is_relied_on),
                                       cmocka_unit_test(texts_with_one_head_are_one_mark)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
