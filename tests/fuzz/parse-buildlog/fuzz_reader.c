/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes and wherever they are cut: the reader hands on just the lines
 * that hold a mark, as they are when all lines are looked at one by one.
 */
#include <stdlib.h>
#include <string.h>

#include "reader.h"
#include "xalloc.h"

#define MOST (256 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const texts[] = {"error", "rror: ", "a\tb", "\xe2\x9c\x98", "  x", "0000"};

#define TEXT_COUNT (sizeof texts / sizeof *texts)

static void tell(struct strbuf *out, const struct log_line *line)
{
    strbuf_addf(out, "%d@%d%d%d ", (int)line->number, (int)line->offset, line->red, line->cut);
    strbuf_add_span(out, line->text);
    strbuf_add_byte(out, '\n');
}

/* ---- one by one ---- */

static void naive_line(void *context, const struct log_line *line)
{
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        if (span_contains(line->text, texts[i])) {
            tell(context, line);
            return;
        }
    }
}

static void read_naively(struct span log, struct strbuf *out)
{
    struct line_reader reader;

    line_reader_init(&reader, naive_line, out);
    line_reader_feed(&reader, log);
    line_reader_finish(&reader);
    line_reader_release(&reader);
}

/* ---- by marks ---- */

static void marked_line(void *context, const struct log_line *line, const uint16_t *consumers,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!span_contains(line->text, texts[consumers[i]]))
            abort();
    }
    tell(context, line);
}

static void moved(void *context)
{
    (void)context;
}

static const struct mark_table *table_of_texts(void)
{
    static struct marks *marks;

    if (!marks) {
        marks = marks_new();
        for (size_t i = 0; i < TEXT_COUNT; i++)
            marks_add(marks, texts[i], (uint16_t)i);
    }
    return marks_table(marks);
}

static struct scanner *scanner(void)
{
    static struct scanner *made;
    struct error err = {0};

    if (!made)
        made = scanner_new(table_of_texts(), &err);
    if (!made)
        abort();
    return made;
}

static void read_by_marks(struct span log, size_t piece, struct strbuf *out)
{
    static const struct log_handlers handlers = {marked_line, moved};
    CLEANUP(cleanup_log_reader)
    struct log_reader *reader = log_reader_new(table_of_texts(), scanner(), &handlers, out);

    for (; log.len; log = span_skip(log, piece)) {
        struct span part = span_head(log, piece);
        /* A copy, so that a look past the piece is found out. */
        CLEANUP(cleanup_free) char *copy = xmalloc(part.len);

        memcpy(copy, part.data, part.len);
        log_reader_feed(reader, span_of(copy, part.len));
    }
    log_reader_finish(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span log = span_of((const char *)data, size);
    const size_t pieces[] = {MOST, 1 + size % 61, 1};
    STRBUF_AUTO(want, 8 * MOST);

    if (size > MOST)
        return 0;
    read_naively(log, &want);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        STRBUF_AUTO(got, 8 * MOST);

        read_by_marks(log, pieces[i], &got);
        if (!span_equal(strbuf_span(&got), strbuf_span(&want)))
            abort();
    }
    return 0;
}
