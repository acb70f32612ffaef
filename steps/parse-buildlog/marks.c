/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "marks.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "frequency.h"
#include "xalloc.h"

/*
 * Vectorscan looks for the last eight bytes of all texts at once, and again where these may be: that is
 * often, when many texts end with "ing", " for " or ": ", as lines of logs go on.
 */
#define HEAD_LEAST 8

struct mark {
    char *text; /* what is looked for */
    uint16_t consumer;
};

struct marks {
    bool whole;
    struct mark *items;
    size_t count;
    size_t capacity;
    const char **texts;
    uint32_t *first;
    uint16_t *consumers;
    struct mark_table table;
};

struct marks *marks_new(void)
{
    return xcalloc(1, sizeof(struct marks));
}

struct marks *marks_new_whole(void)
{
    struct marks *marks = marks_new();

    marks->whole = true;
    return marks;
}

void marks_free(struct marks *marks)
{
    if (!marks)
        return;
    for (size_t i = 0; i < marks->count; i++)
        free(marks->items[i].text);
    free(marks->items);
    free(marks->texts);
    free(marks->first);
    free(marks->consumers);
    free(marks);
}

/* Of the ends that are as rare the last: the longer the head, the fewer lines hold it. */
static size_t head_length(const char *text)
{
    size_t length = strlen(text);
    size_t best = length;
    unsigned long least = ULONG_MAX;

    for (size_t end = HEAD_LEAST; end <= length; end++) {
        unsigned long frequency = gram_frequency(text + end - FREQUENCY_GRAM);

        if (frequency > least)
            continue;
        least = frequency;
        best = end;
    }
    return best;
}

static void add(struct marks *marks, const char *text, size_t length, uint16_t consumer)
{
    XGROW(marks->items, marks->count, marks->capacity);
    marks->items[marks->count++] = (struct mark){xmemdup0(text, length), consumer};
}

void marks_add(struct marks *marks, const char *text, uint16_t consumer)
{
    add(marks, text, strlen(text), consumer);
}

void marks_add_head(struct marks *marks, const char *text, uint16_t consumer)
{
    add(marks, text, marks->whole ? strlen(text) : head_length(text), consumer);
}

static int compare(const void *a, const void *b)
{
    const struct mark *x = a;
    const struct mark *y = b;
    int order = strcmp(x->text, y->text);

    return order ? order : (int)x->consumer - (int)y->consumer;
}

static bool is_same(const struct mark *a, const struct mark *b)
{
    return a->consumer == b->consumer && strcmp(a->text, b->text) == 0;
}

const struct mark_table *marks_table(struct marks *marks)
{
    struct mark_table *table = &marks->table;
    size_t count = 0; /* of consumers */

    if (table->texts)
        return table;
    marks->texts = xcalloc(marks->count + 1, sizeof *marks->texts);
    marks->first = xcalloc(marks->count + 1, sizeof *marks->first);
    marks->consumers = xcalloc(marks->count + 1, sizeof *marks->consumers);
    qsort(marks->items, marks->count, sizeof *marks->items, compare);
    for (size_t i = 0; i < marks->count; i++) {
        const struct mark *mark = &marks->items[i];

        if (i && is_same(mark, mark - 1))
            continue;
        if (!i || strcmp(mark->text, mark[-1].text) != 0) {
            marks->first[table->count] = (uint32_t)count;
            marks->texts[table->count++] = mark->text;
        }
        marks->consumers[count++] = mark->consumer;
        if (mark->consumer >= table->consumer_most)
            table->consumer_most = (size_t)mark->consumer + 1;
    }
    marks->first[table->count] = (uint32_t)count;
    table->texts = marks->texts;
    table->first = marks->first;
    table->consumers = marks->consumers;
    return table;
}
