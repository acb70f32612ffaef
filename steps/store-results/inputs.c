/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "json_values.h"
#include "xalloc.h"

/* "'FILE'" or "stdin", for messages. */
struct input_name {
    char text[LIMIT_QUOTED_NAME + 8];
};

static struct input_name name_of(const char *path)
{
    struct input_name name;

    if (strcmp(path, "-") == 0)
        snprintf(name.text, sizeof name.text, "stdin");
    else
        snprintf(name.text, sizeof name.text, "'%s'", QUOTE(path));
    return name;
}

/* What was wrong with an input; the others are still worth storing. */
static void refuse(struct inputs *in, const struct error *one)
{
    in->refused++;
    error_set(&in->first, one->kind, "%s", one->message);
}

/* Counts what keep_document and its like said; false with err set when the store itself failed. */
static bool settle(struct inputs *in, const struct error *one, struct error *err)
{
    if (one->kind == ERROR_NONE)
        in->kept++;
    else if (one->kind == ERROR_MALFORMED || one->kind == ERROR_NO_INPUT)
        refuse(in, one);
    else
        return error_set(err, one->kind, "%s", one->message);
    return true;
}

static bool add_stream(struct inputs *in, struct stream *stream, const char *path,
                       struct error *err)
{
    struct input_name name = name_of(path);
    CLEANUP(cleanup_json_values) struct json_values *values = json_values_new(stream, name.text);
    struct error unreadable = {0};
    struct span text;
    bool empty = true;

    while (json_values_next(values, &text, &unreadable)) {
        struct error one = {0};

        empty = false;
        if (!keep_document(in->keeper, text, &one))
            error_prefix(&one, "%s, line %" PRIu64, name.text, json_values_line(values));
        if (!settle(in, &one, err))
            return false;
    }
    if (empty)
        error_set(&unreadable, ERROR_NO_INPUT,
                  "%s is empty: the step before it failed, or nothing was given", name.text);
    if (error_is_set(&unreadable))
        refuse(in, &unreadable);
    return true;
}

static bool add_file(struct inputs *in, const char *path, struct error *err)
{
    struct error unreadable = {0};
    CLEANUP(cleanup_stream) struct stream *stream = stream_open_file(path, &unreadable);

    if (stream)
        return add_stream(in, stream, path, err);
    refuse(in, &unreadable);
    return true;
}

/* ---- folders ---- */

static int is_document_name(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && span_ends_with(span_string(entry->d_name), ".json");
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool add_entries(struct inputs *in, const char *folder, struct dirent **entries, int count,
                        struct error *err)
{
    for (int i = 0; i < count; i++) {
        CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, entries[i]->d_name);

        if (!add_file(in, path, err))
            return false;
    }
    return true;
}

static bool add_folder(struct inputs *in, const char *folder, struct error *err)
{
    struct dirent **entries = NULL;
    struct error unreadable = {0};
    int count = scandir(folder, &entries, is_document_name, compare_names);
    bool done;

    if (count < 0)
        error_set_errno(&unreadable, errno, "cannot read the folder '%s'", QUOTE(folder));
    if (count == 0)
        error_set(&unreadable, ERROR_NO_INPUT, "the folder '%s' has no *.json", QUOTE(folder));
    if (count <= 0)
        refuse(in, &unreadable);
    done = add_entries(in, folder, entries, count, err);
    while (count > 0)
        free(entries[--count]);
    free(entries);
    return done;
}

/* ---- all of them ---- */

bool inputs_add_documents(struct inputs *in, const char *path, struct error *err)
{
    struct stat st;

    if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return add_folder(in, path, err);
    return add_file(in, path, err);
}

bool inputs_add_raw_log(struct inputs *in, const char *path, struct error *err)
{
    struct input_name name = name_of(path);
    struct error one = {0};
    CLEANUP(cleanup_stream) struct stream *stream = stream_open_file(path, &one);
    STRBUF_AUTO(bytes, LIMIT_DOCUMENT);

    if (!stream || !stream_read_all(stream, &bytes, name.text, &one)) {
        refuse(in, &one);
        return true;
    }
    if (!keep_raw_log(in->keeper, strbuf_span(&bytes), &one))
        error_prefix(&one, "%s", name.text);
    return settle(in, &one, err);
}

bool inputs_finish(struct inputs *in, struct error *err)
{
    if (!in->refused)
        return true;
    error_set(err, in->first.kind, "%s", in->first.message);
    if (in->refused > 1)
        error_prefix(err, "%" PRIu64 " of %" PRIu64 " refused, the first", in->refused,
                     in->refused + in->kept);
    return false;
}
