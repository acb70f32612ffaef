/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* ---- stdin ---- */

/* Milliseconds without a byte after which who writes is taken to have nothing more for now. */
#define PAUSE 1000

/* stdin, from which may come a document now and another in an hour: the first is not held until then. */
struct paused {
    struct stream base;
    struct stream *in;
    struct keeper *keeper;
    struct error failure; /* of storing, not of reading */
};

static bool paused_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct paused *s = (struct paused *)base;
    struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};

    if (poll(&fd, 1, PAUSE) == 0 && !keep_send(s->keeper, &s->failure))
        return error_set(err, s->failure.kind, "%s", s->failure.message);
    return stream_next(s->in, ret_piece, err);
}

/* Never closed: it has nothing of its own. */
static const struct stream_ops paused_ops = {.next = paused_next};

/* ---- files ---- */

static bool add_stream(struct keeper *keeper, struct stream *stream, const char *path,
                       struct error *err)
{
    struct input_name name = name_of(path);
    CLEANUP(cleanup_json_values) struct json_values *values = json_values_new(stream, name.text);
    struct error unreadable = {0};
    struct span text;
    bool empty = true;

    while (json_values_next(values, &text, &unreadable)) {
        empty = false;
        if (!keep_document(keeper, text, name.text, json_values_line(values), err))
            return false;
    }
    if (empty)
        error_set(&unreadable, ERROR_NO_INPUT,
                  "%s is empty: the step before it failed, or nothing was given", name.text);
    if (error_is_set(&unreadable))
        keep_refuse(keeper, &unreadable);
    return true;
}

static bool add_stdin(struct keeper *keeper, struct stream *in, struct error *err)
{
    struct paused stream = {.base.ops = &paused_ops, .in = in, .keeper = keeper};

    return add_stream(keeper, &stream.base, "-", err) &&
           (!error_is_set(&stream.failure) ||
            error_set(err, stream.failure.kind, "%s", stream.failure.message));
}

static bool add_file(struct keeper *keeper, const char *path, struct error *err)
{
    struct error unreadable = {0};
    CLEANUP(cleanup_stream) struct stream *stream = stream_open_file(path, &unreadable);

    if (stream && strcmp(path, "-") == 0)
        return add_stdin(keeper, stream, err);
    if (stream)
        return add_stream(keeper, stream, path, err);
    keep_refuse(keeper, &unreadable);
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

static bool add_entries(struct keeper *keeper, const char *folder, struct dirent **entries,
                        int count, struct error *err)
{
    for (int i = 0; i < count; i++) {
        CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, entries[i]->d_name);

        if (!add_file(keeper, path, err))
            return false;
    }
    return true;
}

static bool add_folder(struct keeper *keeper, const char *folder, struct error *err)
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
        keep_refuse(keeper, &unreadable);
    done = add_entries(keeper, folder, entries, count, err);
    while (count > 0)
        free(entries[--count]);
    free(entries);
    return done;
}

/* ---- all of them ---- */

bool inputs_add_documents(struct keeper *keeper, const char *path, struct error *err)
{
    struct stat st;

    if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return add_folder(keeper, path, err);
    return add_file(keeper, path, err);
}

bool inputs_add_raw_log(struct keeper *keeper, const char *path, struct error *err)
{
    struct input_name name = name_of(path);
    struct error unreadable = {0};
    CLEANUP(cleanup_stream) struct stream *stream = stream_open_file(path, &unreadable);

    if (stream)
        return keep_raw_log(keeper, stream, name.text, err);
    keep_refuse(keeper, &unreadable);
    return true;
}

bool inputs_add_all(struct keeper *keeper, const struct options *options,
                    const struct cli_operands *operands, struct error *err)
{
    if (keeper->spool && !keep_send_spool(keeper, err))
        return false;
    for (size_t i = 0; i < operands->count; i++)
        if (!inputs_add_documents(keeper, operands->items[i], err))
            return false;
    for (size_t i = 0; i < options->raw_logs.count; i++)
        if (!inputs_add_raw_log(keeper, options->raw_logs.items[i], err))
            return false;
    if (!operands->count && !options->raw_logs.count && !options->send_spool)
        return inputs_add_documents(keeper, "-", err);
    return true;
}
