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

#define LIB "usr/lib/opkg/"

static void joins_status_and_control(void **state)
{
    /* As OpenWrt 23.05 has them, shortened. */
    struct sample samples[] = {
        {LIB "status", 0,
         "Package: libubox20230523\nVersion: 2023-05-23-75a3b870-1\nDepends: libc\n"
         "Provides: libubox\nStatus: install ok installed\nArchitecture: x86_64\n"
         "Installed-Time: 1696883999\nAuto-Installed: yes\n",
         0},
        {LIB "info/libubox20230523.control", 0,
         "Package: libubox20230523\nVersion: 2023-05-23-75a3b870-1\nDepends: libc\n"
         "Provides: libubox\nSource: package/libs/libubox\nSourceName: libubox\n"
         "License: ISC\nSection: libs\nArchitecture: x86_64\nInstalled-Size: 10240\n"
         "Description:  Basic utility library\n",
         0},
    };
    struct findings f;

    CATALOG(&f, &opkg_cataloger, samples);
    json_put_string(f.operating_system, "id", SPAN_LITERAL("openwrt"));
    json_put_string(f.operating_system, "version_id", SPAN_LITERAL("23.05.0"));
    findings_finish(&f);
    assert_json(f.warnings, "[]");
    assert_json(f.packages,
                "[{'arch':'x86_64','depends':['libc'],'installer':null,'layer':0,"
                "'licenses':['ISC'],'location':'/" LIB "status','name':'libubox20230523',"
                "'origin':null,'owner':null,'provides':['libubox'],"
                "'purl':'pkg:opkg/openwrt/libubox20230523@2023-05-23-75a3b870-1?arch=x86_64"
                "&distro=openwrt-23.05.0&upstream=libubox','replaces':[],'requested':false,"
                "'source_package':{'name':'libubox','version':null},'type':'opkg',"
                "'version':'2023-05-23-75a3b870-1'}]");
    findings_release(&f);
}

static void lists_what_has_its_files(void **state)
{
    static const struct {
        const char *status;
        const char *requested; /* NULL: not listed */
    } cases[] = {
        {"install user installed", "true"},      {"install ok installed", "null"},
        {"install hold,user installed", "true"}, {"install  user  unpacked", "true"},
        {"install ok half-configured", "null"},  {"install ok post-inst-failed", "null"},
        {"deinstall ok removal-failed", "null"}, {"install ok half-installed", NULL},
        {"deinstall ok config-files", NULL},     {"deinstall ok not-installed", NULL},
        {"unknown ok not-installed", NULL},      {"", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(text, 4 * KIB);
        strbuf_addf(&text, "Package: a\nVersion: 1\nStatus: %s\n", cases[i].status);
        struct sample samples[] = {{"var/lib/opkg/status", 0, text.data, 0}};
        struct findings f;

        print_message("%s\n", cases[i].status);
        CATALOG(&f, &opkg_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), cases[i].requested != NULL);
        if (cases[i].requested)
            assert_json(json_object_get(package_named(&f, "a"), "requested"), cases[i].requested);
        findings_release(&f);
    }
}

static void names_sources(void **state)
{
    static const char *const cases[][2] = {
        {"Source: package/utils/busybox\nSourceName: busybox-selinux", "'busybox'"},
        {"Source: busybox_1.36.1.bb\nOE: busybox", "'busybox'"},
        {"Source: busybox", "'busybox'"},
        {"SourceName: busybox", "'busybox'"},
        {"Source: a/\nSourceName: b", "'b'"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(text, 4 * KIB);
        strbuf_addf(&text, "Package: a\nVersion: 1\n%s\n", cases[i][0]);
        struct sample samples[] = {{LIB "info/a.control", 0, text.data, 0}};
        struct findings f;

        CATALOG(&f, &opkg_cataloger, samples);
        assert_json(json_in_find(package_named(&f, "a"), "source_package.name"), cases[i][1]);
        findings_release(&f);
    }
}

static void counts_each_package_once(void **state)
{
    struct sample samples[] = {
        {LIB "status", 0, "Package: a\nVersion: 1\nStatus: install user installed\n", 0},
        {"var/lib/opkg/status", 0, "Package: a\nVersion: 1\nStatus: install user installed\n", 0},
        {LIB "info/a.control", 0, "Package: a\nVersion: 0.9\nLicense: stale\n", 0},
        {LIB "info/only.control", 1, "Package: only\nVersion: 2\nLicense: MIT\n", 0},
        {"opt/lib/opkg/info/entware.control", 0, "Package: entware\nVersion: 3\n", 0},
        {"srv/usr/lib/opkg/status", 0, "Package: b\nVersion: 1\nStatus: install user installed\n",
         0},
    };
    struct findings f;

    CATALOG(&f, &opkg_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    assert_json(json_object_get(package_named(&f, "a"), "licenses"), "[]");
    assert_json(json_object_get(package_named(&f, "only"), "licenses"), "['MIT']");
    assert_int_equal(json_in_int_or(package_named(&f, "only"), "layer", -1), 1);
    package_named(&f, "entware");
    findings_release(&f);
}

static void finds_the_layer_of_each(void **state)
{
#define STANZA(name, version) \
    "Package: " name "\nVersion: " version "\nStatus: install ok installed\n\n"
    struct sample samples[] = {{LIB "status", 0, STANZA("a", "1") STANZA("b", "1"), 0},
                               {LIB "status", 1, STANZA("a", "1") STANZA("b", "2"), 0}};
    struct findings f;

    CATALOG(&f, &opkg_cataloger, samples);
    assert_int_equal(json_in_int_or(package_named(&f, "a"), "layer", -1), 0);
    assert_int_equal(json_in_int_or(package_named(&f, "b"), "layer", -1), 1);
    findings_release(&f);
}

static void names_the_owner_of_files(void **state)
{
    struct sample samples[] = {
        {LIB "status", 0, STANZA("a", "1"), 0},
        {LIB "info/a.list", 0, "/usr/bin/one\n/usr/bin/two\t0100755\n/usr/bin/three\t0120777\t/x\n",
         0},
        {LIB "info/gone.list", 0, "/usr/bin/four\n", 0},
    };
    static const char *const owners[][2] = {{"usr/bin/one", "a"},
                                            {"usr/bin/two", "a"},
                                            {"usr/bin/three", "a"},
                                            {"usr/bin/four", "none"}};
    struct findings f;

    CATALOG(&f, &opkg_cataloger, samples);
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        struct file_facts from = {.path = span_string(owners[i][0])};

        findings_add_package(&f, "pypi", from.path, SPAN_LITERAL("1"), span_of(NULL, 0), &from);
    }
    findings_finish(&f);
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        assert_string_equal(json_in_string_or(package_named(&f, owners[i][0]), "owner", "none"),
                            owners[i][1]);
    findings_release(&f);
}

static void says_what_is_odd(void **state)
{
    struct sample samples[] = {
        {LIB "status", 0,
         "Package: a\nStatus: install ok installed\n\nno field\n\n" STANZA("b", "1"), 0},
        {LIB "info/c.control", 0, "", 0}};
    struct findings f;

    CATALOG(&f, &opkg_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 1);
    assert_int_equal(json_array_size(f.warnings), 2);
    CLEANUP(cleanup_free) char *first = warning_text(&f, 0);
    assert_string_equal(first, "malformed /" LIB "status: line 1: a package without a version");
    CLEANUP(cleanup_free) char *second = warning_text(&f, 1);
    assert_string_equal(second, "malformed /" LIB "status: line 4: a line that is no field");
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_status_and_control),
        cmocka_unit_test(lists_what_has_its_files),
        cmocka_unit_test(names_sources),
        cmocka_unit_test(counts_each_package_once),
        cmocka_unit_test(finds_the_layer_of_each),
        cmocka_unit_test(names_the_owner_of_files),
        cmocka_unit_test(says_what_is_odd),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
