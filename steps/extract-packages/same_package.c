/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "same_package.h"

#include "json_in.h"
#include "limits.h"
#include "python_name.h"

/* Strings of rows are UTF-8: three bytes at most for each of a path or name. */
#define MOST_KEY (8 * LIMIT_PATH)

static bool is_type(const json_t *row, const char *type)
{
    return span_equal_string(json_in_span_or_empty(row, "type"), type);
}

/* A prefix and a name as a key of a JSON object. */
static const char *key_of(struct strbuf *key, struct span prefix, struct span name)
{
    strbuf_clear(key);
    strbuf_add_span(key, prefix);
    strbuf_add_byte(key, '\n');
    python_normalise_name(key, name);
    return key->data;
}

/* The part before the last '/'. */
static struct span parent(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return span_head(path, slash == path.len ? 0 : slash);
}

/* {prefix and name: row} of conda's packages; a record lies in PREFIX/conda-meta. */
static json_t *index_of(const json_t *packages)
{
    json_t *index = json_new_object();
    json_t *row;
    size_t i;

    STRBUF_AUTO(key, MOST_KEY);
    json_array_foreach (packages, i, row)
        if (is_type(row, "conda"))
            json_put_take(index,
                          key_of(&key, parent(parent(json_in_span_or_empty(row, "location"))),
                                 json_in_span_or_empty(row, "name")),
                          json_incref(row));
    return index;
}

/* The conda row that brought this one, or NULL; the nearest prefix is its own. */
static json_t *same_package(const json_t *index, const json_t *row)
{
    struct span name = json_in_span_or_empty(row, "name");
    struct span place = json_in_span_or_empty(row, "location");

    STRBUF_AUTO(key, MOST_KEY);
    while (place.len) {
        json_t *conda;

        place = parent(place);
        conda = json_object_get(index, key_of(&key, place, name));
        if (conda &&
            span_equal(json_in_span_or_empty(conda, "name"), json_in_span_or_empty(row, "owner")))
            return conda;
    }
    return NULL;
}

void same_package_merge(json_t *packages)
{
    CLEANUP(cleanup_json) json_t *index = index_of(packages);
    CLEANUP(cleanup_json) json_t *kept = json_new_array();
    json_t *row;
    size_t i;

    if (!json_object_size(index))
        return;
    json_array_foreach (packages, i, row) {
        json_t *conda = is_type(row, "pypi") ? same_package(index, row) : NULL;

        if (conda)
            json_append_take(json_object_get(conda, "provides"),
                             json_incref(json_object_get(row, "purl")));
        else
            json_append_take(kept, json_incref(row));
    }
    json_array_clear(packages);
    json_array_foreach (kept, i, row)
        json_append_take(packages, json_incref(row));
}
