/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define STATUS "var/lib/dpkg/status"
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
    struct sample status[] = {
        {STATUS, 0,
         "Package: python3-a\nVersion: 1\nStatus: install ok installed\n\n"
         "Package: libb\nVersion: 1\nArchitecture: amd64\nStatus: install ok installed\n\n"
         "Package: gone\nVersion: 1\nStatus: deinstall ok config-files\n",
         0},
    };
    struct sample samples[] = {
        {INFO "python3-a.list", 0, "/.\n/usr\n/usr/a.egg-info\n", 0},
        {INFO "libb:amd64.list", 0, "/.\n/usr\n/usr/b.egg-info", 0},
        {INFO "gone.list", 0, "/usr/left.egg-info\n", 0},
        {INFO ".list", 0, "/usr/nameless.egg-info\n", 0},
        {INFO "odd.list", 0, "\n/\nusr/relative.egg-info\n//\n", 0},
        {INFO "a.md5sums", 0, "/usr/md5.egg-info\n", 0},
        {"other/info/x.list", 0, "/usr/elsewhere.egg-info\n", 0},
    };
    static const char *const unowned[] = {"left", "nameless", "relative", "md5", "elsewhere"};
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, status);
    CATALOG_MORE(&f, &dpkg_files_cataloger, samples);
    add(&f, "a", "usr/a.egg-info");
    add(&f, "left", "usr/left.egg-info");
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

/* Distroless: the file's name is the package's or something like it. */
static void names_the_owner_of_distroless_files(void **state)
{
    struct sample status[] = {
        {STATUS ".d/libc6", 0, "Package: libc6-real\nVersion: 1\n", 0},
        {STATUS ".d/libc6.md5sums", 0, "", 0},
    };
    struct sample samples[] = {
        {STATUS ".d/libc6.md5sums", 0,
         "0123456789abcdef0123456789abcdef  usr/lib/c.egg-info\n"
         "0123456789abcdef0123456789abcdef  ./usr/lib/dotted.egg-info\n"
         "no-digest\n\n",
         0},
        {STATUS ".d/unknown.md5sums", 0, "00  usr/lib/unknown.egg-info\n", 0},
    };
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, status);
    CATALOG_MORE(&f, &dpkg_files_cataloger, samples);
    add(&f, "c", "usr/lib/c.egg-info");
    add(&f, "dotted", "usr/lib/dotted.egg-info");
    add(&f, "unknown", "usr/lib/unknown.egg-info");
    findings_finish(&f);
    assert_string_equal(owner_of(&f, "c"), "libc6-real");
    assert_string_equal(owner_of(&f, "dotted"), "libc6-real");
    assert_null(owner_of(&f, "unknown"));
    findings_release(&f);
}

static const json_t *requested(const struct findings *f, const char *name)
{
    return json_object_get(package_named(f, name), "requested");
}

static void tells_what_was_asked_for(void **state)
{
    static const char installed[] =
        "Package: asked\nVersion: 1\nArchitecture: amd64\nStatus: install ok installed\n\n"
        "Package: along\nVersion: 1\nArchitecture: amd64\nStatus: install ok installed\n\n"
        "Package: data\nVersion: 1\nArchitecture: all\nStatus: install ok installed\n\n"
        "Package: both\nVersion: 1\nArchitecture: i386\nStatus: install ok installed\n";
    struct sample status[] = {{STATUS, 0, installed, 0}};
    struct sample states[] = {
        {"var/lib/apt/extended_states", 0,
         "Package: along\nArchitecture: amd64\nAuto-Installed: 1\n\n"
         "Package: asked\nArchitecture: amd64\nAuto-Installed: 0\n\n"
         "Package: data\nArchitecture: amd64\nAuto-Installed: 1\n\n"
         "Package: both\nArchitecture: amd64\nAuto-Installed: 1\n",
         0},
    };
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, status);
    assert_true(json_is_null(requested(&f, "asked")));
    CATALOG_MORE(&f, &dpkg_files_cataloger, states);
    assert_true(json_is_true(requested(&f, "asked")));
    assert_true(json_is_false(requested(&f, "along")));
    /* apt writes the machine's own architecture of those for all of them. */
    assert_true(json_is_false(requested(&f, "data")));
    assert_true(json_is_true(requested(&f, "both")));
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_owner_of_distroless_files),
        cmocka_unit_test(tells_what_was_asked_for),
        cmocka_unit_test(names_the_owner_of_files_and_folders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
