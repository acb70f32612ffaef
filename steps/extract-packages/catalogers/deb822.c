/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "deb822.h"

static void add_field(const struct deb822 *r, struct deb822_stanza *stanza, struct span name,
                      struct span value)
{
    stanza->has_field = true;
    for (size_t i = 0; i < r->name_count; i++) {
        if (!span_equal_nocase(name, span_string(r->names[i])))
            continue;
        if (stanza->fields[i].len)
            stanza->problem = "a field that stands twice: the first counts";
        else
            stanza->fields[i] = value;
    }
}

/* Moves past the continuation lines (they begin with a blank and are not empty); value grows over them. */
static void take_continuation(struct deb822 *r, struct span *value)
{
    while (r->rest.len && (r->rest.data[0] == ' ' || r->rest.data[0] == '\t')) {
        struct span rest = r->rest;
        struct span line;

        if (!span_next_line(&rest, &line) || !span_trim(line).len)
            return;
        value->len = (size_t)(line.data + line.len - value->data);
        r->rest = rest;
        r->line++;
    }
}

static void read_field(struct deb822 *r, struct deb822_stanza *stanza, struct span line)
{
    size_t colon = span_find_byte(line, ':');
    struct span name = span_trim(span_head(line, colon));
    struct span value = span_skip(line, colon + 1);

    if (colon == line.len || !name.len) {
        stanza->problem = "a line that is no field";
        return;
    }
    take_continuation(r, &value);
    add_field(r, stanza, name, span_trim(value));
}

bool deb822_read(struct deb822 *reader, struct deb822_stanza *ret)
{
    struct span line;

    *ret = (struct deb822_stanza){0};
    while (span_next_line(&reader->rest, &line)) {
        reader->line++;
        if (span_trim(line).len) {
            if (!ret->line)
                ret->line = reader->line;
            read_field(reader, ret, line);
        } else if (ret->line) {
            return true;
        }
    }
    return ret->line > 0;
}
