/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "python_json.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "text.h"
#include "xalloc.h"

static void add_value(struct strbuf *out, const json_t *value, size_t depth);

/* ---- strings ---- */

/* The code point of the valid sequence of length bytes at s. */
static uint32_t code_point(const char *s, size_t length)
{
    static const unsigned char masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    uint32_t c = (unsigned char)s[0] & masks[length];

    for (size_t i = 1; i < length; i++)
        c = c << 6 | ((unsigned char)s[i] & 0x3f);
    return c;
}

static void add_escape(struct strbuf *out, uint32_t c)
{
    static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";

    for (const char *p = named; *p; p += 2) {
        if ((uint32_t)*p == c) {
            strbuf_add_byte(out, '\\');
            strbuf_add_byte(out, p[1]);
            return;
        }
    }
    if (c < 0x10000)
        strbuf_addf(out, "\\u%04x", c);
    else
        strbuf_addf(out, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10),
                    0xdc00 + ((c - 0x10000) & 0x3ff));
}

static bool is_plain(char c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

void python_json_append_text(struct strbuf *out, struct span text)
{
    while (text.len) {
        size_t plain = 0;
        size_t length;

        while (plain < text.len && is_plain(text.data[plain]))
            plain++;
        strbuf_add_span(out, span_head(text, plain));
        text = span_skip(text, plain);
        if (!text.len)
            break;
        /* jansson keeps valid UTF-8 only; a byte that is none would be taken as it is. */
        length = text_utf8_length(text);
        length += length == 0;
        add_escape(out, code_point(text.data, length));
        text = span_skip(text, length);
    }
}

static void add_string(struct strbuf *out, struct span s)
{
    strbuf_add_byte(out, '"');
    python_json_append_text(out, s);
    strbuf_add_byte(out, '"');
}

/* ---- numbers ---- */

/* float.__repr__: the fewest digits that read back as the same number. */
static void add_real(struct strbuf *out, double value)
{
    char shortest[32];
    char digits[32];
    const char *mantissa = shortest;
    size_t count = 0;
    int exponent;

    for (int precision = 0; precision < 17; precision++) {
        snprintf(shortest, sizeof shortest, "%.*e", precision, value);
        if (strtod(shortest, NULL) == value)
            break;
    }
    if (*mantissa == '-') {
        strbuf_add_byte(out, '-');
        mantissa++;
    }
    for (; *mantissa != 'e'; mantissa++)
        if (*mantissa != '.')
            digits[count++] = *mantissa;
    exponent = (int)strtol(mantissa + 1, NULL, 10);

    if (exponent < -4 || exponent >= 16) {
        strbuf_add(out, digits, 1);
        if (count > 1)
            strbuf_add_byte(out, '.');
        strbuf_add(out, digits + 1, count - 1);
        strbuf_addf(out, "e%+03d", exponent);
        return;
    }
    if (exponent < 0) {
        strbuf_addf(out, "0.%.*s", -exponent - 1, "0000");
        strbuf_add(out, digits, count);
        return;
    }
    for (int i = 0; i <= exponent || i < (int)count; i++) {
        if (i == exponent + 1)
            strbuf_add_byte(out, '.');
        strbuf_add_byte(out, i < (int)count ? digits[i] : '0');
    }
    if ((int)count <= exponent + 1)
        strbuf_add(out, ".0", 2);
}

/* ---- containers ---- */

static void new_line(struct strbuf *out, size_t depth)
{
    strbuf_add_byte(out, '\n');
    for (size_t i = 0; i < depth; i++)
        strbuf_add(out, "  ", 2);
}

/* Python compares code points; UTF-8 bytes sort the same. */
static int compare_keys(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char **sorted_keys(const json_t *object)
{
    const char **keys = xcalloc(json_object_size(object), sizeof *keys);
    size_t count = 0;
    const char *key;
    json_t *value;

    json_object_foreach ((json_t *)(uintptr_t)object, key, value)
        keys[count++] = key;
    qsort(keys, count, sizeof *keys, compare_keys);
    return keys;
}

static void add_object(struct strbuf *out, const json_t *object, size_t depth)
{
    CLEANUP(cleanup_free) const char **keys = sorted_keys(object);

    for (size_t i = 0; i < json_object_size(object); i++) {
        if (i)
            strbuf_add_byte(out, ',');
        new_line(out, depth + 1);
        add_string(out, span_string(keys[i]));
        strbuf_add(out, ": ", 2);
        add_value(out, json_object_get(object, keys[i]), depth + 1);
    }
}

static void add_array(struct strbuf *out, const json_t *array, size_t depth)
{
    const json_t *value;
    size_t i;

    json_array_foreach (array, i, value) {
        if (i)
            strbuf_add_byte(out, ',');
        new_line(out, depth + 1);
        add_value(out, value, depth + 1);
    }
}

static void add_container(struct strbuf *out, const json_t *value, size_t depth)
{
    bool object = json_is_object(value);
    size_t size = object ? json_object_size(value) : json_array_size(value);

    strbuf_add_byte(out, object ? '{' : '[');
    if (object && size)
        add_object(out, value, depth);
    else if (size)
        add_array(out, value, depth);
    if (size)
        new_line(out, depth);
    strbuf_add_byte(out, object ? '}' : ']');
}

/* Recursion ends where json_in_parse ends it: LIMIT_JSON_DEPTH. */
static void add_value(struct strbuf *out, const json_t *value, size_t depth)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
    case JSON_ARRAY:
        add_container(out, value, depth);
        break;
    case JSON_STRING:
        add_string(out, json_in_span(value));
        break;
    case JSON_INTEGER:
        strbuf_addf(out, "%lld", (long long)json_integer_value(value));
        break;
    case JSON_REAL:
        add_real(out, json_real_value(value));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        strbuf_add_string(out, json_is_true(value) ? "true" : "false");
        break;
    case JSON_NULL:
        strbuf_add_string(out, "null");
        break;
    }
}

void python_json_append(struct strbuf *out, const json_t *value)
{
    add_value(out, value, 0);
}
