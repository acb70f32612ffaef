/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "json_values.h"
#include "xalloc.h"

/* A stream that hands out its bytes one by one: every cut is tried. */
struct trickle {
    struct stream base;
    const char *left;
    bool fails;
};

static bool trickle_next(struct stream *s, struct span *ret_piece, struct error *err)
{
    struct trickle *t = (struct trickle *)s;

    if (!*t->left && t->fails)
        return error_set(err, ERROR_LOCAL_IO, "broken");
    *ret_piece = span_of(t->left, *t->left ? 1 : 0);
    t->left += *t->left ? 1 : 0;
    return true;
}

static void trickle_close(struct stream *s)
{
    free(s);
}

static struct stream *trickle(const char *text, bool fails)
{
    static const struct stream_ops ops = {.next = trickle_next, .close = trickle_close};
    struct trickle *t = xcalloc(1, sizeof *t);

    *t = (struct trickle){.base = {.ops = &ops}, .left = text, .fails = fails};
    return &t->base;
}

/* want: the values, each followed by '|'. */
static void check_stream(struct stream *in, const char *want, bool fails)
{
    CLEANUP(cleanup_stream) struct stream *stream = in;
    CLEANUP(cleanup_json_values) struct json_values *values = json_values_new(stream, "test");
    STRBUF_AUTO(found, 1 * KIB);
    struct error err = {0};
    struct span text;

    while (json_values_next(values, &text, &err)) {
        strbuf_add_span(&found, text);
        strbuf_add_byte(&found, '|');
    }
    assert_string_equal(found.data, want);
    assert_int_equal(error_is_set(&err), fails);
}

static void check(const char *text, const char *want)
{
    check_stream(stream_of_span(span_string(text)), want, false);
    check_stream(trickle(text, false), want, false);
}

static void finds_values(void **state)
{
    check("", "");
    check(" \n\t\r\n", "");
    check("{}", "{}|");
    check("{}\n{\"a\":[1]}\n", "{}|{\"a\":[1]}|");
    check("{}{}[]", "{}|{}|[]|");
    check("{\n  \"a\": {}\n}\n\n[\n]", "{\n  \"a\": {}\n}|[\n]|");
}

/* The lines in which the values of the text start. */
static void check_lines(const char *text, const uint64_t *lines, size_t count)
{
    CLEANUP(cleanup_stream) struct stream *stream = trickle(text, false);
    CLEANUP(cleanup_json_values) struct json_values *values = json_values_new(stream, "test");
    struct error err = {0};
    struct span value;

    for (size_t i = 0; i < count; i++) {
        assert_true(json_values_next(values, &value, &err));
        assert_int_equal(json_values_line(values), lines[i]);
    }
    assert_false(json_values_next(values, &value, &err));
}

static void tells_lines(void **state)
{
    static const uint64_t lines[] = {1, 3, 6, 8};

    check_lines("1\n\n {\n\"a\"\n:\n2} [\n]\n{", lines, sizeof lines / sizeof *lines);
}

static void passes_over_strings(void **state)
{
    check("{\"}\":\"{\\\"}\"}{}", "{\"}\":\"{\\\"}\"}|{}|");
    check("{\"\\\\\":1}[\"]\"]", "{\"\\\\\":1}|[\"]\"]|");
}

static void hands_out_what_is_no_value(void **state)
{
    check("oops {\n{}", "oops {|{}|");
    check("{\"cut\": [", "{\"cut\": [|");
    check("{\"cut\": \"x", "{\"cut\": \"x|");
    check("}{}\n[]", "}{}|[]|");
    check("1\n2", "1|2|");
}

/* One document that was cut costs no other. */
static void ends_what_was_cut(void **state)
{
    check("{\"a\": \"x\n{}\n{}\n", "{\"a\": \"x|{}|{}|");
    check("{\"a\": \"x\\\n{}", "{\"a\": \"x\\|{}|");
    check("{\n \"a\": \"x\n ]\n}\n{}", "{\n \"a\": \"x\n ]\n}|{}|");
    check("{\"a\": 1\n\n{\"b\": {}}", "{\"a\": 1|{\"b\": {}}|");
    check("[\n{\n{}", "[|{|{}|");
}

/* Up to the second '{' it may be JSON still. */
static void goes_back_for_what_was_swallowed(void **state)
{
    check("{\"a\": [1,\n{\"b\": 2}\n{}\n", "{\"a\": [1,|{\"b\": 2}|{}|");
    check("{\"a\":\n{\"b\": 2}\n", "{\"a\":|{\"b\": 2}|");
    check("[\n{\"a\": [\n{\"b\": \"x\n{}", "[|{\"a\": [|{\"b\": \"x|{}|");
    check("{}[\n{},\n{}\n][\n{\n{}", "{}|[\n{},\n{}\n]|[|{|{}|");
}

static void tells_lines_behind_a_cut(void **state)
{
    static const uint64_t lines[] = {2, 4, 5, 6};

    check_lines("\n[1,\n\n{}\n{}\n{", lines, sizeof lines / sizeof *lines);
}

static void passes_failures_on(void **state)
{
    check_stream(trickle("{}\n{\"a\"", true), "{}|", true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_values),
        cmocka_unit_test(tells_lines),
        cmocka_unit_test(passes_over_strings),
        cmocka_unit_test(hands_out_what_is_no_value),
        cmocka_unit_test(ends_what_was_cut),
        cmocka_unit_test(goes_back_for_what_was_swallowed),
        cmocka_unit_test(tells_lines_behind_a_cut),
        cmocka_unit_test(passes_failures_on),
    };

    return cmocka_run_group_tests_name("json_values", tests, NULL, NULL);
}
