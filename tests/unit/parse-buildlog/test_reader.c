/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks, the scan for them, the window, and the reader that is made of these. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "reader.h"
#include "xalloc.h"

/* ---- marks ---- */

static void gives_each_text_its_consumers(void **state)
{
    CLEANUP(cleanup_marks) struct marks *marks = marks_new();
    const struct mark_table *table;

    marks_add(marks, "error: ", 7);
    marks_add(marks, "Setting up ", 1);
    marks_add(marks, "error: ", 3);
    marks_add(marks, "error: ", 7);
    table = marks_table(marks);
    assert_int_equal(table->count, 2);
    assert_int_equal(table->consumer_most, 8);
    assert_string_equal(table->texts[0], "Setting up ");
    assert_string_equal(table->texts[1], "error: ");
    assert_int_equal(table->first[1], 1);
    assert_int_equal(table->first[2], 3);
    assert_int_equal(table->consumers[1], 3);
    assert_int_equal(table->consumers[2], 7);
}

/* ---- scanning ---- */

struct found {
    struct strbuf text; /* "mark@end " of each */
};

static void on_mark(void *context, size_t mark, size_t end)
{
    struct found *found = context;

    strbuf_addf(&found->text, "%zu@%zu ", mark, end);
}

static void scan_with(const struct mark_table *table)
{
    struct error err = {0};
    CLEANUP(cleanup_scanner) struct scanner *scanner = scanner_new(table, &err);
    struct found found;

    assert_string_equal(err.message, "");
    strbuf_init(&found.text, 1000);
    scanner_scan(scanner, SPAN_LITERAL("an error: no error"), on_mark, &found);
    assert_string_equal(found.text.data, "0@8 1@10 0@18 ");
    strbuf_release(&found.text);
}

static void scans_with_and_without_a_database(void **state)
{
    CLEANUP(cleanup_marks) struct marks *marks = marks_new();
    struct error err = {0};
    struct mark_table table;
    unsigned char *database;

    marks_add(marks, "error", 0);
    marks_add(marks, "error: ", 1);
    table = *marks_table(marks);
    scan_with(&table);
    database = scanner_compile(&table, &table.database_size, &err);
    assert_non_null(database);
    table.database = database;
    scan_with(&table);
    /* One of another version or processor: the table is compiled instead. */
    database[4] ^= 0xff;
    scan_with(&table);
    free(database);
}

/* ---- the reader ---- */

struct reading {
    struct log_reader *reader;
    struct strbuf out; /* "number@offset[r]:consumers:text|" of each line */
    unsigned every;    /* lines that are asked for behind one with consumer 2 */
};

static void on_line(void *context, const struct log_line *line, const uint16_t *consumers,
                    size_t count)
{
    struct reading *reading = context;

    strbuf_addf(&reading->out, "%d@%d%s%s:", (int)line->number, (int)line->offset,
                line->red ? "r" : "", line->cut ? "c" : "");
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(&reading->out, "%d", consumers[i]);
        if (consumers[i] == 2)
            reading->every = 3;
    }
    strbuf_add_byte(&reading->out, ':');
    strbuf_add_span(&reading->out, span_head(line->text, 20));
    strbuf_add_byte(&reading->out, '|');
    log_reader_every_line(reading->reader, reading->every > 0);
    reading->every -= reading->every > 0;
}

static void on_move(void *context)
{
    (void)context;
}

static void read_log(struct span log, size_t piece, struct strbuf *out)
{
    static const struct log_handlers handlers = {on_line, on_move};
    CLEANUP(cleanup_marks) struct marks *marks = marks_new();
    struct reading reading = {0};
    struct error err = {0};

    marks_add(marks, "error", 1);
    marks_add(marks, "fatal error", 0);
    marks_add(marks, "BEGIN", 2);

    CLEANUP(cleanup_scanner) struct scanner *scanner = scanner_new(marks_table(marks), &err);

    assert_string_equal(err.message, "");
    strbuf_init(&reading.out, MIB);
    reading.reader = log_reader_new(marks_table(marks), scanner, &handlers, &reading);
    for (; log.len; log = span_skip(log, piece))
        log_reader_feed(reading.reader, span_head(log, piece));
    log_reader_finish(reading.reader);
    strbuf_add_span(out, strbuf_span(&reading.out));
    strbuf_addf(out, "%d lines", (int)log_reader_lines(reading.reader));
    strbuf_release(&reading.out);
    log_reader_free(reading.reader);
}

static void check(struct span log, const char *want)
{
    static const size_t pieces[] = {1, 2, 3, 7, 1000, 100000, 10000000};

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        STRBUF_AUTO(out, MIB);

        read_log(log, pieces[i], &out);
        assert_string_equal(out.data, want);
    }
}

static void hands_on_what_holds_a_mark(void **state)
{
    check(SPAN_LITERAL(""), "0 lines");
    check(SPAN_LITERAL("a\nb"), "2 lines");
    check(SPAN_LITERAL("a\nerror error\nfatal error: x\n\nerr\nor\nerror"),
          "2@2:1:error error|3@14:01:fatal error: x|7@37:1:error|7 lines");
    check(SPAN_LITERAL("\x1b[91mer\x1b[0mror\nx\r\n50%\rerror\r\nerror\n"),
          "1@0r:1:error|3@18:1:error|4@29:1:error|4 lines");
}

static void hands_on_every_line_for_a_while(void **state)
{
    check(SPAN_LITERAL("a\nBEGIN\nb\nerror\nc\nd\ne\nBEGIN\n"),
          "2@2:2:BEGIN|3@8::b|4@10:1:error|5@16::c|8@22:2:BEGIN|8 lines");
}

/* Many windows long, with stretches that end with CR LF: numbers and offsets stay right. */
static void counts_over_windows(void **state)
{
    STRBUF_AUTO(log, 8 * MIB);
    STRBUF_AUTO(want, MIB);
    static const size_t pieces[] = {65536, 1000003, 8 << 20};

    for (int i = 1; i <= 100000; i++) {
        const char *end = i / 9000 % 2 || i % 101 == 0 ? "\r\n" : "\n";

        if (i % 9973 == 0) {
            strbuf_addf(&want, "%d@%d:1:an error %d|", i, (int)log.len, i);
            strbuf_addf(&log, "an error %d%s", i, end);
        } else if (i % 777 == 0) {
            strbuf_addf(&log, "\x1b[91mred %d\x1b[0m%s", i, end);
        } else if (i % 1777 == 0) {
            strbuf_addf(&log, "50%%\r100 %d%s", i, end);
        } else {
            strbuf_addf(&log, "%.*s%s", i % 70,
                        "0123456789012345678901234567890123456789012345678901234567890123456789",
                        end);
        }
    }
    strbuf_add_string(&want, "100000 lines");
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        STRBUF_AUTO(out, MIB);

        read_log(strbuf_span(&log), pieces[i], &out);
        assert_string_equal(out.data, want.data);
    }
}

/* More of them in a block than are kept before their lines are handed on. */
static void takes_any_number_of_marks(void **state)
{
    STRBUF_AUTO(log, MIB);
    STRBUF_AUTO(want, MIB);

    (void)state;
    for (int i = 1; i <= 20000; i++) {
        strbuf_addf(&want, "%d@%d:1:error|", i, (int)log.len);
        strbuf_add_string(&log, "error\n");
    }
    strbuf_add_string(&want, "20000 lines");
    check(strbuf_span(&log), want.data);
}

/* ---- the window ---- */

static void add_run(struct window *w, struct span lines, uint64_t number, uint64_t offset)
{
    const struct log_run run = {.lines = lines, .number = number, .offset = offset};

    window_add_run(w, &run);
}

static void finds_lines_again(void **state)
{
    CLEANUP(cleanup_window) struct window *w = window_new();
    const struct log_line red = {.number = 4,
                                 .offset = 30,
                                 .text = SPAN_LITERAL("red"),
                                 .red = true};
    struct log_line line;

    assert_false(window_last(w, &line));
    add_run(w, SPAN_LITERAL("one\n\nthree\n"), 1, 0);
    window_add_line(w, &red);
    add_run(w, SPAN_LITERAL("five\n"), 5, 50);
    assert_true(window_last(w, &line));
    assert_int_equal(line.number, 5);
    assert_int_equal(line.offset, 50);
    assert_false(window_after(w, &line, &line));
    assert_true(window_before(w, &line, &line));
    assert_int_equal(line.number, 4);
    assert_int_equal(line.offset, 30);
    assert_true(line.red);
    assert_true(window_before(w, &line, &line));
    assert_true(span_equal_string(line.text, "three"));
    assert_int_equal(line.number, 3);
    assert_int_equal(line.offset, 5);
    assert_false(line.red);
    assert_true(window_before(w, &line, &line));
    assert_true(window_before(w, &line, &line));
    assert_int_equal(line.number, 1);
    assert_false(window_before(w, &line, &line));
    assert_true(window_after(w, &line, &line));
    assert_int_equal(line.text.len, 0);
}

/* The window has no CR; offsets count them, before and after it moves. */
static void counts_what_is_left_out(void **state)
{
    CLEANUP(cleanup_window) struct window *w = window_new();
    struct log_run run = {.lines = SPAN_LITERAL("one\r\n\r\nthree\r\n"), .crlf = true};
    struct log_line line;
    uint64_t number = 1;

    (void)state;
    for (; window_room(w) > 100; number += 3) {
        run.number = number;
        run.offset = (number - 1) / 3 * run.lines.len;
        window_add_run(w, &run);
    }
    assert_true(window_last(w, &line));
    window_trim(w);
    assert_true(window_last(w, &line));
    do {
        static const char *const texts[] = {"three", "one", ""};
        static const uint64_t offsets[] = {7, 0, 5};

        assert_true(span_equal_string(line.text, texts[line.number % 3]));
        assert_int_equal(line.offset,
                         (line.number - 1) / 3 * run.lines.len + offsets[line.number % 3]);
    } while (window_before(w, &line, &line));
    assert_int_equal(line.place, window_start(w));
}

static void forgets_what_is_far_behind(void **state)
{
    CLEANUP(cleanup_window) struct window *w = window_new();
    struct log_line first;
    struct log_line line;
    uint64_t number = 1;

    for (; window_room(w) > 100; number += 2)
        add_run(w, SPAN_LITERAL("0123456789\nabcdefghi\n"), number, (number - 1) / 2 * 21);
    assert_true(window_last(w, &first));
    while (window_before(w, &first, &first)) {
    }
    assert_int_equal(first.number, 1);
    window_trim(w);
    assert_true(window_text(w).len <= WINDOW_KEPT);
    assert_true(window_text(w).len > WINDOW_KEPT - 100);
    assert_false(window_at(w, &first));
    assert_true(window_last(w, &line));
    assert_int_equal(line.number, number - 1);
    assert_int_equal(line.offset, (number - 1) / 2 * 21 - 10);
    while (window_before(w, &line, &line)) {
    }
    assert_int_equal(line.place, window_start(w));
    assert_int_equal(line.offset, line.place);
    assert_int_equal(line.offset, (line.number - 1) / 2 * 21 + (line.number % 2 ? 0 : 11));
}

/* Lines with a spot of their own may be one byte long: those take more memory than the text. */
static void keeps_few_spots(void **state)
{
    CLEANUP(cleanup_window) struct window *w = window_new();
    struct log_line line = {0};
    struct log_line last;
    size_t added = 0;

    (void)state;
    for (; added < 1000000 && window_room(w) > 1; added++) {
        line.number = added + 1;
        line.offset = 7 * added;
        window_add_line(w, &line);
    }
    assert_true(added < WINDOW_SIZE / 4);
    window_trim(w);
    assert_true(window_room(w) > WINDOW_SIZE / 2);
    assert_true(window_last(w, &last));
    assert_int_equal(last.number, added);
    assert_int_equal(last.offset, 7 * (added - 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_few_spots),
        cmocka_unit_test(gives_each_text_its_consumers),
        cmocka_unit_test(scans_with_and_without_a_database),
        cmocka_unit_test(hands_on_what_holds_a_mark),
        cmocka_unit_test(hands_on_every_line_for_a_while),
        cmocka_unit_test(counts_over_windows),
        cmocka_unit_test(takes_any_number_of_marks),
        cmocka_unit_test(finds_lines_again),
        cmocka_unit_test(counts_what_is_left_out),
        cmocka_unit_test(forgets_what_is_far_behind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
