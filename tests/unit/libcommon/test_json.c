/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "json_in.h"
#include "json_out.h"

static void test_writer(void **state)
{
    struct error err = {0};
    JSON_OUT_AUTO(w);

    (void)state;
    json_out_init_buffer(&w, 10000);
    json_out_object(&w);
    json_out_member(&w, "s", SPAN_LITERAL("a\"b\\c\n\t\x01\xff\0z"));
    json_out_key(&w, "a");
    json_out_array(&w);
    json_out_int(&w, INT64_MIN);
    json_out_bool(&w, true);
    json_out_null(&w);
    json_out_double(&w, 1.5);
    json_out_double(&w, 2);
    json_out_object(&w);
    json_out_end(&w);
    json_out_end(&w);
    json_out_member_cstring(&w, "n", NULL);
    json_out_end(&w);
    assert_true(json_out_finish(&w, &err));
    assert_string_equal(w.buf.data,
                        "{\"s\":\"a\\\"b\\\\c\\n\\t\\u0001\xef\xbf\xbd\xef\xbf\xbdz\","
                        "\"a\":[-9223372036854775808,true,null,1.5,2.0,{}],\"n\":null}");
}

/* Eight bytes are looked at together: each byte, in each place. */
/* Of strings of each length: they are looked at eight bytes at a time. */
static void check_byte(char c, size_t at, size_t len)
{
    char bytes[] = "abcdefghijklmnopq";
    struct error err = {0};
    JSON_OUT_AUTO(w);

    bytes[at] = c;
    json_out_init_buffer(&w, 1000);
    json_out_string(&w, span_of(bytes, len));
    assert_true(json_out_finish(&w, &err));
    CLEANUP(cleanup_json)
    json_t *read = json_loadb(w.buf.data, w.buf.len, JSON_DECODE_ANY, NULL);
    assert_non_null(read);
    if (c & '\x80') {
        assert_non_null(strstr(json_string_value(read), "\xef\xbf\xbd"));
    } else {
        assert_int_equal(json_string_length(read), len);
        assert_memory_equal(json_string_value(read), bytes, len);
    }
}

static void test_each_byte_in_each_place(void **state)
{
    (void)state;
    for (int c = 1; c <= 0x80; c++) {
        for (size_t len = 1; len <= 17; len++) {
            for (size_t at = 0; at < len; at++)
                check_byte((char)c, at, len);
        }
    }
}

static void test_numbers_of_a_tree_stay_what_they_are(void **state)
{
    static const char *const numbers = "[0.1,0.0625,1e+300,5e-324,-2.0,1000000.0,123456789.125]";
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *tree = json_in_parse(span_string(numbers), "numbers", &err);

    JSON_OUT_AUTO(w);
    json_out_init_buffer(&w, 10000);
    json_out_value(&w, tree);
    assert_true(json_out_finish(&w, &err));
    CLEANUP(cleanup_json) json_t *again = json_in_parse(strbuf_span(&w.buf), "numbers", &err);
    assert_true(json_equal(tree, again));
    assert_string_equal(w.buf.data, "[0.1,0.0625,1e+300,4.94065645841247e-324,-2.0,1000000.0,"
                                    "123456789.125]");
}

static bool to_strbuf(void *context, struct span bytes, struct error *err)
{
    (void)err;
    strbuf_add_span(context, bytes);
    return true;
}

static void test_pretty_and_sink(void **state)
{
    struct error err = {0};
    STRBUF_AUTO(text, 10000);
    JSON_OUT_AUTO(w);

    (void)state;
    json_out_init(&w, to_strbuf, &text, true);
    json_out_object(&w);
    json_out_key(&w, "a");
    json_out_array(&w);
    json_out_int(&w, 1);
    json_out_end(&w);
    json_out_key(&w, "e");
    json_out_array(&w);
    json_out_end(&w);
    json_out_end(&w);
    assert_true(json_out_finish(&w, &err));
    assert_string_equal(text.data, "{\n  \"a\": [\n    1\n  ],\n  \"e\": []\n}\n");
}

static bool full(void *context, struct span bytes, struct error *err)
{
    (void)context;
    (void)bytes;
    return error_set(err, ERROR_LOCAL_IO, "full");
}

static void test_a_failed_sink_is_told(void **state)
{
    struct error err = {0};
    JSON_OUT_AUTO(w);

    (void)state;
    json_out_init(&w, full, NULL, false);
    json_out_array(&w);
    for (int i = 0; i < 100000; i++)
        json_out_cstring(&w, "some text");
    json_out_end(&w);
    assert_false(json_out_finish(&w, &err));
    assert_string_equal(err.message, "full");
}

static json_t *parse(const char *text)
{
    struct error err = {0};

    return json_in_parse(span_string(text), "test", &err);
}

static void test_getters_name_the_path(void **state)
{
    CLEANUP(cleanup_json) json_t *root = parse("{\"a\":{\"b\":\"x\",\"n\":-1,\"z\":null}}");
    struct error err = {0};
    struct span s;
    uint64_t n;

    (void)state;
    assert_true(json_in_string(root, "a.b", &s, &err));
    assert_true(span_equal_string(s, "x"));
    assert_false(json_in_string(root, "a.z", &s, &err));
    assert_string_equal(err.message, "'a.z' is missing");
    error_clear(&err);
    assert_false(json_in_uint64(root, "a.n", &n, &err));
    assert_string_equal(err.message, "'a.n' is not a number of 0 to 2^63-1");
    error_clear(&err);
    assert_false(json_in_string(root, "a.b.c", &s, &err));
    assert_string_equal(json_in_string_or(root, "q", "fallback"), "fallback");
}

static void test_hostile_json(void **state)
{
    static const char *const bad[] = {"", "{", "[1,]", "{} x", "\"\xff\"", "nul", "1e999"};
    char deep[200];

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_null(parse(bad[i]));
    memset(deep, '[', sizeof deep);
    deep[sizeof deep - 1] = '\0';
    assert_null(parse(deep));
    /* Brackets in strings are no nesting. */
    memset(deep, '[', sizeof deep);
    deep[0] = deep[198] = '"';
    deep[199] = '\0';
    json_t *text = parse(deep);
    assert_non_null(text);
    json_decref(text);
}

/* Text of size bytes: "[WORD,WORD,...]". */
static json_t *parse_many(const char *word, size_t size)
{
    struct error err = {0};
    STRBUF_AUTO(text, 2 * size);

    strbuf_add_byte(&text, '[');
    while (text.len < size) {
        strbuf_add_string(&text, word);
        strbuf_add_byte(&text, ',');
    }
    strbuf_add_string(&text, "0]");
    return json_in_parse(strbuf_span(&text), "text", &err);
}

/* Three bytes of text can be 250 of a tree. */
static void test_trees_are_bounded(void **state)
{
    (void)state;
    assert_null(parse_many("{}", 16 * MIB));
    assert_null(parse_many("[]", 16 * MIB));
    assert_null(parse_many("0", 16 * MIB));
    assert_null(parse_many("{\"a\":[{}]}", 16 * MIB));
    json_t *small = parse_many("{}", 64 * KIB);
    assert_non_null(small);
    json_decref(small);
    json_t *names = parse_many("\"a name of a package\"", 16 * MIB);
    assert_non_null(names);
    json_decref(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_writer),
        cmocka_unit_test(test_each_byte_in_each_place),
        cmocka_unit_test(test_numbers_of_a_tree_stay_what_they_are),
        cmocka_unit_test(test_pretty_and_sink),
        cmocka_unit_test(test_a_failed_sink_is_told),
        cmocka_unit_test(test_getters_name_the_path),
        cmocka_unit_test(test_hostile_json),
        cmocka_unit_test(test_trees_are_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
