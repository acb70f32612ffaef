/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "path_table.h"
#include "strbuf.h"

static const struct path_key key = {0x0706050403020100, 0x0f0e0d0c0b0a0908};

/* SipHash-1-3, as Python 3.11 has it: hash(b"...") % 2**64; PYTHONHASHSEED=0 makes its key zero. */
static void hashes_as_python_does(void **state)
{
    struct path_key zero = {0};

    (void)state;
    assert_true(path_hash(zero, SPAN_LITERAL("a")) == 0x407448d2b89b1813);
    assert_true(path_hash(zero, SPAN_LITERAL("usr/bin/")) == 0x50811ec994863583);
    assert_true(path_hash(zero, SPAN_LITERAL("usr/lib/x86_64-linux-gnu/libc.so.6")) ==
                0xa6cdd9625bcea0ba);
    assert_true(path_hash(key, SPAN_LITERAL("a")) != path_hash(zero, SPAN_LITERAL("a")));
}

/* Components of 0 to 20 bytes more each time, so that every boundary of words is met. */
static void finds_every_folder_on_the_way(void **state)
{
    STRBUF_AUTO(path, LIMIT_PATH);
    struct path_set set = {.key = key};
    struct path_map map = {.key = key};
    size_t lengths[20];
    uint64_t hash;
    size_t length;
    size_t count = 0;

    (void)state;
    for (size_t i = 0; i < 20; i++) {
        if (i)
            strbuf_add_byte(&path, '/');
        for (size_t j = 0; j <= i; j++)
            strbuf_add_byte(&path, (char)('a' + j));
        lengths[i] = path.len;
        path_set_put(&set, strbuf_span(&path), PATH_IMPLICIT);
        path_map_put(&map, strbuf_span(&path), i);
    }
    struct path_way way = path_way_begin(key, strbuf_span(&path));
    for (; path_way_next(&way, &hash, &length); count++) {
        assert_int_equal(length, lengths[count]);
        assert_int_equal(path_set_get_hash(&set, hash), PATH_IMPLICIT);
        assert_int_equal(path_map_get_hash(&map, hash), count);
    }
    assert_int_equal(count, 20);
    way = path_way_begin(key, span_of("", 0));
    assert_false(path_way_next(&way, &hash, &length));
    path_set_release(&set);
    path_map_release(&map);
}

static void tells_what_blocks_the_way(void **state)
{
    struct path_set set = {.key = key};

    (void)state;
    assert_false(path_set_blocks(&set, SPAN_LITERAL("a/b"), 0));
    path_set_put(&set, SPAN_LITERAL("a"), PATH_OTHER);
    path_set_put(&set, SPAN_LITERAL("b"), PATH_DIRECTORY);
    path_set_put(&set, SPAN_LITERAL("b/c"), PATH_IMPLICIT);
    path_set_put(&set, SPAN_LITERAL("b/c/d"), PATH_OTHER);
    assert_true(path_set_blocks(&set, SPAN_LITERAL("a"), 0));
    assert_true(path_set_blocks(&set, SPAN_LITERAL("a/b/c"), 0));
    assert_false(path_set_blocks(&set, SPAN_LITERAL("a/b/c"), 1));
    assert_false(path_set_blocks(&set, SPAN_LITERAL("b/c"), 0));
    assert_false(path_set_blocks(&set, SPAN_LITERAL("b/c/e"), 0));
    assert_true(path_set_blocks(&set, SPAN_LITERAL("b/c/d/e"), 3));
    assert_false(path_set_blocks(&set, SPAN_LITERAL("aa"), 0));
    path_set_release(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes_as_python_does),
        cmocka_unit_test(finds_every_folder_on_the_way),
        cmocka_unit_test(tells_what_blocks_the_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
