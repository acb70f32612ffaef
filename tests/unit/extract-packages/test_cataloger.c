/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts that are a text: the lines of the JSON string are those of the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cataloger.h"
#include "xalloc.h"

#define ROOM ((size_t)1 << 16)

static void check(const char *text)
{
    struct span rest = span_string(text);
    struct error err = {0};
    struct span facts;
    struct span want;
    struct span line;
    JSON_OUT_AUTO(w);

    STRBUF_AUTO(room, ROOM);
    json_out_init_buffer(&w, ROOM);
    json_out_string(&w, rest);
    assert_true(json_out_finish(&w, &err));
    facts = strbuf_span(&w.buf);
    while (span_next_line(&rest, &want)) {
        if (!facts_next_line(&facts, &room, &line) || !span_equal(line, want))
            fail_msg("'%s': '%.*s' instead of '%.*s'", text, SPAN_ARG(line), SPAN_ARG(want));
    }
    if (facts_next_line(&facts, &room, &line))
        fail_msg("'%s': '%.*s' is too much", text, SPAN_ARG(line));
}

static void lines_are_those_of_the_text(void **state)
{
    static const char *const texts[] = {
        "",         "\n",          "a",           "a\nb",          "a\n\nb\n",    "\"a\"\n\"",
        "\\n\nx\\", "a\\\\\nb\\n", "\xc3\xa4\nb", "a\r\nb\r\nc\r", "a\tb\x01\nc", "\\\"\n\\",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check(texts[i]);
}

static void damaged_facts_end(void **state)
{
    static const char *const facts[] = {"", "\"", "x", "\"a\\", "{\"a\":1}", "\"\\u00", "null"};

    (void)state;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        struct span rest = span_string(facts[i]);
        struct span line;
        size_t lines = 0;

        STRBUF_AUTO(room, ROOM);
        while (facts_next_line(&rest, &room, &line))
            assert_true(++lines < 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_those_of_the_text),
        cmocka_unit_test(damaged_facts_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
