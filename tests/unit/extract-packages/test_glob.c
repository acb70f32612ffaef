/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "glob.h"
#include "strbuf.h"

static void matches_as_users_expect(void **state)
{
    static const struct {
        const char *pattern;
        const char *path;
        bool matches;
    } cases[] = {
        {"/usr/share", "usr/share", true},
        {"/usr/share", "usr/share/doc/x", true},
        {"/usr/share/", "usr/share/doc/x", true},
        {"./usr/share", "usr/share/doc/x", true},
        {"/usr/share", "usr/shared", false},
        {"/usr/share", "opt/usr/share", false},
        {"usr/share", "opt/usr/share/x", true},
        {"share", "usr/share", true},
        {"share", "usr/myshare", false},
        {"/usr/*", "usr/share/doc", true},
        {"/usr/*/doc", "usr/share/doc", true},
        {"/usr/*/doc", "usr/share/a/doc", false},
        {"/usr/**/doc", "usr/share/a/doc", true},
        {"/usr/**/doc", "usr/doc", true},
        {"/usr/**", "usr/x/y", true},
        {"/**", "usr/x/y", true},
        {"**/node_modules/**", "app/node_modules/a/package.json", true},
        {"/a/**/b*/c", "a/x/b1/b2/c", true},
        {"/a/**/b/*/c", "a/b/b/x/c", true},
        {"*.dist-info", "usr/lib/x-1.dist-info/METADATA", true},
        {"*.dist-info", "usr/lib/x-1.dist-info2/METADATA", false},
        {"/a?c", "abc", true},
        {"/a?c", "a/c", false},
        {"/a*b*c", "axbxbxc", true},
        {"/a*b*c", "axbx/c", false},
        {"[a]", "a", false},
        {"/", "anything", true},
        {"", "anything", false},
        {"*", "anything", true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (glob_excludes(span_string(cases[i].pattern), span_string(cases[i].path)) !=
            cases[i].matches)
            fail_msg("'%s' and '%s'", cases[i].pattern, cases[i].path);
}

/* What backtracking would take an age for. */
static void many_stars_take_little_time(void **state)
{
    STRBUF_AUTO(path, 100000);

    (void)state;
    for (size_t i = 0; i < 4000; i++)
        strbuf_add_string(&path, "a");
    assert_false(glob_excludes(span_string("/*a*a*a*a*a*a*a*a*a*b"), strbuf_span(&path)));
    assert_false(glob_excludes(span_string("/**a**a**a**a*a*a*a*b"), strbuf_span(&path)));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_as_users_expect),
        cmocka_unit_test(many_stars_take_little_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
