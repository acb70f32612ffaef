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

/* What lists of one status give, so that a case is one line. */
static void expect_deb(const char *status, const char *expected, size_t warnings)
{
    struct sample samples[] = {{STATUS, 0, status, 0}};
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_list(f.deb, expected);
    assert_int_equal(json_array_size(f.warnings), warnings);
    assert_int_equal(json_array_size(f.packages), json_array_size(f.deb));
    assert_int_equal(json_array_size(f.deb_dependencies), json_array_size(f.deb));
    findings_release(&f);
}

#define STANZA(state) "Package: a\nStatus: " state "\nArchitecture: all\nVersion: 1\n"
#define LISTED "[{'arch':'all','name':'a','version':'1'}]"

static void lists_what_has_files(void **state)
{
    expect_deb(STANZA("install ok installed"), LISTED, 0);
    expect_deb(STANZA("hold ok installed"), LISTED, 0);
    expect_deb(STANZA("deinstall reinstreq installed"), LISTED, 0);
    expect_deb(STANZA("install ok unpacked"), LISTED, 0);
    expect_deb(STANZA("install ok half-configured"), LISTED, 0);
    expect_deb(STANZA("install ok triggers-pending"), LISTED, 0);
    expect_deb(STANZA("install ok triggers-awaited"), LISTED, 0);
    expect_deb(STANZA("install reinstreq half-installed"), "[]", 0);
    expect_deb(STANZA("deinstall ok config-files"), "[]", 0);
    expect_deb(STANZA("purge ok not-installed"), "[]", 0);
    expect_deb("Package: a\nVersion: 1\n", "[]", 0);
    /* dpkg keeps stanzas without a version of packages that it only knows by name. */
    expect_deb("Package: a\nStatus: purge ok not-installed\n", "[]", 0);
}

static void reads_any_layout_of_stanzas(void **state)
{
    expect_deb("", "[]", 0);
    expect_deb("\n\n\n", "[]", 0);
    expect_deb("\n\n" STANZA("install ok installed") "\n \n\t\n\n", LISTED, 0);
    expect_deb(
        "Version: 1\r\nArchitecture: all\r\nPackage: a\r\nStatus: install ok installed\r\n\r\n",
        LISTED, 0);
    expect_deb("PACKAGE:a\nversion  :\t 1 \nArchitecture: all\nStatus: install ok installed",
               LISTED, 0);
    expect_deb("Package: a\nConffiles:\n /etc/x 0123\n Version: 9\nVersion: 1\nArchitecture: all\n"
               "Status: install ok installed\n",
               LISTED, 0);
    expect_deb("Package:\n a\nVersion:\n 1\nArchitecture: all\nStatus: install ok installed\n",
               LISTED, 0);
}

static void warns_of_odd_stanzas_and_goes_on(void **state)
{
    static const char status[] = "Status: install ok installed\nVersion: 1\n\n"
                                 "Package: b\nStatus: install ok installed\n\n"
                                 "asdf\n\n"
                                 "Package: c d\nVersion: 1\nStatus: install ok installed\n\n"
                                 "Package: a\nyolo\nVersion: 1\nArchitecture: all\nVersion: 2\n"
                                 "Status: install ok installed\n";
    struct sample samples[] = {{STATUS, 0, status, 0}};
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_list(f.deb, LISTED);
    assert_json(f.warnings, "[{'code':'malformed','message':'line 1: a package without a "
                            "name','path':'/var/lib/dpkg/status'},"
                            "{'code':'malformed','message':'line 4: a package without a "
                            "version','path':'/var/lib/dpkg/status'},"
                            "{'code':'malformed','message':'line 7: a line that is no "
                            "field','path':'/var/lib/dpkg/status'},"
                            "{'code':'malformed','message':'line 9: a name, version or "
                            "architecture with a blank in it','path':'/var/lib/dpkg/status'},"
                            "{'code':'malformed','message':'line 13: a field that stands twice: "
                            "the first counts','path':'/var/lib/dpkg/status'}]");
    findings_release(&f);
}

static void survives_any_bytes(void **state)
{
    static const char bytes[] =
        "Package: a\0b\nVersion: 1\xff\nStatus: install ok installed\n\n"
        "Package: a\xff\nVersion: 1\xc3\nStatus: install ok installed\n\n\0\0:\n:\n::";
    struct sample samples[] = {{STATUS, 0, bytes, sizeof bytes - 1}};
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_list(f.deb, "[{'arch':'','name':'a\xef\xbf\xbd','version':'1\xef\xbf\xbd'}]");
    findings_release(&f);
}

static void bounds_names_and_problems(void **state)
{
    STRBUF_AUTO(status, 4 * MIB);
    struct findings f;

    for (size_t i = 0; i < 300; i++)
        strbuf_add_string(&status, "yolo\n\n");
    strbuf_add_string(&status, "Package: ");
    for (size_t i = 0; i < LIMIT_PACKAGE_NAME + 1; i++)
        strbuf_add_byte(&status, 'x');
    strbuf_add_string(&status, "\nVersion: 1\nStatus: install ok installed\n");
    struct sample samples[] = {{STATUS, 0, status.data, status.len}};
    CATALOG(&f, &dpkg_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 0);
    assert_int_equal(json_array_size(f.warnings), LIMIT_DATABASE_PROBLEMS + 1);
    CLEANUP(cleanup_free) char *last = warning_text(&f, LIMIT_DATABASE_PROBLEMS);
    assert_string_equal(last, "malformed /var/lib/dpkg/status: 201 more of these");
    findings_release(&f);
}

#define OK "\nStatus: install ok installed\nVersion: 1\n"

static void prints_names_as_dpkg_does(void **state)
{
    expect_deb("Package: dpkg\nArchitecture: arm64" OK
               "\nPackage: libc6\nMulti-Arch: same\nArchitecture: arm64" OK
               "\nPackage: libc6\nMulti-Arch: same\nArchitecture: armhf" OK
               "\nPackage: wine\nArchitecture: armhf" OK "\nPackage: doc\nArchitecture: all" OK,
               "[{'arch':'arm64','name':'dpkg','version':'1'},"
               "{'arch':'arm64','name':'libc6:arm64','version':'1'},"
               "{'arch':'armhf','name':'libc6:armhf','version':'1'},"
               "{'arch':'armhf','name':'wine:armhf','version':'1'},"
               "{'arch':'all','name':'doc','version':'1'}]",
               0);
    /* Without dpkg, the commonest architecture is the native one. */
    expect_deb(
        "Package: x\nArchitecture: i386" OK "\nPackage: y\nArchitecture: amd64" OK
        "\nPackage: z\nArchitecture: amd64" OK,
        "[{'arch':'i386','name':'x:i386','version':'1'},"
        "{'arch':'amd64','name':'y','version':'1'},{'arch':'amd64','name':'z','version':'1'}]",
        0);
}

static void splits_versions_and_relations(void **state)
{
    static const char status[] =
        "Package: git\nSource: git-src (1:2.0-1)\nVersion: 1:2.14.2-1+b1\nArchitecture: amd64\n"
        "Status: install ok installed\nPre-Depends: dpkg (>= 1.15.6~)\n"
        "Depends: a (>= 2.34) | b,\n  python3:any (<<  4) ,, c\nReplaces: old (<< 2)\nProvides: x "
        "(= 1), y\n";
    struct sample samples[] = {{STATUS, 0, status, 0}};
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_list(f.deb, "[{'arch':'amd64','name':'git','version':'1:2.14.2-1+b1'}]");
    assert_list(
        f.deb_dependencies,
        "[{'arch':'amd64','depends':[{'name':'a','version':'>= 2.34'},{'name':'b','version':''},"
        "{'name':'python3','version':'<< 4'},{'name':'c','version':''}],'epoch':'1','name':'git',"
        "'pre-depends':[{'name':'dpkg','version':'>= "
        "1.15.6~'}],'replaces':[],'version':'2.14.2-1+b1'}]");
    json_t *git = package_named(&f, "git");
    assert_json(json_object_get(git, "depends"),
                "['dpkg (>= 1.15.6~)','a (>= 2.34) | b','python3:any (<< 4)','c']");
    assert_json(json_object_get(git, "replaces"), "['old (<< 2)']");
    assert_json(json_object_get(git, "provides"), "['x (= 1)','y']");
    assert_json(json_object_get(git, "source_package"), "{'name':'git-src','version':'1:2.0-1'}");
    findings_release(&f);
}

static void lists_features_of_vcpkg(void **state)
{
    expect_deb("Package: curl\nArchitecture: x64" OK
               "\nPackage: curl\nFeature: ssl\nArchitecture: x64\nStatus: install ok installed\n"
               "\nPackage: curl\nFeature: ssl\nArchitecture: x86\nStatus: install ok installed\n"
               "\nPackage: other\nFeature: f\nVersion: 2\nArchitecture: x64\nStatus: install ok "
               "installed\n",
               "[{'arch':'x64','name':'curl','version':'1'},{'arch':'x64','name':'curl[ssl]','"
               "version':'1'},"
               "{'arch':'x64','name':'other','version':'2'}]",
               1);
}

static void takes_its_own_as_source(void **state)
{
    struct sample samples[] = {
        {STATUS, 0,
         "Package: a\nVersion: 2:1\nStatus: install ok installed\n\n"
         "Package: b\nSource: src\nVersion: 3\nStatus: install ok installed\n",
         0}};
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_json(json_object_get(package_named(&f, "a"), "source_package"),
                "{'name':'a','version':'2:1'}");
    assert_json(json_object_get(package_named(&f, "b"), "source_package"),
                "{'name':'src','version':'3'}");
    findings_release(&f);
}

static void reads_status_d(void **state)
{
    struct sample samples[] = {
        {"var/lib/dpkg/status.d/a", 0, "Package: a\nVersion: 1\nArchitecture: amd64\n", 0},
        {"var/lib/dpkg/status.d/a.md5sums", 0,
         "07d31e7e63800ab1b7966980709c51eb  usr/lib/os-release\n", 0},
        {"var/lib/dpkg/status.d/b", 1,
         "Package: b\nVersion: 1\nStatus: deinstall ok config-files\n", 0},
        {STATUS, 1, "Package: a\nVersion: 1\nArchitecture: amd64\nStatus: install ok installed\n",
         0},
    };
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_list(f.deb, "[{'arch':'amd64','name':'a','version':'1'}]");
    assert_int_equal(json_array_size(f.warnings), 0);
    findings_release(&f);
}

/* A package belongs to the lowest layer from which on it is always listed. */
#define OF(name, state, version, more)                                            \
    "Package: " name "\nStatus: install ok " state "\nArchitecture: amd64\n" more \
    "Version: " version "\n\n"
#define UPDATES "var/lib/dpkg/updates/"

static void applies_updates_in_their_order(void **state)
{
    struct sample samples[] = {
        {STATUS, 0,
         OF("kept", "installed", "1", "") OF("up", "installed", "1", "")
             OF("gone", "half-configured", "1", "") OF("new", "not-installed", "1", "")
                 OF("same", "installed", "1",
                    "Multi-Arch: same\n") "Package: same\nStatus: install ok "
                                          "installed\nArchitecture: i386\n"
                                          "Multi-Arch: same\nVersion: 1\n",
         0},
        {UPDATES "0000", 1, OF("up", "unpacked", "2", "") OF("new", "half-installed", "2", ""), 0},
        {UPDATES "0001", 1, OF("up", "installed", "3", "") OF("gone", "config-files", "1", ""), 0},
        {UPDATES "0002", 1, OF("new", "installed", "2", "") OF("kept", "triggers-pending", "1", ""),
         0},
        {UPDATES "0003", 1, OF("same", "unpacked", "2", "Multi-Arch: same\n"), 0},
        {UPDATES "tmp.i", 1, OF("kept", "not-installed", "1", ""), 0},
        {UPDATES "12345678901", 1, OF("kept", "not-installed", "1", ""), 0},
    };
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_json(f.warnings, "[]");
    assert_list(f.deb, "[{'arch':'amd64','name':'kept','version':'1'},"
                       "{'arch':'i386','name':'same:i386','version':'1'},"
                       "{'arch':'amd64','name':'up','version':'3'},"
                       "{'arch':'amd64','name':'new','version':'2'},"
                       "{'arch':'amd64','name':'same:amd64','version':'2'}]");
    assert_json(json_object_get(package_named(&f, "kept"), "location"), "'/" STATUS "'");
    assert_json(json_object_get(package_named(&f, "kept"), "layer"), "0");
    assert_json(json_object_get(package_named(&f, "up"), "location"), "'/" UPDATES "0001'");
    assert_json(json_object_get(package_named(&f, "up"), "layer"), "1");
    findings_release(&f);
}

static void finds_the_layer_of_each(void **state)
{
#define S(name, version) "Package: " name "\nVersion: " version "\nStatus: install ok installed\n\n"
    struct sample samples[] = {
        {STATUS, 0, S("base", "1") S("gone-and-back", "1") S("upgraded", "1"), 0},
        {STATUS, 2, S("base", "1") S("second", "1") S("upgraded", "2"), 0},
        {STATUS, 5,
         S("base", "1") S("second", "1") S("upgraded", "2") S("gone-and-back", "1") S("new", "1"),
         0},
    };
    static const struct {
        const char *name;
        int layer;
    } expected[] = {{"base", 0}, {"second", 2}, {"upgraded", 2}, {"gone-and-back", 5}, {"new", 5}};
    struct findings f;

    CATALOG(&f, &dpkg_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 5);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(json_in_int_or(package_named(&f, expected[i].name), "layer", -1),
                         expected[i].layer);
    findings_release(&f);
}

static void reads_real_databases(void **state)
{
    static const struct {
        const char *path;
        size_t packages;
        size_t warnings;
    } cases[] = {
        {"dpkg/texlive.status", 357, 0},
        {"dpkg/vcpkg.status", 24, 0},
        {"dpkg/postgresql.status", 3, 0},
        {"dpkg/debian-only.status", 1, 0},
        {"dpkg/scalibr-edge-cases/valid", 7, 0},
        {"dpkg/scalibr-edge-cases/empty", 0, 0},
        {"dpkg/scalibr-edge-cases/invalid", 0, 2},
        {"dpkg/scalibr-edge-cases/nopackage", 2, 1},
        {"dpkg/scalibr-edge-cases/noversion", 2, 1},
        {"dpkg/scalibr-edge-cases/single", 1, 0},
        {"dpkg/scalibr-edge-cases/statusfield", 4, 0},
        {"dpkg/scalibr-edge-cases/trailingnewlines", 1, 0},
        {"dpkg/scalibr-edge-cases/transitional", 1, 0},
        {"dpkg/scalibr-edge-cases/transitional_dummy", 1, 0},
        {"dpkg/scalibr-edge-cases/transitional_empty", 1, 0},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(cleanup_free) char *text = read_shared(cases[i].path);
        SHARED_OR_SKIP(text);
        struct sample samples[] = {{STATUS, 0, text, 0}};
        struct findings f;

        print_message("%s\n", cases[i].path);
        CATALOG(&f, &dpkg_cataloger, samples);
        assert_int_equal(json_array_size(f.deb), cases[i].packages);
        assert_int_equal(json_array_size(f.packages), cases[i].packages);
        assert_int_equal(json_array_size(f.warnings), cases[i].warnings);
        findings_release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_what_has_files),
        cmocka_unit_test(reads_any_layout_of_stanzas),
        cmocka_unit_test(warns_of_odd_stanzas_and_goes_on),
        cmocka_unit_test(survives_any_bytes),
        cmocka_unit_test(bounds_names_and_problems),
        cmocka_unit_test(prints_names_as_dpkg_does),
        cmocka_unit_test(splits_versions_and_relations),
        cmocka_unit_test(lists_features_of_vcpkg),
        cmocka_unit_test(takes_its_own_as_source),
        cmocka_unit_test(reads_status_d),
        cmocka_unit_test(applies_updates_in_their_order),
        cmocka_unit_test(finds_the_layer_of_each),
        cmocka_unit_test(reads_real_databases),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
