/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of projects that are installed where they lie: egg-link, .pth and setuptools' finder. */
#include "python_editable.h"

/* Paths of one .pth, and packages of one finder: a project has a few of its own. */
#define MOST_PATHS 100

static void write_path(struct json_out *facts, struct span path)
{
    json_out_string(facts, span_head(path, LIMIT_PATH));
}

bool python_egg_link_write(struct span bytes, struct json_out *facts, struct error *err)
{
    struct span line = span_of(NULL, 0);

    while (!line.len && span_next_line(&bytes, &line))
        line = span_trim(line);
    if (!line.len)
        return error_set(err, ERROR_MALFORMED, "an egg-link that names no folder");
    json_out_object(facts);
    json_out_key(facts, "link");
    write_path(facts, line);
    json_out_end(facts);
    return true;
}

/* ---- .pth: a line is a folder, or code that begins with "import" (Python's site module) ---- */

static struct span imported_module(struct span line)
{
    size_t end = 0;

    line = span_trim(span_skip(line, sizeof "import" - 1));
    while (end < line.len && line.data[end] > ' ' && line.data[end] != ';')
        end++;
    return span_head(line, end);
}

bool python_pth_write(struct span bytes, struct json_out *facts, struct error *err)
{
    struct span module = span_of(NULL, 0);
    struct span line;
    size_t count = 0;

    (void)err;
    json_out_object(facts);
    json_out_key(facts, "paths");
    json_out_array(facts);
    while (count < MOST_PATHS && span_next_line(&bytes, &line)) {
        line = span_trim(line);
        if (span_starts_with(line, "import ") || span_starts_with(line, "import\t")) {
            module = imported_module(line);
        } else if (line.len && line.data[0] != '#') {
            write_path(facts, line);
            count++;
        }
    }
    json_out_end(facts);
    json_out_member(facts, "module", span_head(module, LIMIT_PATH));
    json_out_end(facts);
    return true;
}

/* ---- MAPPING = {'a.b': '/src/a/b'} ---- */

/* The next string of a Python literal, without its escapes, if there is one before '}'. */
static bool next_string(struct span *rest, struct strbuf *ret)
{
    char quote;

    while (rest->len && rest->data[0] != '\'' && rest->data[0] != '"') {
        if (rest->data[0] == '}')
            return false;
        *rest = span_skip(*rest, 1);
    }
    if (!rest->len)
        return false;
    quote = rest->data[0];
    *rest = span_skip(*rest, 1);
    for (; rest->len && rest->data[0] != quote; *rest = span_skip(*rest, 1)) {
        if (rest->data[0] == '\\')
            *rest = span_skip(*rest, 1);
        if (rest->len)
            strbuf_add_byte(ret, rest->data[0]);
    }
    *rest = span_skip(*rest, 1);
    return true;
}

/* path without as many components as name has. */
static struct span root_of(struct span name, struct span path)
{
    struct span part;

    while (span_split(&name, '.', &part)) {
        size_t slash = span_find_last_byte(path, '/');

        path = span_head(path, slash == path.len ? 0 : slash);
    }
    return path;
}

/* Behind "MAPPING ... {" at the start of a line. */
static struct span mapping_of(struct span source)
{
    struct span line;

    while (source.len) {
        struct span here = source;

        if (span_eat(&here, "MAPPING"))
            return span_skip(here, span_find_byte(here, '{') + 1);
        span_next_line(&source, &line);
    }
    return source;
}

bool python_finder_write(struct span bytes, struct json_out *facts, struct error *err)
{
    struct span rest = mapping_of(bytes);

    (void)err;
    json_out_object(facts);
    json_out_key(facts, "paths");
    json_out_array(facts);
    for (size_t i = 0; i < MOST_PATHS; i++) {
        STRBUF_AUTO(name, LIMIT_PACKAGE_NAME);
        STRBUF_AUTO(path, LIMIT_PATH);

        if (!next_string(&rest, &name) || !next_string(&rest, &path))
            break;
        write_path(facts, root_of(strbuf_span(&name), strbuf_span(&path)));
    }
    json_out_end(facts);
    json_out_end(facts);
    return true;
}
