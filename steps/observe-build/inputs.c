/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "document.h"
#include "json_in.h"
#include "json_values.h"
#include "thoth_document.h"

static const struct {
    const char *name;
    const char *kind;
} table[INPUT_COUNT] = {
    [INPUT_BASE] = {"base", "image-analysis"},
    [INPUT_OUTPUT] = {"output", "image-analysis"},
    [INPUT_LOG] = {"log", "build-log-analysis"},
    [INPUT_REQUEST] = {"request", "build-request"},
};

const char *input_name(enum input which)
{
    return table[which].name;
}

void inputs_release(struct inputs *in)
{
    for (int i = 0; i < INPUT_COUNT; i++)
        json_decref(in->documents[i]);
}

static bool is_stdin(const char *path)
{
    return path && strcmp(path, "-") == 0;
}

/* A document of ours, or one of Thoth's in our words; what names it in messages. */
static json_t *check(json_t *document, const char *what, const char *const *kinds,
                     struct error *err)
{
    CLEANUP(cleanup_json) json_t *owned = document;

    if (!document)
        return NULL;
    if (!thoth_document_translate(owned, err) || !document_check_kind(owned, kinds, err)) {
        error_prefix(err, "%s", what);
        return NULL;
    }
    return STEAL(owned);
}

/* ---- stdin ---- */

/* The first input that stdin is to give and that kind fits, or INPUT_COUNT. */
static int input_for(const struct inputs *in, const char *kind)
{
    int i = 0;

    while (i < INPUT_COUNT &&
           (!is_stdin(in->paths[i]) || in->documents[i] || strcmp(table[i].kind, kind) != 0))
        i++;
    return i;
}

static bool take_document(struct inputs *in, struct span text, struct error *err)
{
    const char *kinds[INPUT_COUNT + 1] = {NULL};
    CLEANUP(cleanup_json) json_t *document = NULL;
    size_t count = 0;
    int which;

    for (int i = 0; i < INPUT_COUNT; i++)
        if (is_stdin(in->paths[i]))
            kinds[count++] = table[i].kind;
    document = check(document_parse(text, "stdin", NULL, err), "stdin", kinds, err);
    if (!document)
        return false;
    which = input_for(in, document_kind(document));
    if (which == INPUT_COUNT)
        return error_set(err, ERROR_MALFORMED, "stdin: one '%s' more than was asked for",
                         document_kind(document));
    in->documents[which] = STEAL(document);
    return true;
}

static bool read_stdin(struct inputs *in, struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *stream = stream_open_file("-", err);
    CLEANUP(cleanup_json_values) struct json_values *values = NULL;
    struct span text;
    bool some = false;

    if (!stream)
        return false;
    values = json_values_new(stream, "stdin");
    while (json_values_next(values, &text, err)) {
        some = true;
        if (!take_document(in, text, err))
            return false;
    }
    if (!some)
        error_set(err, ERROR_NO_INPUT,
                  "stdin is empty: the step before it failed, or nothing was given");
    return !error_is_set(err);
}

/* Nothing is named: all that stdin has. A single image is the one that was built. */
static bool read_unnamed(struct inputs *in, struct error *err)
{
    if (isatty(STDIN_FILENO))
        return error_set(err, ERROR_NO_INPUT,
                         "nothing to observe: name a base, output or log analysis or a request");
    for (int i = 0; i < INPUT_COUNT; i++)
        in->paths[i] = "-";
    if (!read_stdin(in, err))
        return false;
    if (!in->documents[INPUT_OUTPUT])
        in->documents[INPUT_OUTPUT] = STEAL(in->documents[INPUT_BASE]);
    return true;
}

/* ---- files ---- */

static bool read_file(struct inputs *in, int which, struct error *err)
{
    const char *kinds[] = {table[which].kind, NULL};
    const char *path = in->paths[which];
    char what[LIMIT_QUOTED_NAME + 8];

    if (!path || is_stdin(path))
        return true;
    /* An empty name is what a template makes of a parameter that was not given. */
    if (!*path || (access(path, F_OK) != 0 && errno == ENOENT)) {
        in->not_there[which] = true;
        return true;
    }
    snprintf(what, sizeof what, "'%s'", QUOTE(path));
    in->documents[which] = check(document_read_file(path, NULL, err), what, kinds, err);
    return in->documents[which] != NULL;
}

bool inputs_read(struct inputs *in, struct error *err)
{
    bool named = false;
    bool from_stdin = false;

    for (int i = 0; i < INPUT_COUNT; i++) {
        named = named || in->paths[i];
        from_stdin = from_stdin || is_stdin(in->paths[i]);
        if (!read_file(in, i, err))
            return false;
    }
    if (!named)
        return read_unnamed(in, err);
    if (from_stdin && !read_stdin(in, err))
        return false;
    for (int i = 0; i < INPUT_COUNT; i++)
        if (in->documents[i])
            return true;
    return error_set(err, ERROR_NO_INPUT, "nothing to observe: none of the named files is there");
}
