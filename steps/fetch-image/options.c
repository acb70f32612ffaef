/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <stddef.h>

static const struct cli_option table[] = {
    {.name = "layout",
     .kind = CLI_STRING,
     .argument = "DIR",
     .offset = offsetof(struct options, layout),
     .help = "OCI layout to keep the image in (default: a cache; oci: stays in place)"},
    {.name = "platform",
     .kind = CLI_STRING,
     .argument = "OS/ARCH[/VARIANT]",
     .offset = offsetof(struct options, platform),
     .help = "which image of a multi-platform one (default: this machine's)"},
    {.name = "all-platforms",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, all_platforms),
     .help = "keep the images for all platforms, and the index that leads to them"},
    {.name = "max-size",
     .kind = CLI_SIZE,
     .argument = "BYTES",
     .offset = offsetof(struct options, max_size),
     .help = "refuse an image whose layers are larger together, as 10G (default: any size)"},
    {.name = "gc",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, gc),
     .help = "fetch nothing; remove from the layout what its index does not lead to"},
    {.name = "no-layers",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, no_layers),
     .help = "write the document alone and keep no blob"},
    {.name = "jobs",
     .letter = 'j',
     .kind = CLI_UINT64,
     .argument = "N",
     .offset = offsetof(struct options, jobs),
     .help = "layers that are fetched at one time (default: 8)"},
    CLI_REGISTRY_OPTIONS(struct options, registry),
    CLI_COMMON_OPTIONS(struct options, common),
};

const struct cli options_cli = {
    .program = "fetch-image",
    .synopsis = "[OPTION...] REF | --gc [OPTION...]",
    .summary = "Copy an image into an OCI layout, every byte verified, and say what it is",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_min = 0,
    .operands_max = 1,
};
