/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "storage_conf.h"
#include "strbuf.h"

static bool parse(const char *text, char **root, struct storage_roots *roots, struct error *err)
{
    static const char *const members[] = {"graphroot", "rootless_storage_path", NULL};

    return storage_conf_parse(span_string(text), members, root, roots, err);
}

static void reads_the_root_and_additional_stores(void **state)
{
    char *root = NULL;
    struct error err = {0};
    STORAGE_ROOTS_AUTO(roots);

    setenv("HOME", "/home/user", 1);
    assert_true(parse("[storage]\ngraphroot = \"$HOME/x\"\nrunroot = \"/run\"\n"
                      "[storage.options]\nadditionalimagestores = [ \"/one\", \"${HOME}/two\", ]\n",
                      &root, &roots, &err));
    assert_string_equal(root, "/home/user/x");
    assert_int_equal(roots.count, 2);
    assert_string_equal(roots.items[0], "/one");
    assert_string_equal(roots.items[1], "/home/user/two");
    free(root);
}

static void says_nothing_where_nothing_is_said(void **state)
{
    char *root = NULL;
    struct error err = {0};
    STORAGE_ROOTS_AUTO(roots);

    assert_true(parse("[storage]\nrunroot = \"/x\"\ngraphroot = \"\"\n", &root, &roots, &err));
    assert_null(root);
    assert_int_equal(roots.count, 0);
    assert_false(parse("[storage", &root, &roots, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
}

/* As podman does with the file of a user. */
static void takes_the_first_place_that_is_said(void **state)
{
    char *root = NULL;
    struct error err = {0};
    STORAGE_ROOTS_AUTO(roots);

    assert_true(parse("[storage]\nrootless_storage_path = \"/x\"\ngraphroot = \"/y\"\n", &root,
                      &roots, &err));
    assert_string_equal(root, "/y");
    free(root);
    assert_true(parse("[storage]\nrootless_storage_path = \"/x\"\n", &root, &roots, &err));
    assert_string_equal(root, "/x");
    free(root);
}

static void takes_the_stores_of_a_reference(void **state)
{
    struct error err = {0};
    STORAGE_ROOTS_AUTO(roots);

    assert_true(storage_roots_take(
        "/root", span_string("overlay.mountopt=nodev,overlay.imagestore=/a,overlay.imagestore=/b"),
        &roots, &err));
    assert_int_equal(roots.count, 3);
    assert_string_equal(roots.items[0], "/root");
    assert_string_equal(roots.items[2], "/b");
}

static void has_an_end(void **state)
{
    STRBUF_AUTO(options, 64 * KIB);
    struct error err = {0};
    STORAGE_ROOTS_AUTO(roots);

    for (int i = 0; i < LIMIT_STORAGE_ROOTS; i++)
        strbuf_add_string(&options, "overlay.imagestore=/a,");
    assert_false(storage_roots_take("/root", strbuf_span(&options), &roots, &err));
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_root_and_additional_stores),
        cmocka_unit_test(takes_the_first_place_that_is_said),
        cmocka_unit_test(says_nothing_where_nothing_is_said),
        cmocka_unit_test(takes_the_stores_of_a_reference),
        cmocka_unit_test(has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
