/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The expected texts are what python3 -c 'print(json.dumps(x, sort_keys=True, indent=2, separators=(",", ": ")))' prints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_in.h"
#include "python_json.h"

static void check(const char *in, const char *want)
{
    STRBUF_AUTO(out, 64 * KIB);
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *value = json_in_parse(span_string(in), "test", &err);

    assert_string_equal(err.message, "");
    python_json_append(&out, value);
    assert_string_equal(out.data, want);
}

static void escapes_all_but_printable_ascii(void **state)
{
    check("\"a \\\"b\\\" \\\\ /\"", "\"a \\\"b\\\" \\\\ /\"");
    check("\"\\b\\f\\n\\r\\t\"", "\"\\b\\f\\n\\r\\t\"");
    check("\"\\u0001\\u001b\\u001f\"", "\"\\u0001\\u001b\\u001f\"");
    check("\"~\x7f\"", "\"~\\u007f\"");
    check("\"\\u0000x\"", "\"\\u0000x\"");
    check("\"\xc3\xa9\xe2\x80\xa8\xef\xbf\xbd\"", "\"\\u00e9\\u2028\\ufffd\"");
    check("\"\xf0\x9f\x98\x80\"", "\"\\ud83d\\ude00\"");
    check("\"\\uD83D\\uDE00\"", "\"\\ud83d\\ude00\"");
    check("\"\xf4\x8f\xbf\xbf\"", "\"\\udbff\\udfff\"");
}

static void writes_floats_as_repr(void **state)
{
    check("1e15", "1000000000000000.0");
    check("1e16", "1e+16");
    check("123456789012345678.0", "1.2345678901234568e+17");
    check("1.5e300", "1.5e+300");
    check("0.0001", "0.0001");
    check("0.00012345", "0.00012345");
    check("0.00001", "1e-05");
    check("0.1", "0.1");
    check("0.30000000000000004", "0.30000000000000004");
    check("-0.0", "-0.0");
    check("100.0", "100.0");
    check("5e-324", "5e-324");
    check("1234567.891", "1234567.891");
    check("9007199254740993.0", "9007199254740992.0");
}

static void writes_other_scalars(void **state)
{
    check("9223372036854775807", "9223372036854775807");
    check("-1", "-1");
    check("true", "true");
    check("false", "false");
    check("null", "null");
}

static void indents_and_sorts(void **state)
{
    check("{}", "{}");
    check("[]", "[]");
    check("[[],{}]", "[\n  [],\n  {}\n]");
    check("{\"b\":[1,2],\"a\":{\"\\u00e9\":1,\"z\":null,\"Z\":\"\"}}",
          "{\n  \"a\": {\n    \"Z\": \"\",\n    \"z\": null,\n    \"\\u00e9\": 1\n  },\n"
          "  \"b\": [\n    1,\n    2\n  ]\n}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_all_but_printable_ascii),
        cmocka_unit_test(writes_floats_as_repr),
        cmocka_unit_test(writes_other_scalars),
        cmocka_unit_test(indents_and_sorts),
    };

    return cmocka_run_group_tests_name("python_json", tests, NULL, NULL);
}
