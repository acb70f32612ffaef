/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "index.h"
#include "index_objects.h"
#include "index_rows.h"
#include "xalloc.h"

#define ROW(id) "{\"id\":\"" id "\"}\n"

static struct object_store *store;
static struct index_day day;

static int open_store(void **state)
{
    static char folder[] = "/tmp/test-index-rows-XXXXXX";
    struct error err = {0};

    (void)state;
    memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
    store = mkdtemp(folder) ? object_store_open(folder, NULL, &err) : NULL;
    return store && index_day_parse(SPAN_LITERAL("2026-11-29T00:00:00"), &day) ? 0 : -1;
}

static int close_store(void **state)
{
    CLEANUP(cleanup_free) char *command = xasprintf("rm -rf '%s'", object_store_place(store));

    (void)state;
    object_store_close(store);
    return system(command);
}

/* As a run leaves it. */
static void put(const char *rows)
{
    CLEANUP(cleanup_free) char *key = index_key("", &day, span_string(rows));
    struct error err = {0};
    bool taken;

    assert_true(object_store_put_new(store, key, span_string(rows), &taken, &err));
}

/* All lines of the day, joined. */
static void check(const char *want)
{
    INDEX_OBJECTS_AUTO(objects) = {.store = store, .prefix = "", .day = &day};
    STRBUF_AUTO(rows, MIB);
    STRBUF_AUTO(joined, MIB);
    struct error err = {0};
    struct span rest;
    struct span name;
    bool found;

    assert_true(index_objects_open(&objects, &err));
    rest = strbuf_span(&objects.names);
    while (span_split(&rest, '\n', &name))
        assert_true(index_objects_read(&objects, name, &rows, &found, &err));
    index_objects_join(strbuf_span(&rows), &joined);
    strbuf_add_byte(&joined, '\0');
    assert_string_equal(joined.data, want);
}

/* Does what another does between its listing of the day and its removals, after it stored what is left. */
static void stored_by_another(const char *left, bool (*meanwhile)(struct error *err))
{
    INDEX_OBJECTS_AUTO(objects) = {.store = store, .prefix = "", .day = &day};
    struct error err = {0};
    struct span rest;
    struct span name;

    assert_true(index_objects_open(&objects, &err));
    assert_true(index_objects_put(&objects, span_string(left), &err));
    assert_true(meanwhile(&err));
    rest = strbuf_span(&objects.names);
    while (span_split(&rest, '\n', &name)) {
        CLEANUP(cleanup_free) char *key = index_objects_key(&objects, name);

        assert_true(object_store_remove(store, key, &err));
    }
}

static bool remove_q(struct error *err)
{
    return index_remove(store, "", &day, "q", err);
}

static bool join(struct error *err)
{
    return index_compact(store, "", &day, err);
}

/* What is left of all has the rows of an object that the other is about to remove. */
static void test_two_that_remove(void **state)
{
    struct error err = {0};

    (void)state;
    put(ROW("c") ROW("p"));
    put(ROW("p") ROW("q"));
    stored_by_another(ROW("c") ROW("q"), remove_q);
    /* Written back; the other's next pass finds it. */
    check(ROW("c") ROW("p"));
    assert_true(index_remove(store, "", &day, "p", &err));
    check(ROW("c"));
}

static void test_one_joins_and_one_removes(void **state)
{
    (void)state;
    put(ROW("c"));
    put(ROW("q"));
    stored_by_another(ROW("c") ROW("q"), remove_q);
    check(ROW("c"));
}

static void test_two_that_join(void **state)
{
    (void)state;
    put(ROW("a"));
    put(ROW("b"));
    stored_by_another(ROW("a") ROW("b"), join);
    check(ROW("a") ROW("b"));
}

static void test_removal(void **state)
{
    struct error err = {0};

    (void)state;
    put(ROW("a") ROW("q"));
    put(ROW("q"));
    put("no row\n" ROW("b"));
    assert_true(remove_q(&err));
    check("no row\n" ROW("a") ROW("b"));
    assert_true(remove_q(&err));
    check("no row\n" ROW("a") ROW("b"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_two_that_remove, open_store, close_store),
        cmocka_unit_test_setup_teardown(test_one_joins_and_one_removes, open_store, close_store),
        cmocka_unit_test_setup_teardown(test_two_that_join, open_store, close_store),
        cmocka_unit_test_setup_teardown(test_removal, open_store, close_store),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
