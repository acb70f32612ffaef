/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index_objects.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "json_in.h"
#include "xalloc.h"

void index_objects_release(struct index_objects *objects)
{
    strbuf_release(&objects->names);
    free(objects->folder);
}

/* Of a name, as many hexadecimal digits as those have that are made of their rows (index.h). */
#define NAME_BYTES 16

bool index_objects_open(struct index_objects *objects, struct error *err)
{
    strbuf_init(&objects->names, LIMIT_INDEX_NAMES);
    if (!objects->day) {
        objects->folder = xasprintf("%sbuild-analysis/index/", objects->prefix);
        return object_store_list_below(objects->store, objects->folder, &objects->names, err);
    }
    objects->folder = xasprintf("%sbuild-analysis/index/%s/", objects->prefix, objects->day->text);
    return object_store_list(objects->store, objects->folder, &objects->names, err);
}

char *index_objects_key(const struct index_objects *objects, struct span name)
{
    return xasprintf("%s%.*s", objects->folder, SPAN_ARG(name));
}

bool index_objects_read(const struct index_objects *objects, struct span name, struct strbuf *rows,
                        bool *ret_found, struct error *err)
{
    CLEANUP(cleanup_free) char *key = index_objects_key(objects, name);

    if (!object_store_get(objects->store, key, rows, ret_found, err))
        return false;
    if (rows->len && rows->data[rows->len - 1] != '\n')
        strbuf_add_byte(rows, '\n');
    return !strbuf_overflowed(rows) ||
           error_set(err, ERROR_MALFORMED, "the index in '%s' is larger than %zu bytes",
                     objects->folder, rows->ceiling);
}

json_t *index_objects_parse_row(struct span line)
{
    struct error none = {0};

    return json_in_parse(line, "row", &none);
}

/* ---- joining ---- */

struct row {
    struct span line;
    char *id; /* "" of what is no row of ours, which is kept as it is */
};

struct rows {
    struct row *items;
    size_t count;
    size_t capacity;
};

/* Of the lines of one document the longest comes first: it knows the log. */
static int compare_rows(const void *a, const void *b)
{
    const struct row *one = a;
    const struct row *two = b;
    int order = strcmp(one->id, two->id);

    if (order)
        return order;
    if (one->line.len != two->line.len)
        return one->line.len > two->line.len ? -1 : 1;
    return span_compare(one->line, two->line);
}

static void split_rows(struct rows *rows, struct span text)
{
    struct span line;

    while (span_next_line(&text, &line)) {
        CLEANUP(cleanup_json) json_t *row = index_objects_parse_row(line);

        if (!line.len)
            continue;
        XGROW(rows->items, rows->count, rows->capacity);
        rows->items[rows->count++] =
            (struct row){.line = line, .id = xstrdup(json_in_string_or(row, "id", ""))};
    }
}

void index_objects_join(struct span text, struct strbuf *out)
{
    struct rows rows = {0};

    split_rows(&rows, text);
    if (rows.count)
        qsort(rows.items, rows.count, sizeof *rows.items, compare_rows);
    for (size_t i = 0; i < rows.count; i++) {
        const struct row *row = &rows.items[i];

        if (i && *row->id && strcmp(row->id, rows.items[i - 1].id) == 0)
            continue;
        strbuf_add_span(out, row->line);
        strbuf_add_byte(out, '\n');
    }
    for (size_t i = 0; i < rows.count; i++)
        free(rows.items[i].id);
    free(rows.items);
}

/*
 * A name of its own, that nobody can have listed: were it made of the rows, another who is about to remove an object with
 * these rows would remove this one.
 */
static char *new_key(const struct index_objects *objects)
{
    unsigned char bytes[NAME_BYTES];
    char hex[2 * NAME_BYTES + 1];

    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return NULL;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(hex + 2 * i, 3, "%02x", bytes[i]);
    return xasprintf("%s%s.jsonl", objects->folder, hex);
}

bool index_objects_put(const struct index_objects *objects, struct span rows, struct error *err)
{
    CLEANUP(cleanup_free) char *key = new_key(objects);
    bool taken;

    if (!key)
        return error_set(err, ERROR_TRY_AGAIN, "cannot get random bytes for a name");
    return object_store_put_new(objects->store, key, rows, &taken, err);
}
