/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "toml.h"

#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "strbuf.h"
#include "text.h"
#include "toml_string.h"

struct parser {
    struct span rest;
    size_t length;       /* of the whole text: no string or key is longer */
    const char *problem; /* a constant; the first stays */
};

static bool fail(struct parser *p, const char *problem)
{
    if (!p->problem)
        p->problem = problem;
    return false;
}

/* ---- blanks, line ends, comments ---- */

static void skip_blanks(struct parser *p)
{
    while (span_eat(&p->rest, " ") || span_eat(&p->rest, "\t"))
        ;
}

static void skip_comment(struct parser *p)
{
    if (span_starts_with(p->rest, "#"))
        p->rest = span_skip(p->rest, span_find_byte(p->rest, '\n'));
}

static bool eat_newline(struct parser *p)
{
    return span_eat(&p->rest, "\n") || span_eat(&p->rest, "\r\n");
}

/* Between the values of an array. */
static void skip_lines(struct parser *p)
{
    do {
        skip_blanks(p);
        skip_comment(p);
    } while (eat_newline(p));
}

static bool end_line(struct parser *p)
{
    skip_blanks(p);
    skip_comment(p);
    if (p->rest.len && !eat_newline(p))
        return fail(p, "something behind a value");
    return true;
}

/* ---- keys ---- */

static bool is_bare(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

static bool read_key(struct parser *p, struct strbuf *key)
{
    size_t n = 0;

    strbuf_clear(key);
    skip_blanks(p);
    if (toml_string_begins(p->rest)) {
        if (!toml_string_read(&p->rest, key))
            return fail(p, "a key whose quotes do not end");
    } else {
        while (n < p->rest.len && is_bare(p->rest.data[n]))
            n++;
        if (!n)
            return fail(p, "no key");
        strbuf_add_span(key, span_head(p->rest, n));
        p->rest = span_skip(p->rest, n);
    }
    skip_blanks(p);
    return true;
}

/* The table of that name in table, made where there is none; of an array of tables its last. */
static json_t *open_table(struct parser *p, json_t *table, const char *key)
{
    json_t *value = json_object_get(table, key);

    if (!value) {
        value = json_new_object();
        json_put_take(table, key, value);
    }
    if (json_is_array(value) && json_array_size(value))
        value = json_array_get(value, json_array_size(value) - 1);
    if (json_is_object(value))
        return value;
    fail(p, "a key that stands twice");
    return NULL;
}

/* "a.b.c": the table that c is in, with c in key; *depth grows. */
static json_t *read_path(struct parser *p, json_t *table, struct strbuf *key, size_t *depth)
{
    if (!read_key(p, key))
        return NULL;
    while (table && span_eat(&p->rest, ".")) {
        if (++*depth > LIMIT_TOML_DEPTH) {
            fail(p, "tables nested too deeply");
            return NULL;
        }
        table = open_table(p, table, key->data);
        if (table && !read_key(p, key))
            return NULL;
    }
    return table;
}

/* ---- values ---- */

static json_t *read_value(struct parser *p, size_t depth);

/* Takes value, which may be NULL. */
static bool put(struct parser *p, json_t *table, const char *key, json_t *value)
{
    if (!value)
        return false;
    if (json_object_get(table, key)) {
        json_decref(value);
        return fail(p, "a key that stands twice");
    }
    json_put_take(table, key, value);
    return true;
}

static bool read_pair(struct parser *p, json_t *table, size_t depth)
{
    STRBUF_AUTO(key, p->length);

    table = read_path(p, table, &key, &depth);
    if (!table)
        return false;
    if (!span_eat(&p->rest, "="))
        return fail(p, "a key without a value");
    skip_blanks(p);
    return put(p, table, key.data, read_value(p, depth + 1));
}

static json_t *read_array(struct parser *p, size_t depth)
{
    CLEANUP(cleanup_json) json_t *array = json_new_array();

    for (;;) {
        json_t *value;

        skip_lines(p);
        if (span_eat(&p->rest, "]"))
            return json_incref(array);
        value = read_value(p, depth + 1);
        if (!value)
            return NULL;
        json_append_take(array, value);
        skip_lines(p);
        if (!span_eat(&p->rest, ",") && !span_starts_with(p->rest, "]")) {
            fail(p, "an array that does not end");
            return NULL;
        }
    }
}

static json_t *read_inline_table(struct parser *p, size_t depth)
{
    CLEANUP(cleanup_json) json_t *table = json_new_object();

    skip_blanks(p);
    if (span_eat(&p->rest, "}"))
        return json_incref(table);
    while (read_pair(p, table, depth)) {
        skip_blanks(p);
        if (span_eat(&p->rest, "}"))
            return json_incref(table);
        if (!span_eat(&p->rest, ",")) {
            fail(p, "an inline table that does not end");
            break;
        }
    }
    return NULL;
}

static json_t *read_string(struct parser *p)
{
    STRBUF_AUTO(text, p->length);

    if (toml_string_read(&p->rest, &text))
        return json_new_string(strbuf_span(&text));
    fail(p, "a string that does not end, or with an escape that is none");
    return NULL;
}

/* Up to what ends a value; a date may have a blank before its time. */
static struct span take_word(struct parser *p)
{
    struct span word;
    size_t n = 0;

    while (n < p->rest.len && !strchr(" \t\r\n,]}#", p->rest.data[n]))
        n++;
    if (n == 10 && p->rest.data[4] == '-' && n + 1 < p->rest.len && p->rest.data[n] == ' ' &&
        p->rest.data[n + 1] >= '0' && p->rest.data[n + 1] <= '9')
        for (n++; n < p->rest.len && !strchr(" \t\r\n,]}#", p->rest.data[n]); n++)
            ;
    word = span_head(p->rest, n);
    p->rest = span_skip(p->rest, n);
    return word;
}

static json_t *read_scalar(struct parser *p)
{
    struct span word = take_word(p);
    json_t *value = toml_scalar(word);

    if (!value)
        fail(p, word.len ? "a value that is none" : "a key without a value");
    return value;
}

static json_t *read_value(struct parser *p, size_t depth)
{
    if (depth > LIMIT_TOML_DEPTH) {
        fail(p, "values nested too deeply");
        return NULL;
    }
    if (span_eat(&p->rest, "["))
        return read_array(p, depth);
    if (span_eat(&p->rest, "{"))
        return read_inline_table(p, depth);
    return toml_string_begins(p->rest) ? read_string(p) : read_scalar(p);
}

/* ---- the document ---- */

/* "[[a.b]]": another table at the end of that array. */
static json_t *append_table(struct parser *p, json_t *table, const char *key)
{
    json_t *array = json_object_get(table, key);
    json_t *added;

    if (!array) {
        array = json_new_array();
        json_put_take(table, key, array);
    }
    if (!json_is_array(array)) {
        fail(p, "a key that stands twice");
        return NULL;
    }
    added = json_new_object();
    json_append_take(array, added);
    return added;
}

/* "[a.b]" or "[[a.b]]", whose table the lines behind it are in. */
static json_t *read_header(struct parser *p, json_t *root)
{
    bool is_array = span_eat(&p->rest, "[");
    size_t depth = 1;
    json_t *table;

    STRBUF_AUTO(key, p->length);
    table = read_path(p, root, &key, &depth);
    if (table)
        table = is_array ? append_table(p, table, key.data) : open_table(p, table, key.data);
    if (table && !span_eat(&p->rest, is_array ? "]]" : "]"))
        fail(p, "a heading that does not end");
    return table;
}

/* A heading or a pair; *table is where pairs go. */
static bool read_line(struct parser *p, json_t *root, json_t **table)
{
    if (span_eat(&p->rest, "["))
        *table = read_header(p, root);
    else
        read_pair(p, *table, 1);
    return !p->problem && end_line(p);
}

static size_t lines_before(struct span text, struct span rest)
{
    size_t line = 1;

    for (const char *at = text.data; at < rest.data; at++)
        line += *at == '\n';
    return line;
}

json_t *toml_parse(struct span bytes, struct error *err)
{
    CLEANUP(cleanup_json) json_t *root = json_new_object();
    json_t *table = root;

    /* Names of members must be UTF-8; a byte that is not may become three. */
    STRBUF_AUTO(clean, 3 * bytes.len + 1);
    text_append_utf8(&clean, bytes);
    struct span text = strbuf_span(&clean);
    struct parser p = {.rest = text, .length = text.len + 1};

    span_eat(&p.rest, "\xef\xbb\xbf");
    skip_lines(&p);
    while (p.rest.len && read_line(&p, root, &table))
        skip_lines(&p);
    if (!p.problem)
        return json_incref(root);
    error_set(err, ERROR_MALFORMED, "line %zu: %s", lines_before(text, p.rest), p.problem);
    return NULL;
}
