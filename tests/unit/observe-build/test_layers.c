/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "image_facts.h"
#include "json_in.h"

static json_t *analysis(const char *layers)
{
    char text[2000];
    struct error err = {0};

    snprintf(text, sizeof text, "{\"result\":{\"image\":{\"layers\":[%s]}}}", layers);
    return json_in_parse(span_string(text), "test", &err);
}

#define LAYER(digest, diff_id) "{\"digest\":\"" digest "\",\"diff_id\":\"" diff_id "\"}"

/* want: JSON_TRUE, JSON_FALSE or JSON_NULL */
static void check(const char *base_layers, const char *output_layers, json_type want)
{
    CLEANUP(cleanup_json) json_t *base = base_layers ? analysis(base_layers) : NULL;
    CLEANUP(cleanup_json) json_t *output = output_layers ? analysis(output_layers) : NULL;
    CLEANUP(cleanup_json) json_t *found = image_is_prefix(base, output);

    assert_int_equal(json_typeof(found), want);
}

static void compares_layers(void **state)
{
    check("", "", JSON_TRUE);
    check("", LAYER("a", "1"), JSON_TRUE);
    check(LAYER("a", "1"), LAYER("a", "1") "," LAYER("b", "2"), JSON_TRUE);
    check(LAYER("a", "1"), LAYER("b", "2") "," LAYER("a", "1"), JSON_FALSE);
    check(LAYER("a", "1") "," LAYER("b", "2"), LAYER("a", "1"), JSON_FALSE);
}

static void a_registry_may_compress_anew(void **state)
{
    check(LAYER("a", "1"), LAYER("b", "1"), JSON_TRUE);
    check("{\"digest\":\"a\",\"diff_id\":null}", "{\"digest\":\"b\",\"diff_id\":null}", JSON_FALSE);
    check("{}", "{}", JSON_FALSE);
}

static void is_unknown_without_both(void **state)
{
    check(NULL, LAYER("a", "1"), JSON_NULL);
    check(LAYER("a", "1"), NULL, JSON_NULL);
}

static void takes_the_request_for_an_analysis_that_is_not_there(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_json)
    json_t *requested =
        json_in_parse(SPAN_LITERAL("{\"reference\":\"r\",\"digest\":null}"), "test", &err);
    CLEANUP(cleanup_json) json_t *facts = image_facts(NULL, requested);
    CLEANUP(cleanup_json) json_t *nothing = image_facts(NULL, NULL);

    assert_string_equal(json_in_string_or(facts, "reference", ""), "r");
    assert_true(json_is_null(json_object_get(facts, "layer_count")));
    assert_true(json_is_null(nothing));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_layers),
        cmocka_unit_test(a_registry_may_compress_anew),
        cmocka_unit_test(is_unknown_without_both),
        cmocka_unit_test(takes_the_request_for_an_analysis_that_is_not_there),
    };

    return cmocka_run_group_tests_name("image_facts", tests, NULL, NULL);
}
