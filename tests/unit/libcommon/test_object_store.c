/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "object_store.h"
#include "xalloc.h"

#define WRITERS 8
#define ROUNDS 40

/* A new store in a new folder for each test; what is left is the runner's to remove. */
static int set_up(void **state)
{
    const char *parent = getenv("TMPDIR");
    CLEANUP(cleanup_free) char *folder = xasprintf("%s/store.XXXXXX", parent ? parent : "/tmp");
    CLEANUP(cleanup_free) char *place = NULL;
    struct error err = {0};

    if (!mkdtemp(folder))
        return -1;
    place = xasprintf("%s/a/b/", folder);
    *state = object_store_open(place, NULL, &err);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    object_store_close(*state);
    return 0;
}

static void check_body(struct object_store *store, const char *key, const char *want)
{
    STRBUF_AUTO(body, 1 * KIB);
    struct error err = {0};
    bool found;

    assert_true(object_store_get(store, key, &body, &found, &err));
    assert_int_equal(found, want != NULL);
    if (want)
        assert_string_equal(body.data, want);
}

static void keeps_the_first(void **state)
{
    struct error err = {0};
    bool taken;

    check_body(*state, "x/y", NULL);
    assert_true(object_store_put_new(*state, "x/y", SPAN_LITERAL("one"), &taken, &err));
    assert_false(taken);
    assert_true(object_store_put_new(*state, "x/y", SPAN_LITERAL("two"), &taken, &err));
    assert_true(taken);
    check_body(*state, "x/y", "one");
}

static void replaces_when_told(void **state)
{
    struct error err = {0};

    assert_true(object_store_put(*state, "p", SPAN_LITERAL("one"), &err));
    assert_true(object_store_put(*state, "p", SPAN_LITERAL("two"), &err));
    check_body(*state, "p", "two");
}

static void check_list(struct object_store *store, const char *folder, const char *want)
{
    STRBUF_AUTO(names, 1 * KIB);
    struct error err = {0};

    assert_true(object_store_list(store, folder, &names, &err));
    assert_string_equal(names.data, want);
}

static void lists_a_folder(void **state)
{
    static const char *const keys[] = {"x/b", "x/a.1", "x/c/d", "y/e", "x/B", "z"};
    STRBUF_AUTO(few, 4);
    struct error err = {0};

    check_list(*state, "x/", "");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_true(object_store_put(*state, keys[i], SPAN_LITERAL("1"), &err));
    check_list(*state, "x/", "B\na.1\nb\n");
    check_list(*state, "x/c/", "d\n");
    check_list(*state, "w/", "");
    assert_false(object_store_list(*state, "x/", &few, &err));
    error_clear(&err);
    assert_false(object_store_list(*state, "x", &few, &err));
    error_clear(&err);
    assert_false(object_store_list(*state, "../", &few, &err));
}

static void lists_all_below_a_folder(void **state)
{
    static const char *const keys[] = {"x/b", "x/c/d", "x/c/e/f", "y/e"};
    STRBUF_AUTO(names, 1 * KIB);
    struct error err = {0};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_true(object_store_put(*state, keys[i], SPAN_LITERAL("1"), &err));
    assert_true(object_store_list_below(*state, "x/", &names, &err));
    assert_string_equal(names.data, "b\nc/d\nc/e/f\n");
    strbuf_truncate(&names, 0);
    assert_true(object_store_list_below(*state, "w/", &names, &err));
    assert_string_equal(names.data, "");
}

static void leaves_nothing_else(void **state)
{
    CLEANUP(cleanup_free)
    char *incomplete = xasprintf("%s/.incomplete", object_store_place(*state));
    struct error err = {0};
    struct stat st;
    bool taken;

    assert_true(object_store_put_new(*state, "k", SPAN_LITERAL("one"), &taken, &err));
    assert_true(object_store_put_new(*state, "k", SPAN_LITERAL("one"), &taken, &err));
    assert_int_equal(stat(incomplete, &st), 0);
    assert_int_equal(st.st_nlink, 2);
    assert_int_equal(rmdir(incomplete), 0);
}

static void checks_keys(void **state)
{
    static const char *const bad[] = {"",        "/x",   "x/",  "a//b", "..",       "a/../b",
                                      ".hidden", "a/.b", "a b", "a\nb", "\xc3\xa9", "a\\b"};
    char key[LIMIT_OBJECT_KEY + 2];
    struct error err = {0};
    bool taken;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(object_key_is_valid(span_string(bad[i])));
    assert_true(object_key_is_valid(span_string("a.b/sha256:0_-=Z")));
    memset(key, 'a', LIMIT_OBJECT_KEY_PART + 1);
    assert_false(object_key_is_valid(span_of(key, LIMIT_OBJECT_KEY_PART + 1)));
    assert_true(object_key_is_valid(span_of(key, LIMIT_OBJECT_KEY_PART)));
    for (size_t i = 0; i <= LIMIT_OBJECT_KEY; i++)
        key[i] = i % 2 ? '/' : 'a';
    assert_false(object_key_is_valid(span_of(key, LIMIT_OBJECT_KEY + 1)));
    assert_false(object_store_put_new(*state, "../x", SPAN_LITERAL("one"), &taken, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
}

/* Puts one of two bodies under each key; the status says how often it was the first. */
static void write_all_keys(struct object_store *store, struct span body)
{
    int won = 0;

    for (int i = 0; i < ROUNDS; i++) {
        CLEANUP(cleanup_free) char *key = xasprintf("race/%d", i);
        struct error err = {0};
        bool taken;

        if (!object_store_put_new(store, key, body, &taken, &err))
            _exit(255);
        won += !taken;
    }
    _exit(won);
}

static void one_of_many_writers_wins(void **state)
{
    int won = 0;

    for (int i = 0; i < WRITERS; i++)
        if (fork() == 0)
            write_all_keys(*state, i % 2 ? SPAN_LITERAL("odd") : SPAN_LITERAL("even"));
    for (int i = 0; i < WRITERS; i++) {
        int status;

        assert_true(wait(&status) > 0);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) <= ROUNDS);
        won += WEXITSTATUS(status);
    }
    assert_int_equal(won, ROUNDS);
}

static void removes(void **state)
{
    struct error err = {0};
    bool found;

    assert_true(object_store_put(*state, "a/b", SPAN_LITERAL("one"), &err));
    assert_true(object_store_has(*state, "a/b", &found, &err) && found);
    assert_true(object_store_remove(*state, "a/b", &err));
    assert_true(object_store_has(*state, "a/b", &found, &err) && !found);
    check_body(*state, "a/b", NULL);
    assert_true(object_store_remove(*state, "a/b", &err));
    assert_false(object_store_remove(*state, "../b", &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
}

static void puts_many_and_tells_which_failed(void **state)
{
    struct object_put puts[] = {
        {.key = "m/1", .body = SPAN_LITERAL("one"), .only_new = true},
        {.key = "m//2", .body = SPAN_LITERAL("two")},
        {.key = "m/1", .body = SPAN_LITERAL("three"), .only_new = true},
        {.key = "m/3", .body = SPAN_LITERAL("three")},
    };
    struct error err = {0};

    assert_false(object_store_put_many(*state, puts, 4, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_false(puts[0].taken);
    assert_true(error_is_set(&puts[1].err));
    assert_true(puts[2].taken && !error_is_set(&puts[2].err));
    check_body(*state, "m/1", "one");
    check_body(*state, "m/3", "three");
}

static void puts_a_file_and_knows_what_is_there(void **state)
{
    struct object_file file;
    struct object_put put = {.key = "f", .file = &file, .only_new = true};
    struct error err = {0};

    object_file_begin(&file, "/absent");
    assert_true(object_file_add(&file, SPAN_LITERAL("one"), &err));
    object_file_finish(&file);
    assert_true(object_store_put_many(*state, &put, 1, &err));
    assert_false(put.taken);
    check_body(*state, "f", "one");
    assert_true(object_store_put_many(*state, &put, 1, &err));
    assert_true(put.taken);
    assert_int_equal(put.there.size, 3);
    assert_string_equal(put.there.md5, file.md5.hex);
    assert_string_equal(put.there.sha256, DIGEST_HEX_TEXT(&file.sha256));
    object_file_release(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_the_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(replaces_when_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_a_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_all_below_a_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_nothing_else, set_up, tear_down),
        cmocka_unit_test_setup_teardown(checks_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_of_many_writers_wins, set_up, tear_down),
        cmocka_unit_test_setup_teardown(removes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(puts_a_file_and_knows_what_is_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(puts_many_and_tells_which_failed, set_up, tear_down),
    };

    return cmocka_run_group_tests_name("object_store", tests, NULL, NULL);
}
