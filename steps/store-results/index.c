/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index.h"

#include <string.h>

#include "digest.h"
#include "json_in.h"
#include "json_out.h"
#include "xalloc.h"

/* Of one object: INDEX_ROWS of 400 bytes. */
#define INDEX_BYTES (4 * MIB)
/* A row that is longer than this is no row of ours. */
#define ROW_BYTES (1 * MIB)

struct index_line {
    struct index_day day;
    char *text;  /* an object, without a line's end */
    bool of_log; /* of a document that is made of a build's log */
};

static bool is_of_log(const json_t *row)
{
    const char *kind = json_in_string_or(row, "kind", "");

    return strcmp(kind, "build-log-analysis") == 0 || strcmp(kind, "observation") == 0;
}

void index_add_take(struct index *index, const struct index_day *day, json_t *row)
{
    JSON_OUT_AUTO(w);
    struct error too_long = {0};

    bool of_log = is_of_log(row);

    json_out_init_buffer(&w, ROW_BYTES);
    json_out_value(&w, row);
    json_decref(row);
    if (!json_out_finish(&w, &too_long))
        return;
    XGROW(index->lines, index->count, index->capacity);
    index->bytes += w.buf.len;
    index->lines[index->count++] =
        (struct index_line){.day = *day, .text = strbuf_detach(&w.buf), .of_log = of_log};
}

void index_add_raw_log(struct index *index, const char *id)
{
    if (!index->raw_log)
        index->raw_log = xstrdup(id);
    else if (strcmp(index->raw_log, id) != 0)
        index->many_logs = true;
}

bool index_is_full(const struct index *index)
{
    return index->count >= INDEX_ROWS || index->bytes >= INDEX_BYTES;
}

static int compare_lines(const void *a, const void *b)
{
    const struct index_line *one = a;
    const struct index_line *two = b;
    int order = strcmp(one->day.text, two->day.text);

    return order ? order : strcmp(one->text, two->text);
}

char *index_key(const char *prefix, const struct index_day *day, struct span rows)
{
    struct digest digest = digest_of(rows);

    return xasprintf("%sbuild-analysis/index/%s/%.32s.jsonl", prefix, day->text,
                     DIGEST_HEX_TEXT(&digest));
}

static void add_line(struct strbuf *rows, const struct index_line *line, const char *raw_log)
{
    strbuf_add_string(rows, line->text);
    if (line->of_log && raw_log) {
        strbuf_truncate(rows, rows->len - 1);
        strbuf_addf(rows, ",\"raw_log\":\"%s\"}", raw_log);
    }
    strbuf_add_byte(rows, '\n');
}

static void clear(struct index *index)
{
    for (size_t i = 0; i < index->count; i++)
        free(index->lines[i].text);
    index->count = 0;
    index->bytes = 0;
}

/* Those of lines[0]'s day; returns how many there are. */
static size_t gather_day(const struct index_line *lines, size_t count, const char *raw_log,
                         struct strbuf *rows)
{
    size_t i = 0;

    do
        add_line(rows, &lines[i], raw_log);
    while (++i < count && strcmp(lines[0].day.text, lines[i].day.text) == 0);
    return i;
}

bool index_write(struct index *index, index_sink *sink, void *context, struct error *err)
{
    const char *raw_log = index->many_logs ? NULL : index->raw_log;
    bool done = true;
    size_t count = 0;

    if (index->count)
        qsort(index->lines, index->count, sizeof *index->lines, compare_lines);
    for (size_t start = 0; done && start < index->count; start += count) {
        STRBUF_AUTO(rows, 2 * INDEX_BYTES + ROW_BYTES);

        count = gather_day(index->lines + start, index->count - start, raw_log, &rows);
        done = sink(context, &index->lines[start].day, strbuf_span(&rows), err);
    }
    clear(index);
    return done;
}

void index_release(struct index *index)
{
    clear(index);
    free(index->raw_log);
    free(index->lines);
    *index = (struct index){0};
}
