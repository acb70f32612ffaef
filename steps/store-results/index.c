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

char *index_folder(const char *prefix, const struct index_day *day)
{
    return xasprintf("%sbuild-analysis/index/%s/", prefix, day->text);
}

char *index_key(const char *folder, struct span rows)
{
    struct digest digest = digest_of(rows);

    return xasprintf("%s%.32s.jsonl", folder, DIGEST_HEX_TEXT(&digest));
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

static bool write_day(const struct index_line *lines, size_t count, const char *raw_log,
                      struct object_store *const *stores, size_t store_count, const char *prefix,
                      struct error *err)
{
    CLEANUP(cleanup_free) char *folder = index_folder(prefix, &lines[0].day);
    CLEANUP(cleanup_free) char *key = NULL;
    STRBUF_AUTO(rows, 2 * INDEX_BYTES + ROW_BYTES);
    bool taken;

    for (size_t i = 0; i < count; i++)
        add_line(&rows, &lines[i], raw_log);
    key = index_key(folder, strbuf_span(&rows));
    /* What is taken has the same bytes. */
    for (size_t i = 0; i < store_count; i++)
        if (!object_store_put_new(stores[i], key, strbuf_span(&rows), &taken, err))
            return false;
    return true;
}

static void clear(struct index *index)
{
    for (size_t i = 0; i < index->count; i++)
        free(index->lines[i].text);
    index->count = 0;
    index->bytes = 0;
}

bool index_write(struct index *index, struct object_store *const *stores, size_t store_count,
                 const char *prefix, struct error *err)
{
    const struct index_line *lines = index->lines;
    const char *raw_log = index->many_logs ? NULL : index->raw_log;
    bool done = true;
    size_t end;

    if (index->count)
        qsort(index->lines, index->count, sizeof *lines, compare_lines);
    for (size_t start = 0; done && start < index->count; start = end) {
        for (end = start + 1; end < index->count; end++)
            if (strcmp(lines[start].day.text, lines[end].day.text) != 0)
                break;
        done = write_day(lines + start, end - start, raw_log, stores, store_count, prefix, err);
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
