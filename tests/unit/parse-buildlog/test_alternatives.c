/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "alternatives.h"
#include "strbuf.h"

#define MOST 1000

struct example {
    const char *pattern;
    const char *want; /* the alternatives, each in braces */
};

static const struct example examples[] = {
    {"", ""},
    {"one", "{one}"},
    {"a|b|c", "{a}{b}{c}"},
    {"a(?:b|c)|d", "{a(?:b|c)}{d}"},
    {"a\\|b|c\\\\|d", "{a\\|b}{c\\\\}{d}"},
    {"[|]a|b", "{[|]a}{b}"},
    {"[]|]a|[^]|]b", "{[]|]a}{[^]|]b}"},
    {"[[:digit:]|]a|b", "{[[:digit:]|]a}{b}"},
    {"\\(a|b\\)", "{\\(a}{b\\)}"},
    {"(?<!a|b)c|(?=d|e)f", "{(?<!a|b)c}{(?=d|e)f}"},
    {"((a|b)|c)|d", "{((a|b)|c)}{d}"},
    {"a)|b", "{a)}{b}"},
    {"a(|b", "{a(|b}"},
    {"[a|b", "{[a|b}"},
    {"a|b\\", "{a}{b\\}"},
    {"a||b", "{a}{}{b}"},
};

static void takes_patterns_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct span rest = span_string(examples[i].pattern);
        struct span one;
        STRBUF_AUTO(got, MOST);

        while (alternatives_next(&rest, &one))
            strbuf_addf(&got, "{%.*s}", SPAN_ARG(one));
        strbuf_add_string(&got, "");
        assert_string_equal(got.data ? got.data : "", examples[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(takes_patterns_apart)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
