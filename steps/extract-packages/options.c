/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <stddef.h>

static const struct cli_option table[] = {
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .choices = "json|table",
     .offset = offsetof(struct options, format),
     .help = "a document, or a table for people (default on a terminal)"},
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
     .choices = "runtime|buildtime",
     .offset = offsetof(struct options, environment_type),
     .help = "what the image is for (default: runtime)"},
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

const struct cli options_cli = {
    .program = "extract-packages",
    .synopsis = "[OPTION...] [IMAGE.json|REF]",
    .summary = "List what is installed in an image, from its layers, without running or unpacking "
               "anything",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_max = 1,
};
