/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "json_in.h"
#include "place.h"

static json_t *document(const char *kind, const char *id, const char *more)
{
    char text[2000];
    struct error err = {0};

    snprintf(text, sizeof text,
             "{\"metadata\":{\"document_id\":\"%s\"},"
             "\"result\":{\"schema\":{\"kind\":\"%s\",\"version\":\"1.0\"}%s}}",
             id, kind, more);
    return json_in_parse(span_string(text), "test", &err);
}

static void check(const char *kind, const char *id, const char *more, const char *key,
                  const char *pointer)
{
    CLEANUP(cleanup_json) json_t *d = document(kind, id, more);
    struct error err = {0};
    PLACE_AUTO(place);

    assert_true(place_document(&place, d, &err));
    assert_string_equal(place.key.data, key);
    assert_string_equal(place.pointer.data, pointer);
    assert_string_equal(place.id, id);
}

static void check_id(const char *id, size_t at, const char *key)
{
    STRBUF_AUTO(place, LIMIT_OBJECT_KEY);
    struct error err = {0};

    assert_int_equal(place_of_id(&place, span_string(id), at, &err), key != NULL);
    if (key)
        assert_string_equal(place.data, key);
}

static void ids_lead_to_their_places(void **state)
{
    static const char log[] =
        "buildlog-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    check_id("observation-1", 0, "observations/observation-1");
    check_id("observation-1", 1, "build-analysis/other/observation-1");
    check_id("buildlog-parser-1", 0, "buildlogs-parsed/buildlog-parser-1");
    check_id(log, 0,
             "buildlogs/buildlog-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_id("buildlog-1", 0, "build-analysis/other/buildlog-1");
    check_id("x", 0, "build-analysis/other/x");
    check_id("../x", 0, NULL);
    check_id("", 0, NULL);
}

static void refused(const char *text, const char *why)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *d = json_in_parse(span_string(text), "test", &err);
    PLACE_AUTO(place);

    assert_non_null(d);
    assert_false(place_document(&place, d, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, why));
}

#define DIGEST "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void knows_each_kind(void **state)
{
    check("image", "image-1", "", "build-analysis/images/image-1", "");
    check("image-analysis", "package-extract-1", "", "analysis/package-extract-1", "");
    check("build-log-analysis", "buildlog-parser-1", "", "buildlogs-parsed/buildlog-parser-1", "");
    check("observation", "observation-1", "", "observations/observation-1", "");
    check("build-request", "build-request-1", "", "build-analysis/requests/build-request-1", "");
    check("build-failure", "build-failure-1", "", "build-analysis/failures/build-failure-1", "");
    check("knowledge", "knowledge-1", "", "build-analysis/knowledge/knowledge-1", "");
    check("something", "x.y_Z-1", "", "build-analysis/other/x.y_Z-1", "");
}

static void points_from_the_digest_to_the_analysis(void **state)
{
    check("image-analysis", "package-extract-1",
          ",\"image\":{\"manifest\":{\"digest\":\"" DIGEST "\"}}", "analysis/package-extract-1",
          "analysis-by-digest/" DIGEST);
    check("image-analysis", "package-extract-1",
          ",\"image\":{\"manifest\":{\"digest\":\"sha256:../../x\"}}", "analysis/package-extract-1",
          "");
    check("observation", "observation-1", ",\"image\":{\"manifest\":{\"digest\":\"" DIGEST "\"}}",
          "observations/observation-1", "");
}

#define RESULT ",\"result\":{\"schema\":{\"kind\":\"observation\"}}}"

static void refuses_what_is_no_document(void **state)
{
    refused("[]", "not a JSON object");
    refused("{}", "'metadata' is missing");
    refused("{\"metadata\":{}}", "'result' is missing");
    refused("{\"metadata\":{},\"result\":{},\"more\":1}", "more members");
    refused("{\"metadata\":{},\"result\":[]}", "'result' is not an object");
    refused("{\"metadata\":{}" RESULT, "'metadata.document_id' is missing");
}

static void refuses_ids_that_are_no_names(void **state)
{
    refused("{\"metadata\":{\"document_id\":\"\"}" RESULT, "is no id");
    refused("{\"metadata\":{\"document_id\":\"..\"}" RESULT, "is no id");
    refused("{\"metadata\":{\"document_id\":\"observation-/../../x\"}" RESULT, "is no id");
    refused("{\"metadata\":{\"document_id\":\"observation-\\u0000\"}" RESULT, "is no id");
    refused("{\"metadata\":{\"document_id\":\"observation-a b\"}" RESULT, "is no id");
    refused("{\"metadata\":{\"document_id\":\"observation-\xc3\xa9\"}" RESULT, "is no id");
    refused("{\"metadata\":{\"document_id\":\"package-extract-1\"}" RESULT,
            "starts with 'observation-'");
    refused("{\"metadata\":{\"document_id\":\"observation-\"}" RESULT,
            "starts with 'observation-'");
}

static void check_prefix(const char *prefix, const char *deployment, const char *want)
{
    STRBUF_AUTO(out, LIMIT_OBJECT_KEY);
    struct error err = {0};

    if (!want) {
        assert_false(place_prefix(&out, prefix, deployment, &err));
        assert_int_equal(err.kind, ERROR_USAGE);
        return;
    }
    assert_true(place_prefix(&out, prefix, deployment, &err));
    assert_string_equal(out.data, want);
}

static void joins_prefix_and_deployment(void **state)
{
    check_prefix(NULL, NULL, "");
    check_prefix("", "", "");
    check_prefix("data", "ocp-test", "data/ocp-test/");
    check_prefix("/a/b/", NULL, "a/b/");
    check_prefix(NULL, "x", "x/");
    check_prefix("..", NULL, NULL);
    check_prefix("a//b", NULL, NULL);
    check_prefix(NULL, "a b", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_lead_to_their_places),
        cmocka_unit_test(knows_each_kind),
        cmocka_unit_test(points_from_the_digest_to_the_analysis),
        cmocka_unit_test(refuses_what_is_no_document),
        cmocka_unit_test(refuses_ids_that_are_no_names),
        cmocka_unit_test(joins_prefix_and_deployment),
    };

    return cmocka_run_group_tests_name("place", tests, NULL, NULL);
}
