/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "json_in.h"
#include "owners.h"
#include "symlinks.h"
#include "xalloc.h"

static void note(struct owners *o, const char *owner, const char *prefix, const char *files)
{
    owners_note_take(o, span_string(owner), span_string(prefix),
                     json_new_string(span_string(files)));
}

static void assert_owner(const struct owners *o, const char *path, const char *owner)
{
    const char *found = owners_of(o, span_string(path));

    if (owner)
        assert_string_equal(found, owner);
    else
        assert_null(found);
}

static void test_lists(void **state)
{
    static const struct {
        const char *path;
        const char *owner;
    } cases[] = {
        {"usr/bin/sh", "dash"},
        {"bin/sh", NULL},
        {"vmlinuz", "kernel"},
        {"usr/lib/x", "a"},
        {"opt/conda/lib/y.so", "y"},
        {"opt/conda/top", "y"},
        {"lib/y.so", NULL},
        {"usr/share/doc/a", "a"},
        {"usr/lib/na\xc3\xafve", "dash"},
        {"usr/lib/quo\"te", "dash"},
        {"", NULL},
        {"usr/bin/", NULL},
    };
    struct owners o;

    (void)state;
    owners_init(&o);
    owners_note_facts(&o, SPAN_LITERAL("dash"),
                      SPAN_LITERAL("\"usr/bin/\\nsh\\nusr/lib/\\nna\xc3\xafve\\nquo\\\"te\""));
    note(&o, "kernel", "", "/\nvmlinuz\n");
    note(&o, "a", "", "usr/lib/\nx\nusr/share/doc/\na\n\n");
    note(&o, "late", "", "usr/lib/\nx"); /* the first stays */
    note(&o, "y", "opt/conda/", "top\nlib/\ny.so\n");
    owners_note_take(&o, SPAN_LITERAL("none"), span_of(NULL, 0), NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        owners_ask(&o, span_string(cases[i].path));
    owners_find(&o);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_owner(&o, cases[i].path, cases[i].owner);
    assert_owner(&o, "never/asked", NULL);
    owners_release(&o);
}

/* Names that share length and last bytes, and so their bit, are told apart by their paths. */
static void test_names_alike(void **state)
{
    struct owners o;

    (void)state;
    owners_init(&o);
    note(&o, "a", "", "lib/\naa-dist-info\n");
    note(&o, "b", "", "lib/\nbb-dist-info\n");
    owners_ask(&o, SPAN_LITERAL("lib/bb-dist-info"));
    owners_find(&o);
    assert_owner(&o, "lib/bb-dist-info", "b");
    owners_release(&o);
}

static void test_through_links(void **state)
{
    struct symlinks links;
    struct owners o;

    (void)state;
    symlinks_init(&links);
    symlinks_add(&links, SPAN_LITERAL("lib"), "usr/lib", 0);
    owners_init(&o);
    o.links = &links;
    note(&o, "libc", "", "lib/\nlibc.so\n");
    note(&o, "zlib", "", "usr/lib/\nlibz.so\n");
    owners_ask(&o, SPAN_LITERAL("usr/lib/libc.so"));
    owners_ask(&o, SPAN_LITERAL("lib/libz.so"));
    owners_find(&o);
    assert_owner(&o, "usr/lib/libc.so", "libc");
    assert_owner(&o, "lib/libz.so", "zlib");
    owners_release(&o);
    symlinks_release(&links);
}

/* A path longer than one can be, and a folder that would make it so. */
static void test_bounds(void **state)
{
    char *folder = xmalloc(LIMIT_PATH + 100);
    struct owners o;

    (void)state;
    memset(folder, 'a', LIMIT_PATH);
    strcpy(folder + LIMIT_PATH, "/\nname\nusr/\nname\n");
    owners_init(&o);
    note(&o, "a", "", folder);
    owners_ask(&o, SPAN_LITERAL("usr/name"));
    owners_ask(&o, span_of(folder, LIMIT_PATH));
    owners_find(&o);
    assert_owner(&o, "usr/name", "a");
    owners_release(&o);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_names_alike),
        cmocka_unit_test(test_through_links),
        cmocka_unit_test(test_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
