/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all package managers have in common: marks, tracks, attempts, proof. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "limits.h"
#include "manager_run.h"

struct fixture {
    struct pool pool;
    struct packages packages;
    struct managers tracks[2];
    uint64_t line;
};

static int set_up(void **state)
{
    static struct fixture fixture;

    fixture = (struct fixture){0};
    packages_init(&fixture.packages, &fixture.pool);
    for (uint32_t i = 0; i < 2; i++)
        managers_init(&fixture.tracks[i], &fixture.packages, i);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;

    for (size_t i = 0; i < 2; i++)
        managers_release(&f->tracks[i]);
    packages_release(&f->packages);
    pool_release(&f->pool);
    return 0;
}

static struct recovery say(struct fixture *f, size_t track, const char *text)
{
    struct log_line line = {.number = ++f->line, .text = span_string(text)};

    return managers_line(&f->tracks[track], &line, manager_marked(line.text));
}

static enum package_action action_of(const struct fixture *f, size_t i)
{
    assert_true(i < f->packages.count);
    return f->packages.items[i].action;
}

static void lists_each_once(void **state)
{
    for (size_t i = 0; managers_get(i); i++) {
        const struct manager *manager = managers_get(i);

        assert_non_null(manager->line);
        assert_non_null(manager->marks[0]);
        for (const char *const *mark = manager->marks; *mark; mark++)
            assert_true(strlen(*mark) >= 4);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(manager->name, managers_get(j)->name);
    }
}

static void gives_lines_to_those_with_a_mark(void **state)
{
    struct fixture *f = *state;

    assert_int_equal(manager_marked(SPAN_LITERAL("gcc -c -o x.o x.c")), 0);
    say(f, 0, "gcc -c -o x.o x.c");
    assert_null(f->tracks[0].jobs);
    say(f, 0, "Setting up jq (1.6) ...");
    assert_non_null(f->tracks[0].jobs);
}

static void gives_a_follower_the_lines_after(void **state)
{
    struct fixture *f = *state;

    say(f, 0, " + six==1.0");
    assert_int_equal(f->packages.count, 0);
    say(f, 0, "Installed 1 package in 3ms");
    assert_true(f->tracks[0].following != 0);
    say(f, 0, " + six==1.0");
    assert_int_equal(f->packages.count, 1);
    say(f, 0, "done");
    assert_true(f->tracks[0].following == 0);
    say(f, 0, " + seven==1.0");
    assert_int_equal(f->packages.count, 1);
}

static void keeps_tracks_apart(void **state)
{
    struct fixture *f = *state;

    say(f, 0, "Collecting six");
    say(f, 1, "Collecting six");
    say(f, 1, "Collecting seven");
    say(f, 0, "ERROR: No matching distribution found for six");
    say(f, 1, "Successfully installed seven-7.0 six-1.16.0");
    assert_int_equal(f->packages.count, 3);
    assert_int_equal(action_of(f, 0), PACKAGE_FAILED);
    assert_int_equal(action_of(f, 1), PACKAGE_INSTALLED);
    packages_finish(&f->packages);
    assert_int_equal(f->packages.items[0].fate, FATE_FAILED);
    assert_int_equal(f->packages.items[1].fate, FATE_NONE);
}

/* Each step of BuildKit is a track: what one installed a later one takes away. */
static void removes_what_another_track_installed(void **state)
{
    struct fixture *f = *state;

    say(f, 0, "Installing collected packages: six");
    say(f, 0, "Successfully installed six-1.16.0");
    say(f, 1, "Collecting six==1.15.0");
    say(f, 1, "    Uninstalling six-1.16.0:");
    say(f, 1, "      Successfully uninstalled six-1.16.0");
    say(f, 1, "Successfully installed six-1.15.0");
    assert_int_equal(f->packages.count, 2);
    assert_int_equal(action_of(f, 0), PACKAGE_REMOVED);
    assert_int_equal(action_of(f, 1), PACKAGE_INSTALLED);
}

static void settles_by_the_word_of_the_builder(void **state)
{
    struct fixture *f = *state;

    say(f, 0, "(1/1) Installing musl (1.2.5-r0)");
    say(f, 1, "(1/1) Installing musl (1.2.5-r0)");
    managers_settle(&f->tracks[0], true);
    managers_finish(&f->tracks[1], true);
    assert_int_equal(action_of(f, 0), PACKAGE_INSTALLED);
    assert_int_equal(action_of(f, 1), PACKAGE_COLLECTED);
}

static void tells_the_lines_that_were_made_good(void **state)
{
    struct fixture *f = *state;
    struct recovery recovery;

    say(f, 0, "E: Unable to locate package jq");
    recovery = say(f, 0, "Setting up jo (1.9) ...");
    assert_int_equal(recovery.last, 0);
    recovery = say(f, 0, "Setting up jq (1.6) ...");
    assert_int_equal(recovery.first, 1);
    assert_int_equal(recovery.last, 1);
}

/* Names of npm, of PyPI and of NuGet are not compared alike. */
static void compares_names_as_the_tool_does(void **state)
{
    struct fixture *f = *state;

    say(f, 0, "Collecting zope.Interface");
    say(f, 0, "Collecting x");
    say(f, 0, "Successfully installed zope-interface-6.0 x-1");
    assert_int_equal(f->packages.count, 2);
    say(f, 0, "npm info run JSON@1.0.0 install a b");
    say(f, 0, "npm info run json@1.0.0 install a b");
    say(f, 0, "npm info run json@1.1.0 install a b");
    assert_int_equal(f->packages.count, 5);
    say(f, 0, "Successfully installed 'NUnit 3.0' to /src");
    say(f, 0, "Successfully installed 'nunit 3.0' to /src");
    assert_int_equal(f->packages.count, 6);
}

static void ends_at_the_limit(void **state)
{
    struct fixture *f = *state;
    char text[64];

    for (size_t i = 0; i <= LIMIT_LOG_PACKAGES; i++) {
        snprintf(text, sizeof text, "Setting up p%zu (1) ...", i);
        say(f, 0, text);
    }
    assert_int_equal(f->packages.count, LIMIT_LOG_PACKAGES);
    assert_true(f->packages.full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_each_once),
        cmocka_unit_test_setup_teardown(gives_lines_to_those_with_a_mark, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_a_follower_the_lines_after, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_tracks_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(removes_what_another_track_installed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(settles_by_the_word_of_the_builder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_the_lines_that_were_made_good, set_up, tear_down),
        cmocka_unit_test_setup_teardown(compares_names_as_the_tool_does, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ends_at_the_limit, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
