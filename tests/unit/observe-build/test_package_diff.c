/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "json_in.h"
#include "lists.h"
#include "package_diff.h"

static void add_package(struct strbuf *out, const struct package *package)
{
    if (package)
        strbuf_addf(out, "%s=%.*s", package->key, SPAN_ARG(package->version));
    else
        strbuf_add_string(out, "-");
}

/* want: "FROM>TO" and a blank for each change, each as key=version or "-". */
static void check(const char *base_lines, const char *output_lines, const char *want)
{
    CLEANUP(cleanup_json) json_t *base_document = image_of(base_lines);
    CLEANUP(cleanup_json) json_t *output_document = image_of(output_lines);
    STRBUF_AUTO(found, 4 * KIB);
    struct error err = {0};
    PACKAGE_LIST_AUTO(base);
    PACKAGE_LIST_AUTO(output);
    PACKAGE_DIFF_AUTO(diff);

    assert_true(package_list_read(&base, base_document, &err));
    assert_true(package_list_read(&output, output_document, &err));
    package_diff_make(&diff, &base, &output, NULL);
    for (size_t i = 0; i < diff.count; i++) {
        add_package(&found, diff.items[i].from);
        strbuf_add_byte(&found, '>');
        add_package(&found, diff.items[i].to);
        strbuf_add_byte(&found, ' ');
    }
    assert_string_equal(found.data, want);
}

static void tells_added_removed_and_changed(void **state)
{
    check("", "", "");
    check("deb a 1 all -", "deb a 1 all -", "");
    check("", "deb a 1 all -", "->a=1 ");
    check("deb a 1 all -", "", "a=1>- ");
    check("deb a 1 all -", "deb a 2 all -", "a=1>a=2 ");
    check("deb a 1 all -\ndeb b 1 all -\ndeb c 1 all -",
          "deb b 2 all -\ndeb c 1 all -\ndeb d 1 all -", "a=1>- b=1>b=2 ->d=1 ");
}

static void keeps_ecosystems_and_architectures_apart(void **state)
{
    check("deb a 1 all -", "pypi a 1 - /x", "a=1>- ->a=1 ");
    check("deb a 1 amd64 -", "deb a 1 amd64 -\ndeb a 1 i386 -", "->a=1 ");
    check("deb a 1 amd64 -\ndeb a 1 i386 -", "deb a 2 amd64 -\ndeb a 1 i386 -", "a=1>a=2 ");
}

static void compares_python_names_as_pep_503(void **state)
{
    check("pypi Foo_Bar 1 - /x", "pypi foo.bar 1 - /x", "");
    check("pypi Foo__Bar 1 - /x", "pypi foo-.bar 2 - /x", "foo-bar=1>foo-bar=2 ");
    check("deb Foo_Bar 1 all -", "deb foo-bar 1 all -", "Foo_Bar=1>- ->foo-bar=1 ");
}

static void follows_copies_by_their_place(void **state)
{
    /* The folder's own name has the version: its place is the folder above. */
    check("pypi a 1 - /p/a-1.dist-info", "pypi a 2 - /p/a-2.dist-info", "a=1>a=2 ");
    /* A second copy beside an older one that stays is added. */
    check("pypi a 1 - /p/a-1.dist-info", "pypi a 1 - /p/a-1.dist-info\npypi a 2 - /v/a-2.dist-info",
          "->a=2 ");
    /* Of two copies the one that changed. */
    check("pypi a 1 - /p\npypi a 1 - /v", "pypi a 1 - /p\npypi a 2 - /v", "a=1>a=2 ");
    check("pypi a 2 - /p\npypi a 1 - /v", "pypi a 1 - /p\npypi a 2 - /v", "a=2>a=1 a=1>a=2 ");
    /* Moved, and perhaps of another version too. */
    check("pypi a 1 - /p", "pypi a 1 - /v", "a=1>a=1 ");
    check("pypi a 1 - /p", "pypi a 2 - /v", "a=1>a=2 ");
    /* One of three goes. */
    check("pypi a 1 - /p\npypi a 1 - /q\npypi a 1 - /r", "pypi a 1 - /p\npypi a 1 - /r", "a=1>- ");
    /* The same copy listed twice is two. */
    check("pypi a 1 - /p", "pypi a 1 - /p\npypi a 1 - /p", "->a=1 ");
}

static void check_kind(const char *from, const char *to, enum package_change_kind want)
{
    CLEANUP(cleanup_json) json_t *base_document = image_of(from);
    CLEANUP(cleanup_json) json_t *output_document = image_of(to);
    struct error err = {0};
    PACKAGE_LIST_AUTO(base);
    PACKAGE_LIST_AUTO(output);
    PACKAGE_DIFF_AUTO(diff);

    assert_true(package_list_read(&base, base_document, &err));
    assert_true(package_list_read(&output, output_document, &err));
    package_diff_make(&diff, &base, &output, NULL);
    assert_int_equal(diff.count, 1);
    assert_int_equal(package_change_kind(&diff.items[0]), want);
}

static void tells_which_way_a_version_went(void **state)
{
    check_kind("", "deb a 1 all -", PACKAGE_ADDED);
    check_kind("deb a 1 all -", "", PACKAGE_REMOVED);
    check_kind("deb a 1.9 all -", "deb a 1.10 all -", PACKAGE_UPGRADED);
    check_kind("deb a 1:1.9 all -", "deb a 1.10 all -", PACKAGE_DOWNGRADED);
    check_kind("conda a 1 all -", "conda a 2 all -", PACKAGE_CHANGED);
    check_kind("pypi a 1.0 - /x", "pypi a 1 - /x", PACKAGE_CHANGED);
    check_kind("pypi a 1 - /x", "pypi a 1 - /y", PACKAGE_READDED);
}

static void refuses_lists_that_are_none(void **state)
{
    struct error err = {0};
    PACKAGE_LIST_AUTO(list);
    CLEANUP(cleanup_json) json_t *document = image_of("deb a");

    assert_false(package_list_read(&list, document, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, "result.packages[0]: 'version' is missing"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_added_removed_and_changed),
        cmocka_unit_test(keeps_ecosystems_and_architectures_apart),
        cmocka_unit_test(compares_python_names_as_pep_503),
        cmocka_unit_test(follows_copies_by_their_place),
        cmocka_unit_test(tells_which_way_a_version_went),
        cmocka_unit_test(refuses_lists_that_are_none),
    };

    return cmocka_run_group_tests_name("package_diff", tests, NULL, NULL);
}
