/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <stdlib.h>
#include <string.h>

#include "prefixes.h"
#include "records.h"
#include "xalloc.h"

/* Scanned at once: enough that a scan's start costs nothing, and little enough for the cache. */
#define SCAN_LEAST (64 * KIB)
/* Marks that are kept before their lines are handed on. */
#define FOUND_MOST 4096

/* A mark of the table that ends at end in the block. */
struct found_mark {
    uint32_t mark;
    uint32_t end;
};

struct log_reader {
    const struct mark_table *table;
    const struct log_handlers *handlers;
    void *context;
    struct line_reader lines;
    struct records records;
    struct window *window;
    struct scanner *scanner;
    uint64_t scanned; /* place up to which lines were handed on or passed over */
    bool every_line;
    uint64_t cut_lines;
    uint64_t first_cut;

    /* While a block is scanned: */
    struct span block;
    uint64_t block_start; /* its place */
    struct window_cursor cursor;
    struct found_mark *found; /* of which no line was looked at yet */
    size_t found_count;
    bool marked;        /* line holds the last mark that was taken */
    size_t latest_mark; /* which was this one */
    struct log_line line;
    size_t line_end;     /* in block */
    uint16_t *consumers; /* of that line */
    size_t consumer_count;
    bool *is_wanted; /* by each consumer */
};

static line_handler physical_line;
static line_handler add_line;
static run_handler add_run;

struct log_reader *log_reader_new(const struct mark_table *table, struct scanner *scanner,
                                  const struct log_handlers *handlers, void *context)
{
    struct log_reader *r = xcalloc(1, sizeof *r);

    r->table = table;
    r->handlers = handlers;
    r->context = context;
    r->scanner = scanner;
    r->window = window_new();
    r->found = xcalloc(FOUND_MOST, sizeof *r->found);
    r->consumers = xcalloc(table->consumer_most + 1, sizeof *r->consumers);
    r->is_wanted = xcalloc(table->consumer_most + 1, sizeof *r->is_wanted);
    line_reader_init(&r->lines, physical_line, r);
    r->lines.kept_start = prefixes_length;
    records_init(&r->records, &r->lines, add_line, r);
    return r;
}

void log_reader_free(struct log_reader *r)
{
    if (!r)
        return;
    records_release(&r->records);
    line_reader_release(&r->lines);
    window_free(r->window);
    free(r->found);
    free(r->consumers);
    free(r->is_wanted);
    free(r);
}

void log_reader_every_line(struct log_reader *r, bool every)
{
    r->every_line = every;
}

const struct window *log_reader_window(const struct log_reader *r)
{
    return r->window;
}

uint64_t log_reader_lines(const struct log_reader *r)
{
    return r->lines.number;
}

bool log_reader_is_torn(const struct log_reader *r)
{
    return r->lines.partial;
}

uint64_t log_reader_cut_lines(const struct log_reader *r, uint64_t *ret_first)
{
    *ret_first = r->first_cut;
    return r->cut_lines;
}

/* ---- lines that are handed on ---- */

static void hand_on(struct log_reader *r, const struct log_line *line)
{
    r->scanned = line->place + line->text.len + 1;
    r->handlers->line(r->context, line, r->consumers, r->consumer_count);
}

/* Those that are over at end, a place, and hold no mark, as long as every line is asked for. */
static void hand_on_others(struct log_reader *r, uint64_t end)
{
    struct log_line line;

    while (r->every_line && r->scanned < end) {
        window_read(r->window, &r->cursor, r->scanned, &line);
        if (line.place + line.text.len >= end)
            return;
        hand_on(r, &line);
    }
}

static void end_line(struct log_reader *r)
{
    if (!r->marked)
        return;
    hand_on(r, &r->line);
    for (size_t i = 0; i < r->consumer_count; i++)
        r->is_wanted[r->consumers[i]] = false;
    r->consumer_count = 0;
    r->marked = false;
}

/* The line of the block in which a mark ends at end. */
static void begin_line(struct log_reader *r, size_t end)
{
    hand_on_others(r, r->block_start + end);
    window_read(r->window, &r->cursor, r->block_start + end - 1, &r->line);
    r->line_end = (size_t)(r->line.place - r->block_start) + r->line.text.len;
    r->marked = true;
}

/* They are kept in ascending order; of most lines there are one or two. */
static void add_consumer(struct log_reader *r, uint16_t consumer)
{
    size_t i = r->consumer_count++;

    for (; i && r->consumers[i - 1] > consumer; i--)
        r->consumers[i] = r->consumers[i - 1];
    r->consumers[i] = consumer;
}

static void take_mark(struct log_reader *r, size_t mark, size_t end)
{
    if (r->marked && end > r->line_end)
        end_line(r);
    if (r->marked && mark == r->latest_mark)
        return; /* "----------" */
    if (!r->marked)
        begin_line(r, end);
    r->latest_mark = mark;
    for (uint32_t i = r->table->first[mark]; i < r->table->first[mark + 1]; i++) {
        uint16_t consumer = r->table->consumers[i];

        if (!r->is_wanted[consumer]) {
            r->is_wanted[consumer] = true;
            add_consumer(r, consumer);
        }
    }
}

static void take_found(struct log_reader *r)
{
    for (size_t i = 0; i < r->found_count; i++)
        take_mark(r, r->found[i].mark, r->found[i].end);
    r->found_count = 0;
}

/* Lines are looked at afterwards: in turns with them the scan would lose its tables from the cache. */
static void on_mark(void *context, size_t mark, size_t end)
{
    struct log_reader *r = context;

    if (r->found_count == FOUND_MOST)
        take_found(r);
    r->found[r->found_count++] = (struct found_mark){(uint32_t)mark, (uint32_t)end};
}

/* ---- blocks ---- */

static void scan(struct log_reader *r)
{
    struct span text = window_text(r->window);

    r->block_start = r->scanned;
    r->block = span_skip(text, (size_t)(r->scanned - window_start(r->window)));
    r->cursor = (struct window_cursor){0};
    scanner_scan(r->scanner, r->block, on_mark, r);
    take_found(r);
    end_line(r);
    hand_on_others(r, r->block_start + r->block.len);
    r->scanned = r->block_start + r->block.len;
}

static void make_room(struct log_reader *r, size_t size)
{
    uint64_t end = window_start(r->window) + window_text(r->window).len;

    if (end - r->scanned < SCAN_LEAST && size <= window_room(r->window))
        return;
    scan(r);
    if (size <= window_room(r->window))
        return;
    r->handlers->move(r->context);
    window_trim(r->window);
}

static void add_run(void *context, const struct log_run *run)
{
    struct log_reader *r = context;

    make_room(r, run->lines.len);
    window_add_run(r->window, run);
}

static void add_line(void *context, const struct log_line *line)
{
    struct log_reader *r = context;

    if (line->cut && r->cut_lines++ == 0)
        r->first_cut = line->number;
    make_room(r, line->text.len + 1);
    window_add_line(r->window, line);
}

/* Lines are taken as they are, and runs of them, once they are known to be no records. */
static void physical_line(void *context, const struct log_line *line)
{
    struct log_reader *r = context;

    records_line(&r->records, line);
    if (records_are_none(&r->records)) {
        r->lines.on_run = add_run;
        r->lines.handler = add_line;
    }
}

void log_reader_feed(struct log_reader *r, struct span piece)
{
    line_reader_feed(&r->lines, piece);
}

void log_reader_finish(struct log_reader *r)
{
    line_reader_finish(&r->lines);
    records_finish(&r->records);
    scan(r);
}
