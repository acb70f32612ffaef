/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "owned_files.h"

#include <string.h>

static bool is_below(struct span path, struct span folder)
{
    return path.len > folder.len && path.data[folder.len] == '/' &&
           memcmp(path.data, folder.data, folder.len) == 0;
}

void owned_files_add_in(struct owned_files *files, struct span folder, struct span name)
{
    if (!name.len || folder.len + 1 + name.len > LIMIT_PATH)
        return;
    if (!span_equal(folder, files->folder)) {
        strbuf_add_span(&files->text, folder);
        /* Of the root as well. */
        strbuf_add_string(&files->text, "/\n");
        files->folder = folder;
    }
    strbuf_add_span(&files->text, name);
    strbuf_add_byte(&files->text, '\n');
}

static void write_pending(struct owned_files *files)
{
    struct span path = files->pending;
    size_t slash = span_find_last_byte(path, '/');

    if (slash == path.len)
        owned_files_add_in(files, span_of(NULL, 0), path);
    else
        owned_files_add_in(files, span_head(path, slash), span_skip(path, slash + 1));
}

void owned_files_add(struct owned_files *files, struct span path)
{
    while (path.len && path.data[path.len - 1] == '/')
        path.len--;
    if (!path.len)
        return;
    if (!files->pending.len || !is_below(path, files->pending))
        write_pending(files);
    files->pending = path;
}

struct span owned_files_end(struct owned_files *files)
{
    write_pending(files);
    files->pending = span_of(NULL, 0);
    return strbuf_span(&files->text);
}

bool owned_files_write(struct owned_files *files, struct json_out *facts, struct error *err)
{
    json_out_string(facts, owned_files_end(files));
    return !strbuf_overflowed(&files->text) ||
           error_set(err, ERROR_MALFORMED, "more names of files than a package can have");
}

bool owned_files_parse_list(struct span text, struct json_out *facts, struct error *err)
{
    struct span line;

    OWNED_FILES_AUTO(files);
    while (span_next_line(&text, &line)) {
        line = span_head(line, span_find_byte(line, '\t'));
        if (span_eat(&line, "/") && !span_equal_string(line, "."))
            owned_files_add(&files, line);
    }
    return owned_files_write(&files, facts, err);
}

void owned_files_clear(struct owned_files *files)
{
    strbuf_clear(&files->text);
    files->pending = files->folder = span_of(NULL, 0);
}

void owned_files_release(struct owned_files *files)
{
    strbuf_release(&files->text);
}
