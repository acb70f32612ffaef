/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which patterns a path matches, in which order, by whichever index they stand in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli.h"
#include "wanted_list.h"

static const struct wanted first_wanted[] = {
    {"*.dist-info/METADATA", WANTED_WHOLE}, {"info/*.list", WANTED_WHOLE}, {"*.jar", WANTED_WHOLE},
    {"bin/python*", WANTED_WHOLE},          {"lib*.so.*", WANTED_WHOLE},
};
static const struct wanted second_wanted[] = {
    {"/etc/os-release", WANTED_WHOLE},
    {"*", WANTED_NAME},
};
static const struct wanted third_wanted[] = {
    {"a*", WANTED_NAME},
    {"a.jar", WANTED_NAME},
    {"*.jar", WANTED_NAME},
};
static const struct cataloger first = {.name = "first",
                                       .wanted = first_wanted,
                                       .wanted_count = ARRAY_LENGTH(first_wanted)};
static const struct cataloger second = {.name = "second",
                                        .wanted = second_wanted,
                                        .wanted_count = ARRAY_LENGTH(second_wanted)};
static const struct cataloger third = {.name = "third",
                                       .wanted = third_wanted,
                                       .wanted_count = ARRAY_LENGTH(third_wanted)};

/* The patterns that path matches, in order, with blanks between. */
static void assert_matches(const char *path, const char *expected)
{
    static const struct cataloger *const all[] = {&first, &second, &third};
    const struct wanted_entry *entries[MOST_MATCHES];
    struct wanted_list list = {0};

    wanted_list_add_catalogers(&list, all, ARRAY_LENGTH(all));
    STRBUF_AUTO(text, 1 * KIB);
    size_t count = wanted_list_match(&list, span_string(path), entries, MOST_MATCHES);
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&text, "%s%s", i ? " " : "", entries[i]->wanted->pattern);
    assert_string_equal(text.data, expected);
    wanted_list_release(&list);
}

static void test_each_index(void **state)
{
    (void)state;
    assert_matches("usr/lib/x.dist-info/METADATA", "*.dist-info/METADATA *");
    assert_matches("usr/lib/x.dist/METADATA", "*");
    assert_matches("var/lib/dpkg/info/libc6:amd64.list", "info/*.list *");
    assert_matches("info/.list", "info/*.list *");
    assert_matches("usr/bin/python", "bin/python* *");
    assert_matches("usr/bin/python3.11", "bin/python* *");
    assert_matches("usr/bin/cpython3", "*");
    assert_matches("lib/libz.so.1", "lib*.so.* *");
    assert_matches("lib/libz.so", "*");
    assert_matches("etc/os-release", "/etc/os-release");
    assert_matches("x/etc/os-release", "*");
    assert_matches("*", "*");
    assert_matches("", "");
}

static void test_one_a_cataloger_the_first_of_its_list(void **state)
{
    (void)state;
    assert_matches("lib/a.jar", "*.jar * a*");
    assert_matches("lib/b.jar", "*.jar * *.jar");
}

static void test_whole_paths_come_first(void **state)
{
    static const struct cataloger *const all[] = {&first, &third};
    const struct wanted_entry *entries[MOST_MATCHES];
    struct wanted_list list = {0};

    (void)state;
    wanted_list_add_catalogers(&list, all, ARRAY_LENGTH(all));
    wanted_list_add_path(&list, SPAN_LITERAL("a/*.jar"), &first, &first_wanted[2]);
    assert_int_equal(wanted_list_match(&list, SPAN_LITERAL("a/*.jar"), entries, MOST_MATCHES), 2);
    assert_true(entries[0]->whole);
    assert_ptr_equal(entries[0]->cataloger, &first);
    assert_ptr_equal(entries[1]->cataloger, &third);
    assert_int_equal(wanted_list_match(&list, SPAN_LITERAL("a/*.jar"), entries, 1), 1);
    assert_int_equal(wanted_list_match(&list, SPAN_LITERAL("a/x.list"), entries, 1), 0);
    wanted_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_index),
        cmocka_unit_test(test_one_a_cataloger_the_first_of_its_list),
        cmocka_unit_test(test_whole_paths_come_first),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
