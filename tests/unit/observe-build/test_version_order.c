/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests/cli/oracles-versions.bats has no tool for, and of each order what is told by its specification. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "version_order.h"

/* versions, oldest first, parted by blanks; each is older than all behind it. */
static void ascending(const char *type, const char *versions)
{
    struct span rest = span_string(versions);
    struct span a;

    while (span_split(&rest, ' ', &a)) {
        struct span behind = rest;
        struct span b;
        int order;

        assert_true(version_compare(span_string(type), a, a, &order));
        assert_int_equal(order, 0);
        while (span_split(&behind, ' ', &b)) {
            assert_true(version_compare(span_string(type), a, b, &order));
            if (order >= 0)
                fail_msg("%s: %.*s is not older than %.*s", type, SPAN_ARG(a), SPAN_ARG(b));
            assert_true(version_compare(span_string(type), b, a, &order));
            assert_true(order > 0);
        }
    }
}

static void same(const char *type, const char *a, const char *b)
{
    int order = 1;

    assert_true(version_compare(span_string(type), span_string(a), span_string(b), &order));
    assert_int_equal(order, 0);
}

static void unknown(const char *type, const char *a, const char *b)
{
    int order;

    assert_false(version_compare(span_string(type), span_string(a), span_string(b), &order));
}

static void deb(void **state)
{
    ascending("deb", "~~ ~~a ~ 1.0~beta1~svn1245 1.0~beta1 1.0 1.0-1~bpo12+1 1.0-1 1.0-1+b1 "
                     "1.0-1.1 1.0a 1.0+b 1.1 1:0.1");
    same("deb", "0:1.0-0", "1.0");
    same("deb", "1.00", "1.0");
}

static void rpm(void **state)
{
    ascending("rpm",
              "1.a-1 1.0~rc1-1 1.0-1~x 1.0-1 1.0-1.el8 1.0-2 1.0^git1-1 1.0.1-1 1.1-1 1:0.5-1");
    same("rpm", "0:1.0-1", "1.0-1");
    same("rpm", "1.0-1", "1_0-1");
}

static void apk(void **state)
{
    ascending("apk", "0.9 1.0_alpha 1.0_alpha1 1.0_beta 1.0_pre 1.0_rc1 1.0_rc2 1.0 1.0-r0 1.0-r1 "
                     "1.0-r10 1.0_cvs "
                     "1.0_svn 1.0_git20230101 1.0_hg 1.0_p1 1.0_p2 1.0b 1.0.0 1.0.5 1.00 1.05-r1 "
                     "1.06 1.1 1.10 2 006 20240101");
    ascending("apk", "0.1.0_alpha_pre2 0.1.0_alpha 0.1.0_alpha1");
    ascending("apk", "2.5.1-r8 2.5.1a-r1");
    unknown("apk", "1.0bc", "1.0");
    unknown("apk", "1.0_foo", "1.0");
    unknown("apk", "1.0", "latest");
    unknown("apk", "", "1");
}

static void python(void **state)
{
    ascending("pypi", "1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12 1.0b1.dev456 1.0b2 "
                      "1.0b2.post345.dev456 1.0b2.post345 "
                      "1.0rc1.dev456 1.0rc1 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 "
                      "1.0.post456 1.0.15 1.1.dev1 1!0.1");
    same("pypi", "1.0", "1.0.0");
    same("pypi", "v1.0-ALPHA", "1.0a0");
    same("pypi", "1.0-1", "1.0.post1");
    same("pypi", "1.0+ubuntu-1", "1.0+Ubuntu.1");
    unknown("pypi", "2004d", "1");
    unknown("pypi", "1.0", "unknown");
}

static void semantic(void **state)
{
    ascending("npm", "0.9.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 "
                     "1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.10");
    same("cargo", "1.0.0+a", "1.0.0+b");
    unknown("npm", "1.0", "1.0.0");
    unknown("npm", "1.0.0", "01.0.0");
    unknown("npm", "1.0.0", "github:a/b");
    ascending(
        "golang",
        "v0.0.0-20191109021931-daa7c04131f5 v0.0.1 v1.2.0-pre v1.2.0 v2.0.0+incompatible v2.1");
    same("golang", "v1", "v1.0.0");
    unknown("golang", "(devel)", "v1.0.0");
    unknown("golang", "v1.0-pre", "v1.0.0");
    ascending("nuget", "1.0.0-Alpha 1.0.0-beta 1.0 1.0.0.1 1.1");
    same("nuget", "1.0.0-RC", "1.0-rc");
}

static void gem(void **state)
{
    ascending("gem", "1.0.a 1.0.a.2 1.0.b1 1.0.rc1 1.0 1.0.1 1.9 1.10");
    same("gem", "1.0", "1");
    same("gem", "1.0-x", "1.0.pre.x");
    unknown("gem", "1..0", "1");
    unknown("gem", "a", "1");
}

static void maven(void **state)
{
    ascending(
        "maven",
        "1-alpha-1 1-alpha2 1-beta 1-milestone 1-rc 1-SNAPSHOT 1 1-sp 1-abc 1-xyz 1-1 1.1 1.10 2");
    same("maven", "1.0.0", "1");
    same("maven", "1-ga", "1.Final");
    same("maven", "1a1", "1-alpha-1");
    same("maven", "1.0-CR2", "1-rc2");
}

static void orders_that_are_not_known(void **state)
{
    unknown("conda", "1.0", "2.0");
    unknown("generic", "1.0", "2.0");
    unknown("", "", "");
}

static void numbers_of_any_length(void **state)
{
    static const char *const types[] = {"deb", "rpm", "apk", "pypi", "gem", "maven", "golang"};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        ascending(
            types[i],
            "9 18446744073709551616 18446744073709551617 99999999999999999999999999999999999999");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deb),
        cmocka_unit_test(rpm),
        cmocka_unit_test(apk),
        cmocka_unit_test(python),
        cmocka_unit_test(semantic),
        cmocka_unit_test(gem),
        cmocka_unit_test(maven),
        cmocka_unit_test(orders_that_are_not_known),
        cmocka_unit_test(numbers_of_any_length),
    };

    return cmocka_run_group_tests_name("version_order", tests, NULL, NULL);
}
