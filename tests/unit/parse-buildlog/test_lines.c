/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "limits.h"
#include "lines.h"
#include "xalloc.h"

/* All lines as "number@offset[flags]text|". */
static void gather(void *context, const struct log_line *line)
{
    struct strbuf *out = context;

    strbuf_addf(out, "%d@%d%s%s%s:", (int)line->number, (int)line->offset, line->red ? "r" : "",
                line->cut ? "c" : "", line_is_odd(line->text) ? "o" : "");
    strbuf_add_span(out, line->text);
    strbuf_add_byte(out, '|');
}

static void read_in_pieces(struct strbuf *out, struct span log, size_t size)
{
    struct line_reader reader;

    line_reader_init(&reader, gather, out);
    while (log.len) {
        struct span piece = span_head(log, size);
        /* A copy, so that a reader that looks past the piece is found out. */
        CLEANUP(cleanup_free) char *copy = xmemdup0(piece.data, piece.len);

        line_reader_feed(&reader, span_of(copy, piece.len));
        log = span_skip(log, size);
    }
    line_reader_finish(&reader);
    line_reader_release(&reader);
}

static void check(const char *log, size_t len, const char *want)
{
    static const size_t sizes[] = {1, 2, 3, 5, 7, 1000};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        STRBUF_AUTO(out, MIB);

        read_in_pieces(&out, span_of(log, len), sizes[i]);
        assert_string_equal(out.data, want);
    }
}

#define CHECK(log, want) check(log, sizeof(log) - 1, want)

static void counts_lines_and_offsets(void **state)
{
    CHECK("", "");
    CHECK("a", "1@0:a|");
    CHECK("a\n", "1@0:a|");
    CHECK("\n\nb", "1@0:|2@1:|3@2:b|");
    CHECK("ab\r\ncd\r\n", "1@0:ab|2@4:cd|");
}

static void folds_redraws(void **state)
{
    CHECK("10%\r50%\r100%\nx\n", "1@0:100%|2@13:x|");
    CHECK("10%\r\r\nx\n", "1@0:10%|2@6:x|");
    CHECK("done\r    \r\n", "1@0:done|");
    CHECK("\r\r\r", "1@0:|");
    CHECK("a\r  b\n", "1@0:  b|");
}

static void drops_escapes_and_keeps_red(void **state)
{
    CHECK("\x1b[91mE: x\n\x1b[0mplain\n", "1@0r:E: x|2@10:plain|");
    CHECK("\x1b[31;1mred\nred too\n\x1b[mno\n", "1@0r:red|2@11r:red too|3@19:no|");
    CHECK("\x1b[38;5;31mno\x1b[39m\n", "1@0:no|");
    CHECK("\x1b[91m  \x1b[0mx\n", "1@0:  x|");
    CHECK("a\x1b[2Kb\x1b]0;title\x07"
          "c\x1b]8;;u\x1b\\d\x1b(Be\n",
          "1@0:abcde|");
    CHECK("torn \x1b[9\nnext\n", "1@0:torn |2@9:next|");
}

static void tells_of_odd_bytes(void **state)
{
    CHECK("ok \xc3\xa4\n", "1@0:ok \xc3\xa4|");
    CHECK("bad \xff\n", "1@0o:bad \xff|");
    CHECK("12345678\xc3\n", "1@0o:12345678\xc3|");
}

static void tells_of_nuls(void **state)
{
    struct line_reader reader;
    STRBUF_AUTO(out, MIB);

    line_reader_init(&reader, gather, &out);
    line_reader_feed(&reader, SPAN_LITERAL("12345678\0\n"));
    line_reader_release(&reader);
    assert_memory_equal(out.data, "1@0o:", 5);
}

static void cuts_long_lines(void **state)
{
    size_t len = 3 * LIMIT_LOG_LINE;
    CLEANUP(cleanup_free) char *log = xmalloc(len + 2);
    static const size_t sizes[] = {1000, LIMIT_LOG_LINE + 1, MIB};

    memset(log, 'x', len);
    memcpy(log + LIMIT_LOG_LINE - 1, "\xc3\xa4", 2); /* torn by the cut */
    memcpy(log + len, "\nb", 2);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        STRBUF_AUTO(out, MIB);

        read_in_pieces(&out, span_of(log, len + 2), sizes[i]);
        assert_int_equal(out.len, strlen("1@0c:") + LIMIT_LOG_LINE - 1 + strlen("|2@196609:b|"));
        assert_true(span_ends_with(strbuf_span(&out), "x|2@196609:b|"));
    }
}

static void keeps_the_last_redraw_of_a_long_line(void **state)
{
    size_t len = 2 * LIMIT_LOG_LINE;
    CLEANUP(cleanup_free) char *log = xmalloc(len + 5);
    STRBUF_AUTO(out, MIB);

    memset(log, 'x', len);
    memcpy(log + len, "\rend\n", 5);
    read_in_pieces(&out, span_of(log, len + 5), 777);
    assert_string_equal(out.data, "1@0:end|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_lines_and_offsets),
        cmocka_unit_test(folds_redraws),
        cmocka_unit_test(drops_escapes_and_keeps_red),
        cmocka_unit_test(tells_of_odd_bytes),
        cmocka_unit_test(tells_of_nuls),
        cmocka_unit_test(cuts_long_lines),
        cmocka_unit_test(keeps_the_last_redraw_of_a_long_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
