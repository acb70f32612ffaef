/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder_sizes.h"

#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "json_in.h"
#include "strbuf.h"
#include "xalloc.h"

void folder_sizes_release(struct folder_sizes *sizes)
{
    for (size_t i = 0; i < sizes->count; i++)
        free(sizes->items[i].name);
    free(sizes->items);
    *sizes = (struct folder_sizes){0};
}

/* ---- adding ---- */

static int64_t sum(int64_t a, int64_t b)
{
    if (b < 0)
        return a;
    return a > INT64_MAX - b ? INT64_MAX : a + b;
}

static void add_to(struct folder_size *item, int64_t files, int64_t bytes)
{
    item->files = sum(item->files, files);
    item->bytes = sum(item->bytes, bytes);
}

static bool is_named(const struct folder_sizes *sizes, size_t i, struct span name)
{
    return i < sizes->count && span_equal_string(name, sizes->items[i].name);
}

/* Members of one folder mostly follow one another. NULL: it has no place of its own. */
static struct folder_size *find_or_add(struct folder_sizes *sizes, struct span name)
{
    size_t i = sizes->latest;

    if (!is_named(sizes, i, name))
        for (i = 0; i < sizes->count && !is_named(sizes, i, name);)
            i++;
    if (i == sizes->count) {
        if (i == LIMIT_TOP_FOLDERS || name.len > LIMIT_FILE_NAME)
            return NULL;
        XGROW(sizes->items, sizes->count, sizes->capacity);
        sizes->items[sizes->count++] = (struct folder_size){.name = xmemdup0(name.data, name.len)};
    }
    sizes->latest = i;
    return &sizes->items[i];
}

void folder_sizes_add(struct folder_sizes *sizes, struct span name, int64_t files, int64_t bytes)
{
    struct folder_size *item = find_or_add(sizes, name);

    add_to(item ? item : &sizes->others, files, bytes);
}

void folder_sizes_add_others(struct folder_sizes *sizes, int64_t files, int64_t bytes)
{
    add_to(&sizes->others, files, bytes);
}

void folder_sizes_add_file(struct folder_sizes *sizes, struct span path, uint64_t bytes)
{
    size_t slash = span_find_byte(path, '/');

    folder_sizes_add(sizes, span_head(path, slash == path.len ? 0 : slash), 1,
                     bytes > INT64_MAX ? INT64_MAX : (int64_t)bytes);
}

/* ---- telling ---- */

static void put_numbers(json_t *object, const struct folder_size *item)
{
    json_put_int(object, "files", item->files);
    json_put_int(object, "bytes", item->bytes);
}

static json_t *describe(const struct folder_size *item)
{
    json_t *object = json_new_object();
    STRBUF_AUTO(path, LIMIT_PATH);

    strbuf_add_byte(&path, '/');
    strbuf_add_string(&path, item->name);
    json_put_string(object, "path", strbuf_span(&path));
    put_numbers(object, item);
    return object;
}

static int compare_sizes(const void *x, const void *y)
{
    const struct folder_size *a = x;
    const struct folder_size *b = y;
    int order = (b->bytes > a->bytes) - (b->bytes < a->bytes);

    return order ? order : strcmp(a->name, b->name);
}

void folder_sizes_put(json_t *object, const struct folder_sizes *sizes)
{
    CLEANUP(cleanup_free) struct folder_size *sorted = xcalloc(sizes->count + 1, sizeof *sorted);
    struct folder_size total = sizes->others;
    json_t *folders = json_new_array();
    json_t *others = json_new_object();

    for (size_t i = 0; i < sizes->count; i++) {
        sorted[i] = sizes->items[i];
        add_to(&total, sorted[i].files, sorted[i].bytes);
    }
    qsort(sorted, sizes->count, sizeof *sorted, compare_sizes);
    for (size_t i = 0; i < sizes->count; i++)
        json_append_take(folders, describe(&sorted[i]));
    put_numbers(object, &total);
    json_put_take(object, "folders", folders);
    put_numbers(others, &sizes->others);
    json_put_take(object, "others", others);
}

void folder_sizes_add_told(struct folder_sizes *sizes, const json_t *object)
{
    const json_t *folder;
    size_t i;

    json_array_foreach (json_object_get(object, "folders"), i, folder) {
        struct span name = json_in_span_or_empty(folder, "path");

        span_eat(&name, "/");
        folder_sizes_add(sizes, name, json_in_int_or(folder, "files", 0),
                         json_in_int_or(folder, "bytes", 0));
    }
    folder_sizes_add_others(sizes, json_in_int_or(object, "others.files", 0),
                            json_in_int_or(object, "others.bytes", 0));
}
