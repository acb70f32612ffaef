/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse-buildlog: what a build's log says happened and, if it failed, why. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analyze.h"
#include "check_command.h"
#include "document.h"
#include "input.h"
#include "options.h"
#include "report.h"
#include "tee.h"
#include "terminal.h"

static enum emit_format format_of(const struct options *o)
{
    if (o->format && strcmp(o->format, "github") == 0)
        return EMIT_GITHUB;
    if (o->explain || terminal_wants_page(o->format, "text", o->common.output))
        return EMIT_TEXT;
    return EMIT_JSON;
}

static struct stream *open_log(const struct options *o, const char *path, struct error *err)
{
    struct stream *in = input_open(path, err);

    return in && o->tee ? stream_tee_take(in, STDERR_FILENO, "stderr") : in;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *o = context;
    const char *path = operands->count ? operands->items[0] : NULL;
    struct emit emit = {.path = o->common.output,
                        .format = format_of(o),
                        .colour = terminal_wants_color(o->color, o->common.output),
                        .explain = o->explain,
                        .pretty = o->common.pretty,
                        .document_id = o->common.document_id,
                        .verbose = o->common.verbose,
                        .input = path ? path : "-",
                        .started = document_now()};

    if (!options_check(o, err))
        return false;
    if (o->check_rules)
        return check_command(path, o->success_logs, o->common.output, err);

    CLEANUP(cleanup_stream) struct stream *in = open_log(o, emit.input, err);
    CLEANUP(cleanup_rules)
    struct rules *rules = in ? rules_load_with(o->rules.items, o->rules.count, err) : NULL;

    enum outcome outcome = options_outcome(o);
    bool done = rules && emit_open(&emit, err) &&
                analyze(rules, in, &emit, !o->no_sandbox, &outcome, err) &&
                output_commit(&emit.out, err);

    output_abort(&emit.out);
    return done &&
           (!options_fail_on(o, outcome_name(outcome)) ||
            error_set(err, ERROR_ANSWER, "the build's outcome is '%s'", outcome_name(outcome)));
}

int main(int argc, char **argv)
{
    struct options options = {0};
    int status = cli_main(&options_cli, argc, argv, &options, run);

    free(options.rules.items);
    return status;
}
