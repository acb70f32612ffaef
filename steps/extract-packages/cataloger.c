/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cataloger.h"

#include "json_in.h"

json_t *facts_of(const struct file_facts *file, struct error *err)
{
    return json_in_parse(file->facts, "the facts of a file", err);
}

/* Up to an escaped newline or the string's end. */
static size_t line_length(struct span text, bool *ret_escaped)
{
    size_t i = 0;

    *ret_escaped = false;
    while (i < text.len) {
        i += span_find_byte(span_skip(text, i), '\\');
        if (i + 1 >= text.len || text.data[i + 1] == 'n')
            break;
        *ret_escaped = true;
        i += 2;
    }
    return i < text.len ? i : text.len;
}

bool facts_next_line(struct span *rest, struct strbuf *room, struct span *ret_line)
{
    struct error ignored = {0};
    bool escaped;
    size_t length;

    if (span_eat(rest, "\"") && span_ends_with(*rest, "\""))
        rest->len--;
    if (!rest->len)
        return false;
    length = line_length(*rest, &escaped);
    *ret_line = span_head(*rest, length);
    *rest = span_skip(*rest, length + 2);
    if (!escaped)
        return true;
    strbuf_clear(room);
    strbuf_addf(room, "\"%.*s\"", SPAN_ARG(*ret_line));
    CLEANUP(cleanup_json) json_t *line = json_in_parse(strbuf_span(room), "a line", &ignored);

    strbuf_clear(room);
    strbuf_add_span(room, json_in_span(line));
    *ret_line = strbuf_span(room);
    /* As span_next_line() has it. */
    if (span_ends_with(*ret_line, "\r"))
        ret_line->len--;
    return true;
}
