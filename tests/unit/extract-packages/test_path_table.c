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

/* SipHash's paper, appendix A; and the first of the reference implementation's vectors. */
static void hashes_as_the_paper_has_it(void **state)
{
    static const char bytes[] = "\0\1\2\3\4\5\6\7\10\11\12\13\14\15\16";

    (void)state;
    assert_true(path_hash(key, span_of(bytes, 15)) == 0xa129ca6149be45e5);
    assert_true(path_hash(key, span_of(bytes, 0)) == 0x726fdb47dd0e0e31);
    assert_true(path_hash(key, span_of(bytes, 8)) == 0x93f5f5799a932462);
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
        cmocka_unit_test(hashes_as_the_paper_has_it),
        cmocka_unit_test(finds_every_folder_on_the_way),
        cmocka_unit_test(tells_what_blocks_the_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
