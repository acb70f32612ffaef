/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define INFO "var/lib/dpkg/info/"

static void add(struct findings *f, const char *name, const char *path)
{
    struct file_facts from = {.path = span_string(path)};

    findings_add_package(f, "pypi", span_string(name), SPAN_LITERAL("1"), span_of(NULL, 0), &from);
}

static const char *owner_of(const struct findings *f, const char *name)
{
    return json_string_value(json_object_get(package_named(f, name), "owner"));
}

static void names_the_owner_of_files_and_folders(void **state)
{
    struct sample samples[] = {
        {INFO "python3-a.list", 0, "/.\n/usr\n/usr/a.egg-info\n", 0},
        {INFO "libb:amd64.list", 0, "/.\n/usr\n/usr/b.egg-info", 0},
        {INFO ".list", 0, "/usr/nameless.egg-info\n", 0},
        {INFO "odd.list", 0, "\n/\nusr/relative.egg-info\n//\n", 0},
        {INFO "a.md5sums", 0, "/usr/md5.egg-info\n", 0},
        {"other/info/x.list", 0, "/usr/elsewhere.egg-info\n", 0},
    };
    static const char *const unowned[] = {"nameless", "relative", "md5", "elsewhere"};
    struct findings f;

    CATALOG(&f, &dpkg_files_cataloger, samples);
    add(&f, "a", "usr/a.egg-info");
    add(&f, "b", "usr/b.egg-info");
    add(&f, "nameless", "usr/nameless.egg-info");
    add(&f, "relative", "usr/relative.egg-info");
    add(&f, "md5", "usr/md5.egg-info");
    add(&f, "elsewhere", "usr/elsewhere.egg-info");
    findings_finish(&f);
    assert_string_equal(owner_of(&f, "a"), "python3-a");
    assert_string_equal(owner_of(&f, "b"), "libb");
    for (size_t i = 0; i < sizeof unowned / sizeof *unowned; i++)
        assert_null(owner_of(&f, unowned[i]));
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_owner_of_files_and_folders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
