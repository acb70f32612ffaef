/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_in.h"
#include "licenses.h"

static void reads_ids_and_expressions(void **state)
{
    static const struct {
        const char *text;
        enum license_form form;
        const char *canonical;
    } cases[] = {
        {"MIT", LICENSE_ID, "MIT"},
        {" mit\n", LICENSE_ID, "MIT"},
        {"0bsd", LICENSE_ID, "0BSD"},
        {"zpl-2.1", LICENSE_ID, "ZPL-2.1"},
        {"GPL-2.0+", LICENSE_ID, "GPL-2.0+"},
        {"apache-2.0+", LICENSE_EXPRESSION, "Apache-2.0+"},
        {"MIT or apache-2.0", LICENSE_EXPRESSION, "MIT OR Apache-2.0"},
        {"(MIT)", LICENSE_EXPRESSION, "(MIT)"},
        {"((MIT OR ISC) AND(BSD-3-Clause))", LICENSE_EXPRESSION,
         "((MIT OR ISC) AND (BSD-3-Clause))"},
        {"GPL-2.0-only WITH Classpath-exception-2.0 AND MIT", LICENSE_EXPRESSION,
         "GPL-2.0-only WITH Classpath-exception-2.0 AND MIT"},
        {"", LICENSE_NAME, ""},
        {"BSD License", LICENSE_NAME, ""},
        {"GPL (>= 2)", LICENSE_NAME, ""},
        {"MIT AND", LICENSE_NAME, ""},
        {"AND MIT", LICENSE_NAME, ""},
        {"MIT ISC", LICENSE_NAME, ""},
        {"(MIT", LICENSE_NAME, ""},
        {"MIT)", LICENSE_NAME, ""},
        {"()", LICENSE_NAME, ""},
        {"MIT WITH", LICENSE_NAME, ""},
        {"MIT WITH MIT", LICENSE_NAME, ""},
        {"(MIT) WITH LLVM-exception", LICENSE_NAME, ""},
        {"LLVM-exception", LICENSE_NAME, ""},
        {"+", LICENSE_NAME, ""},
        {"MIT/ISC", LICENSE_NAME, ""},
        {"LicenseRef-mine", LICENSE_NAME, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(out, KIB);

        assert_int_equal(license_read(span_string(cases[i].text), &out), cases[i].form);
        assert_string_equal(out.data, cases[i].canonical);
    }
}

static void takes_any_bytes(void **state)
{
    static const char bytes[] = "MIT\0 OR \xff(";
    STRBUF_AUTO(out, KIB);

    (void)state;
    assert_int_equal(license_read(span_of(bytes, sizeof bytes - 1), &out), LICENSE_NAME);
    assert_int_equal(license_read(span_of(bytes, 4), &out), LICENSE_NAME);
    assert_int_equal(out.len, 0);
}

static void assert_joined(const char *licenses, const char *expected)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *list = json_in_parse(span_string(licenses), "licences", &err);
    STRBUF_AUTO(out, KIB);

    assert_non_null(list);
    licenses_join(list, &out);
    assert_string_equal(out.data, expected);
}

static void joins_all_of_a_package(void **state)
{
    (void)state;
    assert_joined("[]", "");
    assert_joined("[\" \"]", "");
    assert_joined("[\"mit\"]", "MIT");
    assert_joined("[\"MIT OR ISC\"]", "MIT OR ISC");
    assert_joined("[\"MIT OR ISC\", \"Zlib\"]", "(MIT OR ISC) AND Zlib");
    /* sha256("BSD License") */
    assert_joined("[\"BSD License\", \"Zlib\"]", "LicenseRef-170c0f4cee6fc262 AND Zlib");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_ids_and_expressions),
        cmocka_unit_test(takes_any_bytes),
        cmocka_unit_test(joins_all_of_a_package),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
