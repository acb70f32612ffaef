/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/python_version.h"
#include "json_in.h"

#define BYTES(text) (text), sizeof(text)

static void finds_the_version(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *version; /* NULL: none */
    } cases[] = {
        {BYTES("x\0cpython-311\0y\0003.11.2\0z"), "3.11.2"},
        {BYTES("\0003.6.15\0cpython-36m-x86_64-linux-gnu"), "3.6.15"},
        {BYTES("cpython-314\0003.14.0rc1\0"), "3.14.0rc1"},
        {BYTES("cpython-39\0003.9.1+\0"), "3.9.1+"},
        {BYTES("lib/python2.7\0002.7.18\0"), "2.7.18"},
        /* At the very start. */
        {BYTES("3.9.1\0cpython-39"), "3.9.1"},
        /* The linker let it be the end of the prefix. */
        {BYTES("cpython-313\0/opt/3.13.0\0"), "3.13.0"},
        {BYTES("cpython-313\0/opt/python-3.13.0\0"), "3.13.0"},
        /* A prefix of another version is not the version. */
        {BYTES("cpython-313\0/opt/3.13.0\0003.13.1\0"), "3.13.1"},
        /* Other versions in the same file. */
        {BYTES("GLIBC_2.3.4\0003.2.0\0cpython-311\0x3.11.9\0001.3.11.8\0003.11.2\0"), "3.11.2"},
        {BYTES("cpython-311\0003.11.\0003.11.2 (main)\0003.11.x\0"), NULL},
        {BYTES("cpython-3\0003.11.2\0"), NULL},
        {BYTES("cpython-3111\0003.111.2\0"), NULL},
        {BYTES("3.11.2\0"), NULL},
        {BYTES("lib/python2.\0002.7.18\0"), NULL},
        {BYTES(""), NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span version = span_of(NULL, 0);
        bool found = python_version_find(span_of(cases[i].bytes, cases[i].size), &version);

        assert_int_equal(found, cases[i].version != NULL);
        if (found && !span_equal_string(version, cases[i].version))
            fail_msg("%.*s, not %s", SPAN_ARG(version), cases[i].version);
    }
    /* Cut before the NUL. */
    struct span version;
    assert_false(python_version_find(SPAN_LITERAL("cpython-311\0003.11.2"), &version));
}

static void lists_programs_and_links(void **state)
{
    struct sample samples[] = {
        {"usr/bin/python3.11", 0, BYTES("cpython-311\0003.11.2\0")},
        {"usr/bin/python3-config", 0, BYTES("not one")},
        {"usr/local/bin/python3.13", 0, BYTES("/lib/libpython3.13.so\0libpython3.13.so.1.0\0")},
        {"opt/a/bin/python3.13", 0, BYTES("libpython3.13.so.1.0\0")},
        {"usr/local/lib/libpython3.13.so.1.0", 0, BYTES("cpython-313\0003.13.0\0")},
        {"opt/a/lib/libpython3.13.so.1.0", 0, BYTES("cpython-313\0003.13.1\0")},
    };
    struct findings f;

    CATALOG(&f, &interpreters_cataloger, samples);
    assert_json(
        f.python_interpreters,
        "[{'link':'/opt/a/bin/python3.13','path':'/opt/a/bin/python3.13','version':'Python "
        "3.13.1'},"
        "{'link':'/usr/bin/python3.11','path':'/usr/bin/python3.11','version':'Python 3.11.2'},"
        "{'link':'/usr/local/bin/python3.13','path':'/usr/local/bin/python3.13',"
        "'version':'Python 3.13.0'}]");
    CLEANUP(cleanup_free) char *warning = warning_text(&f, 0);
    assert_string_equal(warning, "no-version /usr/bin/python3-config: a program of this name whose "
                                 "version is not in its bytes");
    findings_finish(&f);
    assert_int_equal(json_array_size(f.packages), 3);
    findings_release(&f);
}

static void tells_the_layer_that_brought_it(void **state)
{
    struct sample samples[] = {
        {"bin/python3.9", 0, BYTES("cpython-39\0003.9.1\0")},
        {"bin/python3.9", 1, BYTES("cpython-39\0003.9.2\0")},
        {"bin/python3.9", 2, BYTES("cpython-39\0003.9.2\0other")},
    };
    struct findings f;

    CATALOG(&f, &interpreters_cataloger, samples);
    findings_finish(&f);
    const json_t *package = package_named(&f, "python");
    assert_int_equal(json_integer_value(json_object_get(package, "layer")), 1);
    assert_string_equal(json_string_value(json_object_get(package, "purl")),
                        "pkg:generic/python@3.9.2");
    findings_release(&f);
}

static void leaves_out_what_a_package_owns(void **state)
{
    struct sample samples[] = {
        {"usr/bin/python3.11", 0, BYTES("cpython-311\0003.11.2\0")},
        {"usr/local/bin/python3.9", 0, BYTES("cpython-39\0003.9.1\0")},
        {"opt/bin/python3.9", 0, BYTES("cpython-39\0003.9.1\0")},
    };
    struct findings f;

    CATALOG(&f, &interpreters_cataloger, samples);
    owners_note_take(&f.owners, SPAN_LITERAL("python3.11-minimal"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("usr/bin/\npython3.11")));
    findings_finish(&f);
    assert_int_equal(json_array_size(f.python_interpreters), 3);
    assert_int_equal(json_array_size(f.packages), 1);
    assert_string_equal(json_string_value(json_object_get(package_named(&f, "python"), "location")),
                        "/opt/bin/python3.9");
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_version),
        cmocka_unit_test(lists_programs_and_links),
        cmocka_unit_test(tells_the_layer_that_brought_it),
        cmocka_unit_test(leaves_out_what_a_package_owns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
