/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "json_in.h"
#include "os_release.h"
#include "xalloc.h"

static void expect(struct span text, const char *expected)
{
    CLEANUP(cleanup_json) json_t *names = os_release_parse(text);
    CLEANUP(cleanup_free) char *json = json_dumps(names, JSON_COMPACT | JSON_SORT_KEYS);

    assert_string_equal(json, expected);
}

static void expect_unquoted(const char *assigned, const char *expected)
{
    CLEANUP(cleanup_free) char *text = xasprintf("A=%s\n", assigned);
    CLEANUP(cleanup_json) json_t *names = os_release_parse(span_string(text));

    assert_string_equal(json_in_string_or(names, "a", "(none)"), expected);
}

static void reads_values_as_a_shell_does(void **state)
{
    expect_unquoted("debian", "debian");
    expect_unquoted("", "");
    expect_unquoted("\"Debian GNU/Linux 12 (bookworm)\"", "Debian GNU/Linux 12 (bookworm)");
    expect_unquoted("'single $x \\\"'", "single $x \\\"");
    expect_unquoted("\"a \\\"b\\\" \\$c \\`d \\\\ \\e\"", "a \"b\" $c `d \\ \\e");
    expect_unquoted("a\\ b", "a b");
    expect_unquoted("\"unclosed", "unclosed");
    expect_unquoted("a'b'\"c\"", "abc");
    expect_unquoted("\\", "\\");
}

static void passes_over_what_is_no_assignment(void **state)
{
    expect(SPAN_LITERAL(""), "{}");
    expect(SPAN_LITERAL("# ID=no\n\nno equals\n=x\n1A=x\nA B=x\nA-B=x\n"), "{}");
    expect(SPAN_LITERAL("ID=a\nID=b"), "{\"id\":\"b\"}");
    expect(SPAN_LITERAL("\r\n  ID = a \r\nVERSION_ID=1\r\n"),
           "{\"id\":\"a\",\"version_id\":\"1\"}");
    expect(SPAN_LITERAL("ID=\0\xff\nB\0=x\n"), "{\"id\":\"\xef\xbf\xbd\xef\xbf\xbd\"}");
}

static void bounds_names_and_values(void **state)
{
    STRBUF_AUTO(text, 16 * MIB);

    for (size_t i = 0; i < 2000; i++)
        strbuf_addf(&text, "N%zu=x\n", i);
    CLEANUP(cleanup_json) json_t *many = os_release_parse(strbuf_span(&text));
    assert_int_equal(json_object_size(many), 1000);

    strbuf_clear(&text);
    strbuf_add_string(&text, "ID=");
    for (size_t i = 0; i < 100000; i++)
        strbuf_add_byte(&text, 'x');
    CLEANUP(cleanup_json) json_t *long_value = os_release_parse(strbuf_span(&text));
    assert_int_equal(json_string_length(json_object_get(long_value, "id")), 4096);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_values_as_a_shell_does),
        cmocka_unit_test(passes_over_what_is_no_assignment),
        cmocka_unit_test(bounds_names_and_values),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
