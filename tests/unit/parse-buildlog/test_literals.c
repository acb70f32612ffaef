/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "literals.h"

static void check(struct literals *set, const char *line, const char *want)
{
    size_t values[8];
    char got[16] = "";
    size_t count = literals_find(set, span_string(line), values);

    for (size_t i = 0; i < count; i++)
        got[i] = (char)('0' + values[i]);
    assert_string_equal(got, want);
}

static void finds_each_once_wherever_it_stands(void **state)
{
    CLEANUP(cleanup_literals) struct literals *set = literals_new(4);

    literals_add(set, SPAN_LITERAL("fatal error: "), 0);
    literals_add(set, SPAN_LITERAL("error"), 1);
    literals_add(set, SPAN_LITERAL("not found"), 2);
    literals_add(set, SPAN_LITERAL("unfound"), 2);
    literals_add(set, SPAN_LITERAL("error"), 3);
    check(set, "", "");
    check(set, "err", "");
    check(set, "x fatal error: y", "013");
    check(set, "xx fatal error: y", "013");
    check(set, "error", "13");
    check(set, " error", "13");
    check(set, "error error", "13");
    check(set, "not found, unfound", "2");
    check(set, "fatal erro", "");
}

/* Every text at every place of a line, against memmem. */
static void agrees_with_a_plain_search(void **state)
{
    static const char *const texts[] = {"abcab", "bcabc", "aaaaa", "cabcabcab"};
    CLEANUP(cleanup_literals) struct literals *set = literals_new(4);
    char line[13] = "";

    for (size_t i = 0; i < 4; i++)
        literals_add(set, span_string(texts[i]), i);
    for (unsigned n = 0; n < 531441; n += 7) {
        char want[8] = "";
        size_t count = 0;
        unsigned rest = n;

        for (size_t i = 0; i < 12; i++, rest /= 3)
            line[i] = (char)('a' + rest % 3);
        for (size_t i = 0; i < 4; i++) {
            if (strstr(line, texts[i]))
                want[count++] = (char)('0' + i);
        }
        check(set, line, want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_each_once_wherever_it_stands),
        cmocka_unit_test(agrees_with_a_plain_search),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
