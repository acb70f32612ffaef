/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "image_facts.h"
#include "json_in.h"

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
        cmocka_unit_test(takes_the_request_for_an_analysis_that_is_not_there),
    };

    return cmocka_run_group_tests_name("image_facts", tests, NULL, NULL);
}
