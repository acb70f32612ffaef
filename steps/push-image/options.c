/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <stddef.h>

static const struct cli_option table[] = {
    {.name = "to",
     .kind = CLI_STRING,
     .argument = "REF",
     .offset = offsetof(struct options, to),
     .help = "where to: HOST/NAME[:TAG][@DIGEST], as docker and podman name images"},
    {.name = "jobs",
     .letter = 'j',
     .kind = CLI_UINT64,
     .argument = "N",
     .offset = offsetof(struct options, jobs),
     .help = "blobs that are sent at one time (default: 8)"},
    CLI_REGISTRY_OPTIONS(struct options, registry),
    CLI_COMMON_OPTIONS(struct options, common),
};

const struct cli options_cli = {
    .program = "push-image",
    .synopsis = "[OPTION...] --to REF [IMAGE.json]",
    .summary = "Copy the image of an image document to a registry, and say what was sent",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_min = 0,
    .operands_max = 1,
};
