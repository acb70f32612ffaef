/* SPDX-License-Identifier: GPL-3.0-or-later */
/* observe-build: analyses of a build's images and log in, one observation out. */
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "emit.h"
#include "json_in.h"
#include "log.h"
#include "observation.h"

struct options {
    struct cli_common common;
    const char *base_analysis;
    const char *output_analysis;
    const char *log_analysis;
    const char *request;
    const char *build_id;
    const char *format;
    const char *color;
};

static const struct cli_option table[] = {
    {.name = "base-analysis",
     .argument = "FILE",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, base_analysis),
     .help = "image analysis of the base image"},
    {.name = "output-analysis",
     .argument = "FILE",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, output_analysis),
     .help = "image analysis of the image that was built"},
    {.name = "log-analysis",
     .argument = "FILE",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, log_analysis),
     .help = "build log analysis"},
    {.name = "request",
     .argument = "FILE",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, request),
     .help = "build request: which build it was"},
    {.name = "build-id",
     .argument = "ID",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, build_id),
     .help = "the build's uid (default: the request's)"},
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .argument = "FORMAT",
     .choices = "json|text",
     .offset = offsetof(struct options, format),
     .help = "a document, or a page for people (default on a terminal)"},
    {.name = "color",
     .kind = CLI_CHOICE,
     .argument = "WHEN",
     .choices = "auto|always|never",
     .offset = offsetof(struct options, color),
     .help = "colour in the page (default: auto)"},
    CLI_COMMON_OPTIONS(struct options, common),
};

static const struct cli cli = {
    .program = "observe-build",
    .synopsis = "[OPTION...]",
    .summary = "Tell what a build did, from the analyses of its images and of its log",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
};

static bool wants_text(const struct options *o)
{
    if (o->format)
        return strcmp(o->format, "text") == 0;
    return !o->common.output && isatty(STDOUT_FILENO);
}

static bool wants_color(const struct options *o)
{
    const char *no_color = getenv("NO_COLOR"); /* no-color.org */

    if (o->color && strcmp(o->color, "auto") != 0)
        return strcmp(o->color, "always") == 0;
    return !o->common.output && !(no_color && *no_color) && isatty(STDOUT_FILENO);
}

static void say_what_is_absent(const struct inputs *in)
{
    for (int i = 0; i < INPUT_COUNT; i++)
        if (in->not_there[i])
            log_line(LOG_INFO, "%s: '%s' is not there and counts as absent",
                     input_name((enum input)i), QUOTE(in->paths[i]));
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *o = context;
    INPUTS_AUTO(in);
    struct emit emit = {.path = o->common.output,
                        .pretty = o->common.pretty,
                        .document_id = o->common.document_id,
                        .build_id = o->build_id,
                        .started = document_now()};
    CLEANUP(cleanup_json) json_t *result = NULL;
    bool some;

    (void)operands; /* the table allows none */
    in.paths[INPUT_BASE] = o->base_analysis;
    in.paths[INPUT_OUTPUT] = o->output_analysis;
    in.paths[INPUT_LOG] = o->log_analysis;
    in.paths[INPUT_REQUEST] = o->request;
    some = inputs_read(&in, err);
    say_what_is_absent(&in);
    if (!some || !(result = observation_make(&in, o->build_id, err)))
        return false;
    return wants_text(o) ? emit_text(&emit, result, wants_color(o), err)
                         : emit_document(&emit, &in, result, err);
}

int main(int argc, char **argv)
{
    struct options options = {0};

    return cli_main(&cli, argc, argv, &options, run);
}
