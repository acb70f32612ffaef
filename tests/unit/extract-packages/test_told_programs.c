/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "strbuf.h"
#include "told_programs.h"

static void knows_versions_and_folders(void **state)
{
    static const struct {
        const char *path;
        const char *name;
        const char *version;
        bool told;
    } cases[] = {
        {"opt/redis/bin/redis", "redis", "7.4.0", true},
        {"opt/redis", "redis", "7.4.0-12", true},
        {"opt/redis/bin/redis", "redis", "7.4.0-12+b1", true},
        {"opt/redis/bin/redis", "redis", "7.4", false},
        {"opt/redis/bin/redis", "redis", "7.4.0-1", false},
        {"opt/redis/bin/redis", "redis", "7.4.0-12+b1-2", false},
        {"opt/redis-stack/bin/redis", "redis", "7.4.0", false},
        {"redis", "redis", "7.4.0", false},
        {"opt/redis/bin/redis", "redi", "7.4.0", false},
        {"any/where", "php", "8.3", true},
        {"any/where", "php", "", false},
        {"any/\xff/where", "node", "22", true},
    };
    struct path_set told = {.key = {1, 2}};

    (void)state;
    assert_false(told_programs_has(&told, SPAN_LITERAL("a"), SPAN_LITERAL("b"), SPAN_LITERAL("1")));
    told_programs_add(&told, SPAN_LITERAL("opt/redis"), SPAN_LITERAL("redis"),
                      SPAN_LITERAL("7.4.0-12+b1"));
    told_programs_add(&told, span_of(NULL, 0), SPAN_LITERAL("php"), SPAN_LITERAL("8.3"));
    told_programs_add(&told, span_of(NULL, 0), SPAN_LITERAL("none"), span_of(NULL, 0));
    told_programs_add(&told, SPAN_LITERAL("any/\xff"), SPAN_LITERAL("node"), SPAN_LITERAL("22"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (told_programs_has(&told, span_string(cases[i].path), span_string(cases[i].name),
                              span_string(cases[i].version)) != cases[i].told)
            fail_msg("%s %s", cases[i].path, cases[i].version);
    path_set_release(&told);
}

/* As many as are kept, of one name, and as many programs: their product has no end. */
static void asks_no_program_of_each(void **state)
{
    struct path_set told = {.key = {1, 2}};
    size_t found = 0;

    (void)state;
    for (int i = 0; i < LIMIT_TOLD_PROGRAMS + 10; i++) {
        STRBUF_AUTO(version, LIMIT_PACKAGE_NAME);

        strbuf_addf(&version, "%d", i);
        told_programs_add(&told, SPAN_LITERAL("opt"), SPAN_LITERAL("a"), strbuf_span(&version));
    }
    assert_int_equal(told.count, LIMIT_TOLD_PROGRAMS);
    for (int i = 0; i < LIMIT_TOLD_PROGRAMS + 10; i++) {
        STRBUF_AUTO(version, LIMIT_PACKAGE_NAME);

        strbuf_addf(&version, "%d", i);
        found += told_programs_has(&told, SPAN_LITERAL("opt/x/a"), SPAN_LITERAL("a"),
                                   strbuf_span(&version));
    }
    assert_int_equal(found, LIMIT_TOLD_PROGRAMS);
    path_set_release(&told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_versions_and_folders),
        cmocka_unit_test(asks_no_program_of_each),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
