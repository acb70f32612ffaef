/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index_row.h"
#include "json_in.h"

static void check(const char *kind, const char *members, const char *want)
{
    CLEANUP(cleanup_free)
    char *text = NULL;
    struct error err = {0};
    STRBUF_AUTO(document, 1 * KIB);

    strbuf_addf(&document,
                "{\"metadata\":{\"document_id\":\"x-1\"},"
                "\"result\":{\"schema\":{\"kind\":\"%s\",\"version\":\"1.0\"}%s}}",
                kind, members);
    CLEANUP(cleanup_json) json_t *parsed = json_in_parse(strbuf_span(&document), "test", &err);
    CLEANUP(cleanup_json) json_t *row = index_row_of(parsed);

    assert_non_null(parsed);
    text = json_dumps(row, JSON_COMPACT);
    assert_string_equal(text, want);
}

static void each_kind_has_its_images(void **state)
{
    check("image", ",\"reference\":\"a\",\"resolved\":\"a@1\"",
          "{\"id\":\"x-1\",\"kind\":\"image\",\"outcome\":null,\"failure\":null,\"images\":[\"a@"
          "1\"]}");
    check("observation",
          ",\"outcome\":\"failed\",\"failure\":{\"id\":\"f\"},\"base\":{\"reference\":\"a\","
          "\"resolved\":null},"
          "\"output\":null",
          "{\"id\":\"x-1\",\"kind\":\"observation\",\"outcome\":\"failed\",\"failure\":\"f\","
          "\"images\":[\"a\"]}");
    check("build-log-analysis",
          ",\"outcome\":\"succeeded\",\"failure\":null,\"images\":{\"base\":[\"a\",\"b\"],"
          "\"output\":\"c\"}",
          "{\"id\":\"x-1\",\"kind\":\"build-log-analysis\",\"outcome\":\"succeeded\",\"failure\":"
          "null,"
          "\"images\":[\"c\",\"a\",\"b\"]}");
}

static void members_of_other_types_are_left_out(void **state)
{
    check("observation",
          ",\"outcome\":1,\"failure\":\"f\",\"base\":[],\"images\":{\"base\":[1,{}]}",
          "{\"id\":\"x-1\",\"kind\":\"observation\",\"outcome\":null,\"failure\":null,\"images\":[]"
          "}");
}

static void days_are_read(void **state)
{
    struct index_day day;

    assert_true(index_day_parse(span_string("2026-11-28T12:00:00.000000"), &day));
    assert_string_equal(day.text, "2026-11-28");
    assert_true(index_day_parse(span_string("2026-11-28"), &day));
    assert_false(index_day_parse(span_string("2026-11-2"), &day));
    assert_false(index_day_parse(span_string("2026/11/28"), &day));
    assert_false(index_day_parse(span_string("../../../28"), &day));
    assert_true(index_day_parse(span_string("2024-12-31"), &day));
    assert_false(index_day_parse(span_string("2024-13-01"), &day));
    assert_false(index_day_parse(span_string("2024-00-01"), &day));
    assert_false(index_day_parse(span_string("2024-01-32"), &day));
    assert_false(index_day_parse(span_string("2024-01-00"), &day));
    assert_false(index_day_parse(span_string(""), &day));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_its_images),
        cmocka_unit_test(members_of_other_types_are_left_out),
        cmocka_unit_test(days_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
