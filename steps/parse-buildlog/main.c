/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse-buildlog: what a build's log says happened and, if it failed, why. */
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "document.h"
#include "emit.h"
#include "input.h"

struct options {
    struct cli_common common;
    const char *format;
    const char *color;
    bool check_rules;
};

static const struct cli_option table[] = {
    CLI_COMMON_OPTIONS(struct options, common),
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
    {.name = "check-rules",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, check_rules),
     .help = "check the rules (of the folder that is named) and exit"},
};

static const struct cli cli = {
    .program = "parse-buildlog",
    .synopsis = "[OPTION...] [LOG]",
    .summary = "Tell what the log of a container build says happened, and why it failed",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_max = 1,
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

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *o = context;
    const char *path = operands->count ? operands->items[0] : NULL;
    struct emit emit = {.path = o->common.output,
                        .pretty = o->common.pretty,
                        .document_id = o->common.document_id,
                        .verbose = o->common.verbose,
                        .input = path ? path : "-",
                        .started = document_now()};

    if (o->check_rules)
        return emit_rules_check(path, err);

    CLEANUP(cleanup_rules) struct rules *rules = rules_load(err);
    CLEANUP(cleanup_stream) struct stream *in = rules ? stream_open_file(emit.input, err) : NULL;

    if (!in)
        return false;

    CLEANUP(cleanup_analysis) struct analysis *a = analysis_new(rules);

    if (!input_read(in, a, &emit.identity, err))
        return false;
    analysis_finish(a);
    return wants_text(o) ? emit_text(a, &emit, wants_color(o), err) : emit_document(a, &emit, err);
}

int main(int argc, char **argv)
{
    struct options options = {0};

    return cli_main(&cli, argc, argv, &options, run);
}
