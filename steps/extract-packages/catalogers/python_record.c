/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists beside the metadata: RECORD (PEP 376, 627) and requires.txt (setuptools' egg-info). */
#include "python_facts.h"
#include "strbuf.h"

/* ---- RECORD ---- */

/* Passes a path and the ',' behind it; it is quoted when it has a ',' or a '"' in it (RFC 4180). */
static bool eat_path(struct span *line)
{
    size_t end;

    if (!span_eat(line, "\"")) {
        end = span_find_byte(*line, ',');
        *line = span_skip(*line, end);
        return end > 0 && span_eat(line, ",");
    }
    while (line->len) {
        *line = span_skip(*line, span_find_byte(*line, '"'));
        if (!span_eat(line, "\"\""))
            return span_eat(line, "\",");
    }
    return false;
}

/* "sha256=..." or nothing. */
static bool is_hash(struct span s)
{
    return !s.len || (span_find_byte(s, '=') > 0 && span_find_byte(s, '=') < s.len);
}

static bool is_size(struct span s)
{
    uint64_t size;

    return !s.len || span_to_uint64(s, &size);
}

/* path,hash,size: the last two may be empty. */
static bool is_record_line(struct span line)
{
    size_t comma;

    if (!eat_path(&line))
        return false;
    comma = span_find_byte(line, ',');
    return comma < line.len && is_hash(span_head(line, comma)) &&
           is_size(span_skip(line, comma + 1));
}

void python_record_write(struct span bytes, struct json_out *facts)
{
    int64_t number = 0;
    int64_t first = 0;
    int64_t count = 0;
    struct span line;

    while (span_next_line(&bytes, &line)) {
        number++;
        if (!line.len || is_record_line(line))
            continue;
        first = count++ ? first : number;
    }
    json_out_object(facts);
    json_out_key(facts, "record");
    if (count) {
        json_out_object(facts);
        json_out_member_int(facts, "line", first);
        json_out_member_int(facts, "more", count - 1);
        json_out_end(facts);
    } else {
        json_out_null(facts);
    }
    json_out_end(facts);
}

/* ---- requires.txt ---- */

/* What follows a requirement of the section "[extra:marker]"; either part may be missing. */
static void add_condition(struct strbuf *out, struct span section)
{
    size_t colon = span_find_byte(section, ':');
    struct span extra = span_head(section, colon);
    struct span marker = span_skip(section, colon + 1);

    if (!extra.len && !marker.len)
        return;
    strbuf_add_string(out, "; ");
    if (marker.len)
        strbuf_addf(out, extra.len ? "(%.*s) and " : "%.*s", SPAN_ARG(marker));
    if (extra.len)
        strbuf_addf(out, "extra == \"%.*s\"", SPAN_ARG(extra));
}

static void write_requirement(struct span line, struct span section, struct json_out *facts)
{
    STRBUF_AUTO(text, LIMIT_PACKAGE_FIELD);

    strbuf_add_span(&text, line);
    if (span_find_byte(line, '@') < line.len)
        strbuf_add_byte(&text, ' ');
    add_condition(&text, section);
    json_out_string(facts, strbuf_span(&text));
}

void python_requires_write_member(struct span bytes, struct json_out *facts)
{
    struct span section = span_of(NULL, 0);
    struct span line;
    size_t count = 0;

    json_out_key(facts, "egg_requires");
    json_out_array(facts);
    while (count < LIMIT_PYTHON_LIST && span_next_line(&bytes, &line)) {
        line = span_trim(line);
        if (!line.len || line.data[0] == '#')
            continue;
        if (line.data[0] == '[' && line.data[line.len - 1] == ']') {
            /* It is written again with each of its requirements. */
            section = span_head(span_skip(line, 1), line.len - 2);
            section = span_head(section, LIMIT_PACKAGE_NAME);
            continue;
        }
        write_requirement(line, section, facts);
        count++;
    }
    json_out_end(facts);
}
