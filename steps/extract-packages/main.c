/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-packages: an image document in, one image analysis document out. */
#include <stddef.h>
#include <string.h>

#include "catalogers.h"
#include "cli.h"
#include "document.h"
#include "extraction.h"
#include "input.h"
#include "log.h"
#include "write_analysis.h"

static const struct cli_option table[] = {
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .argument = "FORMAT",
     .choices = "json|table",
     .offset = offsetof(struct options, format),
     .help = "json, or table (the default on a terminal)"},
    {.name = "platform",
     .kind = CLI_STRING,
     .argument = "OS/ARCH[/VARIANT]",
     .offset = offsetof(struct options, platform),
     .help = "which image of a multi-platform REF (default: this machine's)"},
    {.name = "image-name",
     .kind = CLI_STRING,
     .argument = "NAME[:TAG]",
     .variable = "THOTH_ANALYZED_IMAGE",
     .offset = offsetof(struct options, image_name),
     .help = "the image's name in metadata (default: from the input)"},
    {.name = "environment-type",
     .kind = CLI_CHOICE,
     .argument = "TYPE",
     .choices = "runtime|buildtime",
     .offset = offsetof(struct options, environment_type),
     .help = "runtime (the default) or buildtime"},
    {.name = "origin",
     .kind = CLI_STRING,
     .argument = "URL",
     .offset = offsetof(struct options, origin),
     .help = "where the image's sources come from"},
    {.name = "max-inflated",
     .kind = CLI_SIZE,
     .argument = "BYTES",
     .offset = offsetof(struct options, max_inflated),
     .help = "refuse a layer that inflates to more (default: 256GiB)"},
    {.name = "jobs",
     .letter = 'j',
     .kind = CLI_UINT64,
     .argument = "N",
     .offset = offsetof(struct options, jobs),
     .help = "layers read at a time (default: one a processor)"},
    CLI_COMMON_OPTIONS(struct options, common),
};

static const struct cli cli = {
    .program = "extract-packages",
    .synopsis = "[OPTION...] [IMAGE.json|REF]",
    .summary = "List what is installed in an image, from its layers, without running or unpacking "
               "anything",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_max = 1,
};

static bool extract_and_write(const struct options *options, const struct input *input,
                              struct findings *findings, struct error *err)
{
    struct extraction_options how = {
        .catalogers = catalogers,
        .cataloger_count = catalogers_count,
        .max_inflated = options->max_inflated,
        .jobs = options->jobs,
    };
    time_t started = document_now();
    size_t reads;

    if (!extract(&input->image, input->layout, &how, findings, &reads, err))
        return error_prefix(err, "image '%s'", QUOTE(input->image.reference));
    log_line(LOG_INFO, "read %zu layers, %zu times in all", input->image.layer_count, reads);
    findings_finish(findings);
    return write_analysis(options, input, findings, started, err);
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    struct input input = {0};
    struct findings findings;
    bool done;

    findings_init(&findings);
    done = input_open(&input, operands->count ? operands->items[0] : "-", options->platform, err) &&
           extract_and_write(options, &input, &findings, err);
    input_release(&input);
    findings_release(&findings);
    return done;
}

int main(int argc, char **argv)
{
    struct options options = {0};

    return cli_main(&cli, argc, argv, &options, run);
}
