/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define LOCAL "var/lib/pacman/local/"

/* As pacman 6 writes it. */
static const char gmp[] =
    "%NAME%\ngmp\n\n%VERSION%\n6.2.1-2\n\n%BASE%\ngmp\n\n%DESC%\nA free library\n\n"
    "%URL%\nhttps://gmplib.org/\n\n%ARCH%\nx86_64\n\n%BUILDDATE%\n1665\n\n%INSTALLDATE%\n1665\n\n"
    "%PACKAGER%\nA Packager <a@packager.example>\n\n%SIZE%\n1044438\n\n%REASON%\n1\n\n"
    "%LICENSE%\nLGPL3\nGPL\n\n%VALIDATION%\npgp\n\n%REPLACES%\nold-gmp\n\n"
    "%DEPENDS%\ngcc-libs\nsh>=1\n\n%OPTDEPENDS%\nperl: for scripts\n\n%CONFLICTS%\nmpir\n\n"
    "%PROVIDES%\nlibgmp.so=10-64\nlibgmpxx.so\n\n";

static void reads_every_field_that_is_kept(void **state)
{
    struct sample samples[] = {{LOCAL "gmp-6.2.1-2/desc", 3, gmp, 0}};
    struct findings f;

    CATALOG(&f, &pacman_cataloger, samples);
    json_put_string(f.operating_system, "id", SPAN_LITERAL("arch"));
    json_put_string(f.operating_system, "build_id", SPAN_LITERAL("rolling"));
    findings_finish(&f);
    assert_json(f.warnings, "[]");
    assert_json(json_array_get(f.packages, 0),
                "{'arch':'x86_64','depends':['gcc-libs','sh>=1'],'installer':null,'layer':3,"
                "'licenses':['LGPL3','GPL'],'location':'/" LOCAL "gmp-6.2.1-2/desc',"
                "'name':'gmp','origin':null,'owner':null,"
                "'provides':['libgmp.so=10-64','libgmpxx.so'],"
                "'purl':'pkg:alpm/arch/gmp@6.2.1-2?arch=x86_64&distro=arch-rolling&upstream=gmp',"
                "'replaces':['old-gmp'],'requested':false,"
                "'source_package':{'name':'gmp','version':'6.2.1-2'},"
                "'type':'alpm','version':'6.2.1-2'}");
    findings_release(&f);
}

static void expect(const char *desc, size_t size, const char *expected)
{
    struct sample samples[] = {{LOCAL "x-1-1/desc", 0, desc, size}};
    struct findings f;

    CATALOG(&f, &pacman_cataloger, samples);
    if (json_array_size(f.packages)) {
        CLEANUP(cleanup_json) json_t *seen = json_new_object();
        json_t *package = json_array_get(f.packages, 0);

        json_put_take(seen, "name", json_incref(json_object_get(package, "name")));
        json_put_take(seen, "requested", json_incref(json_object_get(package, "requested")));
        json_put_take(seen, "source", json_incref(json_object_get(package, "source_package")));
        json_put_take(seen, "version", json_incref(json_object_get(package, "version")));
        assert_json(seen, expected);
    } else {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);

        assert_string_equal(text, expected);
    }
    findings_release(&f);
}

static void reads_any_bytes(void **state)
{
    static const char nul[] = "%NAME%\na\0b\n\n%VERSION%\n1-1\n";
#define BARE "'requested':true,'source':null,'version':'1-1'}"

    expect("%NAME%\nx\n\n%VERSION%\n1-1\n", 0, "{'name':'x'," BARE);
    expect("%NAME%\r\nx\r\n\r\n%VERSION%\r\n1-1", 0, "{'name':'x'," BARE);
    /* A heading ends nothing, and needs no empty line before it. */
    expect("%VERSION%\n1-1\n\n%NAME%\nx\n%REASON%\n1\n", 0,
           "{'name':'x','requested':false,'source':null,'version':'1-1'}");
    expect("%NAME%\nx\n\n%VERSION%\n1-1\n\n%REASON%\n0\n", 0, "{'name':'x'," BARE);
    expect("", 0, "malformed /" LOCAL "x-1-1/desc: no name of a package");
    expect("%NAME%\n\n%VERSION%\n1-1\n", 0, "malformed /" LOCAL "x-1-1/desc: no name of a package");
    expect("%NAME%\nx", 0, "malformed /" LOCAL "x-1-1/desc: no version of a package");
    expect(nul, sizeof nul - 1, "malformed /" LOCAL "x-1-1/desc: no name of a package");
}

static void finds_the_layer_and_no_other_folder(void **state)
{
    struct sample samples[] = {
        {LOCAL "x-1-1/desc", 0, "%NAME%\nx\n\n%VERSION%\n1-1\n", 0},
        {LOCAL "x-1-1/desc", 1, "%NAME%\nx\n\n%VERSION%\n1-1\n\n%REASON%\n1\n", 0},
        {LOCAL "y-2-1/desc", 0, "%NAME%\nz\n\n%VERSION%\n2-1\n", 0},
        {LOCAL "y-2-1/desc", 1, "%NAME%\ny\n\n%VERSION%\n2-1\n", 0},
        {LOCAL "ALPM_DB_VERSION", 0, "9\n", 0},
        {"srv/" LOCAL "w-1-1/desc", 0, "%NAME%\nw\n\n%VERSION%\n1-1\n", 0},
    };
    struct findings f;

    CATALOG(&f, &pacman_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_int_equal(json_in_int_or(package_named(&f, "x"), "layer", -1), 0);
    assert_false(json_in_bool_or(package_named(&f, "x"), "requested", true));
    assert_int_equal(json_in_int_or(package_named(&f, "y"), "layer", -1), 1);
    findings_release(&f);
}

static void add_found(struct findings *f, const char *path)
{
    struct file_facts from = {.path = span_string(path)};

    findings_add_package(f, "pypi", span_string(path), SPAN_LITERAL("1"), span_of(NULL, 0), &from);
}

static void names_the_owner_of_files(void **state)
{
    /* a and a-1 sort as "a-1-1/desc", "a-1-1/files", "a-1-1-1/...": '-' is before '/'. */
    struct sample samples[] = {
        {LOCAL "a-1-1/desc", 0, "%NAME%\na\n\n%VERSION%\n1-1\n", 0},
        {LOCAL "a-1-1/files", 0,
         "%FILES%\nusr/\nusr/bin/\nusr/bin/one\nusr/share/empty/\n\n"
         "%BACKUP%\nusr/bin/two\td41d8\n",
         0},
        {LOCAL "a-1-1-1/desc", 0, "%NAME%\na-1\n\n%VERSION%\n1-1\n", 0},
        {LOCAL "a-1-1-1/files", 0, "%FILES%\nusr/bin/three\n", 0},
        /* Its desc does not parse: nobody's. */
        {LOCAL "b-1-1/desc", 0, "%NAME%\nb\n", 0},
        {LOCAL "b-1-1/files", 0, "%FILES%\nusr/bin/four\n", 0},
    };
    static const char *const owners[][2] = {
        {"usr/bin/one", "a"},     {"usr/bin/two", "none"},  {"usr/share/empty", "a"},
        {"usr/bin/three", "a-1"}, {"usr/bin/four", "none"}, {"usr", "none"},
    };
    struct findings f;

    CATALOG(&f, &pacman_cataloger, samples);
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        add_found(&f, owners[i][0]);
    findings_finish(&f);
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        assert_string_equal(json_in_string_or(package_named(&f, owners[i][0]), "owner", "none"),
                            owners[i][1]);
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_field_that_is_kept),
        cmocka_unit_test(reads_any_bytes),
        cmocka_unit_test(finds_the_layer_and_no_other_folder),
        cmocka_unit_test(names_the_owner_of_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
