/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "required.h"
#include "strbuf.h"

#define MOST 1000

struct example {
    const char *pattern;
    const char *want; /* texts joined by '|', or the start of the reason in parentheses */
};

static const struct example examples[] = {
    {"E: Unable to locate package (?P<pkg>\\S+)", "E: Unable to locate package "},
    {"a(?:foo11|bar22)b?", "afoo11|abar22"},
    {"(?:is|are) (?:missing|not found)", "is missing|is not found|are missing|are not found"},
    {"[Cc]an't [^x]*", "Can't |can't "},
    {"[[:alpha:]]literal", "literal"},
    {"error (?P<code>TS\\d+): (?P<msg>.*)", "error TS"},
    {"first|second", "first|second"},
    {"word+s and", "s and"},
    {"words? and so", "words and so|word and so"},
    {"colours? of", "colours of|colour of"},
    {"wordsx{0,3}andmore", "andmore"},
    {"wordsx{2}", "wordsx"},
    {"a\\.b\\(c\\)d", "a.b(c)d"},
    {"[a-z]literal[^]]tail", "literal"},
    {"^\\bstart\\b$", "start"},
    {"(?:x|optional)?needed", "needed"},
    {"(?=ahead)behind", "behind"},
    {"(?<name>inner)outer text", "innerouter text"},
    {"deep(?:(?:(?:nested)))", "deepnested"},
    {"tab\\there", "tab\there"},
    {"https://\\S+ is a (?:wombat|quokka)", " is a wombat| is a quokka"},
    {"package \\S+ needs quokkas", " needs quokkas"},
    {"quokkas: \\S+: No such file or directory", "quokkas: "},
    {"shor", "(the pattern has no fixed text"},
    {"long enough|no", "(the pattern has no fixed text"},
    {".*", "(the pattern has no fixed text"},
    {"", "(the pattern has no fixed text"},
    {"(?i)insensitive", "(the pattern has an inline option"},
    {"(?:insensitive", "(the pattern has a group that is not closed"},
    {"insensitive)", "(the pattern has a ')' too many"},
    {"back \\1 reference", "(the pattern has an escape"},
    {"((((((((((((((((((deep enough))))))))))))))))))", "(the pattern has too many groups"},
};

static void refuses_a_nul(void **state)
{
    struct text_set required = {0};
    struct error err = {0};

    assert_false(required_texts(SPAN_LITERAL("long\0text"), &required, &err));
    assert_string_equal(err.message, "the pattern has a NUL");
}

static void reads_patterns(void **state)
{
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct text_set required = {0};
        struct error err = {0};
        STRBUF_AUTO(got, MOST);

        if (!required_texts(span_string(examples[i].pattern), &required, &err)) {
            strbuf_addf(&got, "(%s", err.message);
            strbuf_truncate(&got,
                            span_head(strbuf_span(&got), span_string(examples[i].want).len).len);
        }
        for (size_t j = 0; j < required.count; j++)
            strbuf_addf(&got, "%s%s", j ? "|" : "", required.texts[j]);
        text_set_release(&required);
        assert_string_equal(got.data, examples[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_patterns),
                                       cmocka_unit_test(refuses_a_nul)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
