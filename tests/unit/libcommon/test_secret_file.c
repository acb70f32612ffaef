/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sys/stat.h>

#include "home.h"
#include "secret_file.h"

static void reads_up_to_a_limit(void **state)
{
    SECRET_FILE_AUTO(file);
    struct error err = {0};

    (void)state;
    home_write("secret", "0123456789");
    assert_true(secret_file_read("secret", 10, &file, &err));
    assert_true(file.is_there);
    assert_true(span_equal_string(secret_file_span(&file), "0123456789"));
    secret_file_release(&file);
    assert_false(secret_file_read("secret", 9, &file, &err));
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
}

static void one_that_is_not_there_is_no_error(void **state)
{
    SECRET_FILE_AUTO(file);
    struct error err = {0};

    (void)state;
    assert_true(secret_file_read("absent", 10, &file, &err));
    assert_false(file.is_there);
    assert_int_equal(file.len, 0);
    home_write("empty", "");
    assert_true(secret_file_read("empty", 10, &file, &err));
    assert_true(file.is_there);
    assert_int_equal(file.len, 0);
}

static void a_folder_is_none(void **state)
{
    SECRET_FILE_AUTO(file);
    struct error err = {0};

    (void)state;
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_false(secret_file_read("folder", 10, &file, &err));
    assert_int_equal(err.kind, ERROR_LOCAL_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_up_to_a_limit, home_enter, home_leave),
        cmocka_unit_test_setup_teardown(one_that_is_not_there_is_no_error, home_enter, home_leave),
        cmocka_unit_test_setup_teardown(a_folder_is_none, home_enter, home_leave),
    };

    return cmocka_run_group_tests_name("secret_file", tests, NULL, NULL);
}
