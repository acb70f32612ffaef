/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* From its line on, until the next spot, numbers and offsets follow by counting. */
struct spot {
    uint64_t place;
    uint64_t number;
    uint64_t offset;
    int64_t time; /* these are of this one line */
    bool red;
    bool cut;
    bool crlf; /* each line from here on had a CR that is left out */
};

/* Lines with a spot of their own are one byte long at the least, and a spot takes 48. */
#define SPOTS_MOST 32768
#define SPOTS_KEPT 8192

struct window {
    char *text;
    size_t len;
    uint64_t start; /* the place of text[0] */
    struct spot *spots;
    size_t count;
    size_t capacity;
};

struct window *window_new(void)
{
    struct window *w = xcalloc(1, sizeof *w);

    w->text = xmalloc(WINDOW_SIZE);
    return w;
}

void window_free(struct window *w)
{
    if (!w)
        return;
    free(w->text);
    free(w->spots);
    free(w);
}

size_t window_room(const struct window *w)
{
    return w->count < SPOTS_MOST ? WINDOW_SIZE - w->len : 0;
}

struct span window_text(const struct window *w)
{
    return span_of(w->text, w->len);
}

uint64_t window_start(const struct window *w)
{
    return w->start;
}

/* ---- what comes in ---- */

static void add_spot(struct window *w, struct spot spot)
{
    spot.place = w->start + w->len;
    XGROW(w->spots, w->count, w->capacity);
    w->spots[w->count++] = spot;
}

static void add_text(struct window *w, struct span text)
{
    if (text.len)
        memcpy(w->text + w->len, text.data, text.len);
    w->len += text.len;
}

static void add_without_cr(struct window *w, struct span lines)
{
    while (lines.len) {
        size_t n = span_find_byte(lines, '\r');

        add_text(w, span_head(lines, n));
        add_text(w, SPAN_LITERAL("\n"));
        lines = span_skip(lines, n + 2);
    }
}

void window_add_run(struct window *w, const struct log_run *run)
{
    add_spot(w, (struct spot){.number = run->number, .offset = run->offset, .crlf = run->crlf});
    if (run->crlf)
        add_without_cr(w, run->lines);
    else
        add_text(w, run->lines);
}

void window_add_line(struct window *w, const struct log_line *line)
{
    add_spot(w, (struct spot){.number = line->number,
                              .offset = line->offset,
                              .time = line->time,
                              .red = line->red,
                              .cut = line->cut});
    add_text(w, line->text);
    add_text(w, SPAN_LITERAL("\n"));
}

/* ---- what is found again ---- */

/* The last spot at or before place, which is in the window. */
static size_t find_spot(const struct window *w, uint64_t place)
{
    size_t low = 0;
    size_t high = w->count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (w->spots[middle].place <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The text of the line that starts at place, which is in the window. */
static inline struct span text_at(const struct window *w, uint64_t place)
{
    struct span rest = span_skip(window_text(w), (size_t)(place - w->start));

    return span_head(rest, span_find_byte(rest, '\n'));
}

/* The line with this text, by the spot that counts for it; number is for lines without a spot of their own. */
static void read_line(const struct window *w, const struct spot *spot, struct span text,
                      uint64_t number, struct log_line *ret)
{
    uint64_t place = w->start + (uint64_t)(text.data - w->text);
    bool own = spot->place == place;
    uint64_t left_out = spot->crlf && !own ? number - spot->number : 0;

    *ret = (struct log_line){.place = place,
                             .number = own ? spot->number : number,
                             .offset = spot->offset + (place - spot->place) + left_out,
                             .text = text,
                             .red = own && spot->red,
                             .cut = own && spot->cut,
                             .time = own ? spot->time : 0};
}

static void set_cursor(const struct window *w, struct window_cursor *c, size_t spot)
{
    uint64_t place = w->spots[spot].place;

    *c = (struct window_cursor){spot, place, w->spots[spot].number, text_at(w, place).len};
}

void window_read(const struct window *w, struct window_cursor *c, uint64_t place,
                 struct log_line *ret)
{
    size_t spot = c->spot;
    struct span text;

    while (spot + 1 < w->count && w->spots[spot + 1].place <= place)
        spot++;
    if (spot != c->spot || c->number == 0)
        set_cursor(w, c, spot);
    while (c->place + c->len < place) {
        c->place += c->len + 1;
        c->number++;
        c->len = text_at(w, c->place).len;
    }
    text = span_of(w->text + (c->place - w->start), c->len);
    read_line(w, &w->spots[spot], text, c->number, ret);
}

bool window_before(const struct window *w, const struct log_line *line, struct log_line *ret)
{
    struct span head;
    size_t end;
    uint64_t place;

    if (line->place <= w->start || line->place > w->start + w->len)
        return false;
    head = span_head(window_text(w), (size_t)(line->place - w->start) - 1);
    end = span_find_last_byte(head, '\n');
    place = w->start + (end < head.len ? end + 1 : 0);
    read_line(w, &w->spots[find_spot(w, place)], text_at(w, place), line->number - 1, ret);
    return true;
}

bool window_after(const struct window *w, const struct log_line *line, struct log_line *ret)
{
    uint64_t place = line->place + line->text.len + 1;

    if (line->place < w->start || place >= w->start + w->len)
        return false;
    read_line(w, &w->spots[find_spot(w, place)], text_at(w, place), line->number + 1, ret);
    return true;
}

bool window_at(const struct window *w, struct log_line *line)
{
    if (line->place < w->start || line->place >= w->start + w->len)
        return false;
    read_line(w, &w->spots[find_spot(w, line->place)], text_at(w, line->place), line->number, line);
    return true;
}

bool window_last(const struct window *w, struct log_line *ret)
{
    const struct log_line end = {.place = w->start + w->len};
    struct window_cursor cursor = {0};

    if (!window_before(w, &end, ret))
        return false;
    cursor.spot = find_spot(w, ret->place);
    window_read(w, &cursor, ret->place, ret);
    return true;
}

/* ---- what goes ---- */

/* The spots before the one that counts for the new start, which itself moves there. */
static void drop_spots(struct window *w, uint64_t place)
{
    size_t first = find_spot(w, place);
    struct window_cursor cursor = {.spot = first};
    struct log_line line;

    window_read(w, &cursor, place, &line);
    if (w->spots[first].place != place)
        w->spots[first] = (struct spot){.place = place,
                                        .number = line.number,
                                        .offset = line.offset,
                                        .crlf = w->spots[first].crlf};
    w->count -= first;
    memmove(w->spots, w->spots + first, w->count * sizeof *w->spots);
}

/* How many bytes must go at least. */
static size_t excess(const struct window *w)
{
    size_t bytes = w->len > WINDOW_KEPT ? w->len - WINDOW_KEPT : 0;
    size_t before =
        w->count > SPOTS_KEPT ? (size_t)(w->spots[w->count - SPOTS_KEPT].place - w->start) : 0;

    return bytes > before ? bytes : before;
}

void window_trim(struct window *w)
{
    size_t gone = excess(w);

    if (gone == 0)
        return;
    gone += span_find_byte(span_of(w->text + gone, w->len - gone), '\n') + 1;
    if (gone >= w->len)
        gone = w->len; /* a last line as long as that */
    else
        drop_spots(w, w->start + gone);
    if (gone == w->len)
        w->count = 0;
    memmove(w->text, w->text + gone, w->len - gone);
    w->start += gone;
    w->len -= gone;
}
