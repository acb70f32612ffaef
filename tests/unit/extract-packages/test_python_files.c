/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

static void lists_each_file_with_its_digest(void **state)
{
    struct sample samples[] = {{"usr/lib/b.py", 0, "", 0}, {"usr/lib/b.py", 1, "print(1)\n", 0},
                               {"a.py", 0, "", 0},         {".py", 0, "", 0},
                               {"a.pyc", 0, "", 0},        {"apy", 0, "", 0}};
    struct digest empty = digest_of(span_string(""));
    struct digest print = digest_of(span_string("print(1)\n"));
    struct findings f;

    CATALOG(&f, &python_files_cataloger, samples);
    assert_int_equal(f.python_file_count, 3);
    assert_string_equal(f.python_files[0].path, "/.py");
    assert_string_equal(f.python_files[1].path, "/a.py");
    assert_true(digest_equal(&f.python_files[1].digest, &empty));
    assert_string_equal(f.python_files[2].path, "/usr/lib/b.py");
    assert_true(digest_equal(&f.python_files[2].digest, &print));
    findings_release(&f);
}

static void refuses_damaged_facts(void **state)
{
    static const char *const facts[] = {"", "\"", "\"\"", "null", "\"sha256:00\"", "\"sha512:00\""};

    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        struct file_facts file = {.path = span_string("a.py"), .facts = span_string(facts[i])};
        struct file_set files = {&file, 1};
        struct error err = {0};
        struct findings f;

        findings_init(&f);
        assert_false(python_files_cataloger.assemble(&files, &f, &err));
        assert_true(error_is_set(&err));
        findings_release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_each_file_with_its_digest),
        cmocka_unit_test(refuses_damaged_facts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
