/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and the packages that own their files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "cataloger.h"
#include "json_in.h"
#include "symlinks.h"

static void add(struct findings *f, const char *name, const char *path, const char *location)
{
    struct file_facts from = {.path = span_string(path)};
    json_t *row = findings_add_package(f, "pypi", span_string(name), SPAN_LITERAL("1"),
                                       span_of(NULL, 0), &from);

    json_put_string(row, "location", span_string(location));
}

static void assert_owner(const struct findings *f, const char *name, const char *owner)
{
    const json_t *value = json_object_get(package_named(f, name), "owner");

    if (owner)
        assert_string_equal(json_string_value(value), owner);
    else
        assert_true(json_is_null(value));
}

static void test_owner_of_folder_and_of_file(void **state)
{
    struct findings f;

    (void)state;
    findings_init(&f);
    findings_own(&f, SPAN_LITERAL("python3-a"), SPAN_LITERAL("lib/a.dist-info"));
    findings_own(&f, SPAN_LITERAL("python3-a"), SPAN_LITERAL("lib/b.dist-info/METADATA"));
    findings_own(&f, SPAN_LITERAL("late"), SPAN_LITERAL("lib/a.dist-info"));
    add(&f, "c", "lib/c.dist-info/METADATA", "/lib/c.dist-info");
    add(&f, "b", "lib/b.dist-info/METADATA", "/lib/b.dist-info");
    add(&f, "a", "lib/a.dist-info/METADATA", "/lib/a.dist-info");
    findings_finish(&f);
    assert_owner(&f, "a", "python3-a");
    assert_owner(&f, "b", "python3-a");
    assert_owner(&f, "c", NULL);
    findings_release(&f);
}

/* dpkg says /lib/x of what lies in /usr/lib/x, and the other way round. */
static void test_both_sides_are_led_through_links(void **state)
{
    struct symlinks links;
    struct findings f;

    (void)state;
    symlinks_init(&links);
    symlinks_add(&links, SPAN_LITERAL("lib"), "usr/lib", 0);
    findings_init(&f);
    f.links = &links;
    findings_own(&f, SPAN_LITERAL("first"), SPAN_LITERAL("lib/a.egg-info"));
    findings_own(&f, SPAN_LITERAL("second"), SPAN_LITERAL("usr/lib/b.egg-info"));
    add(&f, "a", "usr/lib/a.egg-info", "/usr/lib/a.egg-info");
    add(&f, "b", "lib/b.egg-info", "/lib/b.egg-info");
    findings_finish(&f);
    assert_owner(&f, "a", "first");
    assert_owner(&f, "b", "second");
    findings_release(&f);
    symlinks_release(&links);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_owner_of_folder_and_of_file),
        cmocka_unit_test(test_both_sides_are_led_through_links),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
