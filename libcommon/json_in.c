/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_in.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "xalloc.h"

/* What the tree of a text will be like. */
struct shape {
    bool
        too_deep; /* brackets outside strings nest deeper than LIMIT_JSON_DEPTH: jansson recurses */
    size_t objects;
    size_t arrays;
    size_t values; /* but for the last of each object and array */
    size_t members;
};

static void count(struct shape *shape, char c)
{
    shape->objects += c == '{';
    shape->arrays += c == '[';
    shape->values += c == ',';
    shape->members += c == ':';
}

static struct shape shape_of(struct span text)
{
    struct shape shape = {0};
    size_t depth = 0;
    bool in_string = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            shape.too_deep |= ++depth > LIMIT_JSON_DEPTH;
            count(&shape, c);
        } else if (c == ',' || c == ':') {
            count(&shape, c);
        } else if ((c == ']' || c == '}') && depth) {
            depth--;
        }
    }
    return shape;
}

/* Bytes of memory, within a third: what jansson 2.14 asks malloc for, which adds its own. */
static size_t tree_size(const struct shape *shape, struct span text)
{
    return text.len + 256 * shape->objects + 144 * shape->arrays + 64 * shape->values +
           80 * shape->members;
}

static bool is_bounded(struct span text, const char *what, size_t most, struct error *err)
{
    struct shape shape = shape_of(text);

    if (shape.too_deep)
        return error_set(err, ERROR_MALFORMED, "%s nests deeper than %d levels", what,
                         LIMIT_JSON_DEPTH);
    return tree_size(&shape, text) <= most ||
           error_set(err, ERROR_MALFORMED, "%s would take more than %zu bytes", what, most);
}

static json_t *load(struct span text, size_t flags, json_error_t *why)
{
    return json_loadb(text.data ? text.data : "", text.len,
                      JSON_DECODE_ANY | JSON_ALLOW_NUL | flags, why);
}

static json_t *parse(struct span text, const char *what, size_t most, size_t flags,
                     struct error *err)
{
    json_error_t why;
    json_t *value;

    if (!is_bounded(text, what, most, err))
        return NULL;
    value = load(text, flags, &why);
    if (!value)
        error_set(err, ERROR_MALFORMED, "%s is not JSON: line %d, column %d: %s", what, why.line,
                  why.column, why.text);
    return value;
}

json_t *json_in_parse_within(struct span text, const char *what, size_t most, struct error *err)
{
    return parse(text, what, most, 0, err);
}

json_t *json_in_parse_strict(struct span text, const char *what, struct error *err)
{
    return parse(text, what, LIMIT_JSON_TREE, JSON_REJECT_DUPLICATES, err);
}

json_t *json_in_parse(struct span text, const char *what, struct error *err)
{
    size_t most = text.len > LIMIT_JSON_TREE / LIMIT_JSON_TREE_RATIO
                      ? text.len * LIMIT_JSON_TREE_RATIO
                      : LIMIT_JSON_TREE;

    return json_in_parse_within(text, what, most, err);
}

json_t *json_in_parse_secret(struct span text, const char *what, struct error *err)
{
    json_error_t why;
    json_t *value;

    if (!is_bounded(text, what, LIMIT_JSON_TREE, err))
        return NULL;
    value = load(text, 0, &why);
    if (!value)
        error_set(err, ERROR_MALFORMED, "%s is not JSON (line %d)", what, why.line);
    return value;
}

json_t *json_in_find(const json_t *root, const char *path)
{
    const json_t *value = root;
    struct span rest = span_string(path);
    struct span name;

    while (value && span_split(&rest, '.', &name)) {
        char key[128];

        if (name.len >= sizeof key)
            return NULL;
        memcpy(key, name.data, name.len);
        key[name.len] = '\0';
        value = json_object_get(value, key);
    }
    return (json_t *)(uintptr_t)value;
}

static bool wrong(const json_t *found, const char *path, const char *type, struct error *err)
{
    return error_set(err, ERROR_MALFORMED, "'%s' is %s", path,
                     found && !json_is_null(found) ? type : "missing");
}

bool json_in_string(const json_t *root, const char *path, struct span *ret, struct error *err)
{
    const json_t *value = json_in_find(root, path);

    if (!json_is_string(value))
        return wrong(value, path, "not a string", err);
    *ret = json_in_span(value);
    return true;
}

bool json_in_uint64(const json_t *root, const char *path, uint64_t *ret, struct error *err)
{
    const json_t *value = json_in_find(root, path);

    if (!json_is_integer(value) || json_integer_value(value) < 0)
        return wrong(value, path, "not a number of 0 to 2^63-1", err);
    *ret = (uint64_t)json_integer_value(value);
    return true;
}

bool json_in_array(const json_t *root, const char *path, json_t **ret, struct error *err)
{
    json_t *value = json_in_find(root, path);

    if (!json_is_array(value))
        return wrong(value, path, "not an array", err);
    *ret = value;
    return true;
}

bool json_in_object(const json_t *root, const char *path, json_t **ret, struct error *err)
{
    json_t *value = json_in_find(root, path);

    if (!json_is_object(value))
        return wrong(value, path, "not an object", err);
    *ret = value;
    return true;
}

const char *json_in_string_or(const json_t *root, const char *path, const char *fallback)
{
    const json_t *value = json_in_find(root, path);

    return json_is_string(value) ? json_string_value(value) : fallback;
}

struct span json_in_span_or_empty(const json_t *root, const char *path)
{
    const json_t *value = json_in_find(root, path);

    return json_is_string(value) ? json_in_span(value) : span_of(NULL, 0);
}

int64_t json_in_int_or(const json_t *root, const char *path, int64_t fallback)
{
    const json_t *value = json_in_find(root, path);

    return json_is_integer(value) ? json_integer_value(value) : fallback;
}

bool json_in_bool_or(const json_t *root, const char *path, bool fallback)
{
    const json_t *value = json_in_find(root, path);

    return json_is_boolean(value) ? json_is_true(value) : fallback;
}

struct span json_in_span(const json_t *string)
{
    return span_of(json_string_value(string), json_string_length(string));
}

void json_use_xalloc(void)
{
    json_set_alloc_funcs(xmalloc, free);
}

void json_prepare(void)
{
    json_object_seed(0);
}

static json_t *not_null(json_t *value)
{
    if (!value)
        out_of_memory();
    return value;
}

json_t *json_new_string(struct span s)
{
    STRBUF_AUTO(valid, LIMIT_DOCUMENT);

    text_append_utf8(&valid, s);
    return not_null(json_stringn_nocheck(valid.data, valid.len));
}

json_t *json_new_object(void)
{
    return not_null(json_object());
}

json_t *json_new_array(void)
{
    return not_null(json_array());
}

void json_put_take(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(object, key, not_null(value)) != 0)
        out_of_memory();
}

void json_append_take(json_t *array, json_t *value)
{
    if (json_array_append_new(array, not_null(value)) != 0)
        out_of_memory();
}

void json_put_string(json_t *object, const char *key, struct span s)
{
    json_put_take(object, key, json_new_string(s));
}

void json_put_int(json_t *object, const char *key, int64_t value)
{
    json_put_take(object, key, json_integer(value));
}

void json_put_bool(json_t *object, const char *key, bool value)
{
    json_put_take(object, key, json_boolean(value));
}

void json_put_null(json_t *object, const char *key)
{
    json_put_take(object, key, json_null());
}
