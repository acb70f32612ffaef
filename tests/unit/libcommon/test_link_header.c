/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "link_header.h"

static void finds_the_next_page(void **state)
{
    static const struct {
        const char *header;
        const char *target; /* "" for none */
    } cases[] = {
        {"", ""},
        {" , ,\t", ""},
        {"</v2/a/referrers/b?n=2>; rel=\"next\"", "/v2/a/referrers/b?n=2"},
        {"<https://registry.example/x?a,b;c=>;REL=NeXt", "https://registry.example/x?a,b;c="},
        {"<?page=2>\t;\trel\t=\t\"next\"", "?page=2"},
        {"<>; rel=next", ""},
        {"<a>; rel=prev, <b>; title=\"x, <c>; rel=next \\\" y\"; rel=\"last next\", <d>; rel=next",
         "b"},
        {"<a>; rel=prev; rel=next", ""},
        {"<a>; rel=nextish, <b>; rel, <c>", ""},
        {"<a>; anchor=\"next\"; rel=\"prev first\",", ""},
        {"<a>; crossorigin; rel=next", "a"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {0};
        struct span target;

        if (!link_header_next(span_string(cases[i].header), &target, &err))
            fail_msg("'%s': %s", cases[i].header, err.message);
        if (!span_equal_string(target, cases[i].target))
            fail_msg("'%s' leads to '%.*s'", cases[i].header, (int)target.len, target.data);
    }
}

static void refuses_what_follows_no_grammar(void **state)
{
    static const char *const cases[] = {
        "next",
        "<a",
        "a>; rel=next",
        "<a b>; rel=next",
        "<a\n>; rel=next",
        "<<a>; rel=next",
        "<a>; rel=\"next",
        "<a>; rel=\"next\\",
        "<a>; rel=",
        "<a>; =next",
        "<a> rel=next",
        "<a>; rel=prev <b>; rel=next",
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {0};
        struct span target;

        if (link_header_next(span_string(cases[i]), &target, &err))
            fail_msg("'%s' was read", cases[i]);
        assert_int_equal(err.kind, ERROR_MALFORMED);
        assert_int_equal(target.len, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_next_page),
        cmocka_unit_test(refuses_what_follows_no_grammar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
