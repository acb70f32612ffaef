/* SPDX-License-Identifier: GPL-3.0-or-later */
/* observe-build: analyses of a build's images and log in, one observation out. */
#include <string.h>

#include "emit.h"
#include "json_in.h"
#include "log.h"
#include "observation.h"
#include "options.h"
#include "terminal.h"

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
                        .given = &o->given,
                        .started = document_now()};
    CLEANUP(cleanup_json) json_t *result = NULL;
    const char *format;
    bool some;

    (void)operands; /* the table allows none */
    in.paths[INPUT_BASE] = o->base_analysis;
    in.paths[INPUT_OUTPUT] = o->output_analysis;
    in.paths[INPUT_LOG] = o->log_analysis;
    in.paths[INPUT_REQUEST] = o->request;
    some = build_given_check(&o->given, err) && inputs_read(&in, err);
    say_what_is_absent(&in);
    if (!some || !(result = observation_make(&in, &o->given, err)))
        return false;
    format = o->format;
    if (terminal_wants_page(format, "text", o->common.output))
        format = "text";
    if (!format || strcmp(format, "json") == 0)
        return emit_document(&emit, &in, result, err);
    return emit_page(&emit, result, format, terminal_wants_color(o->color, o->common.output), err);
}

int main(int argc, char **argv)
{
    struct options options = {0};

    return cli_main(&options_cli, argc, argv, &options, run);
}
