/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_in.h"
#include "storage_records.h"

#define A "aabbaabbaabbaabbaabbaabbaabbaabbaabbaabbaabbaabbaabbaabbaabbaabb"
#define B "aabcaabcaabcaabcaabcaabcaabcaabcaabcaabcaabcaabcaabcaabcaabcaabc"
#define OWN "sha256:0000000000000000000000000000000000000000000000000000000000000001"
#define LIST "sha256:0000000000000000000000000000000000000000000000000000000000000002"

static const char images_text[] =
    "[{\"id\":\"" A "\",\"digest\":\"" OWN "\",\"names\":[\"localhost/team/app:1\"],"
    "\"big-data-digests\":{\"manifest-" LIST "\":\"" LIST "\"}},"
    "{\"id\":\"" B
    "\",\"names\":[\"docker.io/library/aabb:latest\",\"docker.io/library/tool:2\"]}]";

static void finds_images_as_skopeo_does(void **state)
{
    static const struct {
        const char *wanted;
        int found; /* the first, the second, or none (-1) */
        enum error_kind kind;
    } cases[] = {
        {"localhost/team/app:1", 0, ERROR_NONE},
        {"localhost/team/app", -1, ERROR_NONE},
        {"tool:2", 1, ERROR_NONE},
        {"@" A, 0, ERROR_NONE},
        {A, 0, ERROR_NONE},
        {"@aabb", 0, ERROR_NONE},
        {"aabb", 0, ERROR_NONE}, /* an id before a name */
        {"aabc", 1, ERROR_NONE},
        {"aab", -1, ERROR_USAGE},
        {"@aa", -1, ERROR_USAGE},
        {"aa", -1, ERROR_NONE},
        {"localhost/team/app:1@aabb", 0, ERROR_NONE},
        {"localhost/team/app@" OWN, 0, ERROR_NONE},
        {"localhost/team/app:7@" LIST, 0, ERROR_NONE},
        {"localhost/other@" OWN, -1, ERROR_NONE},
        {"", -1, ERROR_NONE},
    };
    struct error err = {0};
    json_t *images = json_in_parse(span_string(images_text), "images", &err);

    assert_non_null(images);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error why = {0};
        const json_t *found = storage_image_find(images, cases[i].wanted, &why);
        const json_t *expected =
            cases[i].found < 0 ? NULL : json_array_get(images, (size_t)cases[i].found);

        if (found != expected || why.kind != cases[i].kind)
            fail_msg("'%s': %s", cases[i].wanted, why.message);
    }
    json_decref(images);
}

static void takes_no_other_id_for_a_path(void **state)
{
    assert_true(storage_is_id(A));
    assert_false(storage_is_id("../" A));
    assert_false(storage_is_id("aabb"));
    assert_false(storage_is_id(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_images_as_skopeo_does),
        cmocka_unit_test(takes_no_other_id_for_a_path),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
