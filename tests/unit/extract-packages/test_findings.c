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
    owners_note_take(&f.owners, SPAN_LITERAL("python3-a"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("lib/\na.dist-info")));
    owners_note_take(&f.owners, SPAN_LITERAL("python3-a"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("lib/b.dist-info/\nMETADATA")));
    owners_note_take(&f.owners, SPAN_LITERAL("late"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("lib/\na.dist-info")));
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
    owners_note_take(&f.owners, SPAN_LITERAL("first"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("lib/\na.egg-info")));
    owners_note_take(&f.owners, SPAN_LITERAL("second"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("usr/lib/\nb.egg-info")));
    add(&f, "a", "usr/lib/a.egg-info", "/usr/lib/a.egg-info");
    add(&f, "b", "lib/b.egg-info", "/lib/b.egg-info");
    findings_finish(&f);
    assert_owner(&f, "a", "first");
    assert_owner(&f, "b", "second");
    findings_release(&f);
    symlinks_release(&links);
}

/* One list in many rows: counted each time, as if each had its own. */
static json_t *large_list(void)
{
    json_t *list = json_new_array();

    for (size_t i = 0; i < 1000000; i++)
        json_append_take(list, json_new_string(SPAN_LITERAL("libexample (>= 1)")));
    return list;
}

static void test_rows_are_bounded(void **state)
{
    struct file_facts from = {.path = SPAN_LITERAL("status")};
    json_t *list = large_list();
    struct findings f;

    (void)state;
    findings_init(&f);
    for (size_t i = 0; i < 100; i++) {
        json_t *row = findings_add_package(&f, "deb", SPAN_LITERAL("a"), SPAN_LITERAL("1"),
                                           span_of(NULL, 0), &from);

        json_put_take(row, "depends", json_incref(list));
        findings_append_take(&f, f.deb, json_new_object());
    }
    findings_finish(&f);
    /* 89 MB each: the one that went beyond is kept, and the legacy row after it is not. */
    assert_int_equal(json_array_size(f.packages), 13);
    assert_int_equal(json_array_size(f.deb), 12);
    CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
    assert_string_equal(text, "too-many-packages : the rows of all lists take more than "
                              "1073741824 bytes: 175 more are left out");
    findings_release(&f);
    json_decref(list);
}

static void test_a_binary_is_listed_once(void **state)
{
    static const struct {
        const char *path;
        const char *version;
        bool listed;
    } cases[] = {
        {"opt/bitnami/redis/bin/redis-server", "7.4.0", false},
        {"opt/bitnami/redis/bin/other", "7.4", true}, /* 7.4.0 is no revision of 7.4 */
        {"opt/bitnami/redis-stack/bin/redis-server", "7.4.0", true},
        {"usr/bin/redis-server", "7.4.0", false},       /* owned */
        {"usr/local/bin/redis-server", "7.4.0", false}, /* has that name and version already */
        {"usr/local/bin/redis-cli", "6.2.14", false},   /* told of for the whole image */
    };
    struct findings f;

    findings_init(&f);
    owners_note_take(&f.owners, SPAN_LITERAL("redis"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("usr/bin/\nredis-server")));
    findings_tell_binary(&f, SPAN_LITERAL("opt/bitnami/redis"), SPAN_LITERAL("redis"),
                         SPAN_LITERAL("7.4.0-12"));
    findings_tell_binary(&f, span_of(NULL, 0), SPAN_LITERAL("redis"), SPAN_LITERAL("6.2.14"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct file_facts from = {.path = span_string(cases[i].path)};

        findings_add_binary(&f, SPAN_LITERAL("redis"), span_string(cases[i].version), &from);
    }
    findings_finish(&f);
    assert_int_equal(json_array_size(f.packages), 2);
    for (size_t i = 0, row = 0; i < sizeof cases / sizeof *cases; i++) {
        if (!cases[i].listed)
            continue;
        assert_string_equal(json_in_string_or(json_array_get(f.packages, row++), "location", "") +
                                1,
                            cases[i].path);
    }
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_owner_of_folder_and_of_file),
        cmocka_unit_test(test_both_sides_are_led_through_links),
        cmocka_unit_test(test_rows_are_bounded),
        cmocka_unit_test(test_a_binary_is_listed_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
