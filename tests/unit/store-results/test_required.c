/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "json_in.h"
#include "required.h"

#define METADATA                                                                                  \
    "{\"analyzer\":\"store-results\",\"analyzer_version\":\"1\",\"arguments\":{},"                \
    "\"datetime\":\"2024-06-01T12:00:00.000000\",\"distribution\":{\"codename\":\"\","            \
    "\"id\":\"\",\"like\":\"\",\"version\":\"\",\"version_parts\":{\"build_number\":\"\","        \
    "\"major\":\"\",\"minor\":\"\"}},\"document_id\":\"receipt-1\",\"duration\":0,"               \
    "\"hostname\":\"\",\"os_release\":{\"id\":\"\",\"name\":\"\",\"platform_id\":\"\","           \
    "\"version\":\"\",\"version_id\":\"\"},\"python\":{\"api_version\":0,"                        \
    "\"implementation_name\":\"none\",\"major\":0,\"micro\":0,\"minor\":0,\"releaselevel\":\"\"," \
    "\"serial\":0},\"thoth_deployment_name\":\"\",\"timestamp\":0}"
#define IMAGE(result)         \
    "{\"metadata\":" METADATA \
    ",\"result\":{\"schema\":{\"kind\":\"image\",\"version\":\"1.0\"}," result "}}"
#define DESCRIPTOR "{\"mediaType\":\"x\",\"digest\":\"x\",\"size\":1}"
#define FACTS(platform)                                                                         \
    "\"reference\":\"a\",\"resolved\":\"a\",\"platform\":" platform ",\"manifest\":" DESCRIPTOR \
    ",\"config\":" DESCRIPTOR ",\"layers\":[],\"layout\":null"
#define PLATFORM "{\"os\":\"linux\",\"architecture\":null,\"variant\":null}"

static void accepted(const char *text)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *document = json_in_parse(span_string(text), "test", &err);

    assert_non_null(document);
    assert_true(required_keys_check(document, &err));
}

static void refused(const char *text, const char *message)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *document = json_in_parse(span_string(text), "test", &err);

    assert_non_null(document);
    assert_false(required_keys_check(document, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_string_equal(err.message, message);
}

static void whole_documents_are_accepted(void **state)
{
    accepted(IMAGE(FACTS(PLATFORM)));
    accepted(IMAGE(FACTS(PLATFORM) ",\"more\":1"));
}

static void kinds_without_schema_are_accepted(void **state)
{
    accepted("{\"metadata\":{},\"result\":{\"schema\":{\"kind\":\"else\"}}}");
    accepted("{}");
}

static void what_is_missing_is_named(void **state)
{
    refused("{\"metadata\":{},\"result\":{\"schema\":{\"kind\":\"image\"}}}",
            "in 'metadata': 'analyzer' is missing");
    refused(IMAGE("\"layout\":null"), "in 'result': 'config' is missing");
    refused(IMAGE(FACTS("{\"os\":null,\"variant\":null}")),
            "in 'platform': 'architecture' is missing");
}

static void other_types_are_refused(void **state)
{
    refused(IMAGE(FACTS("[]")), "in 'result': 'platform' is of another type");
    refused(IMAGE(FACTS("{\"os\":1,\"architecture\":null,\"variant\":null}")),
            "in 'platform': 'os' is of another type");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_documents_are_accepted),
        cmocka_unit_test(kinds_without_schema_are_accepted),
        cmocka_unit_test(what_is_missing_is_named),
        cmocka_unit_test(other_types_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
