/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

static const struct cli_option table[] = {
    {.name = "to",
     .argument = "DIR",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, to),
     .help = "store in this folder, which is made when it is not there"},
    {.name = "raw-log",
     .argument = "FILE",
     .kind = CLI_STRINGS,
     .offset = offsetof(struct options, raw_logs),
     .help = "store this build log too"},
    {.name = "prefix",
     .argument = "PREFIX",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, prefix),
     .variable = "THOTH_CEPH_BUCKET_PREFIX",
     .help = "what all keys start with"},
    {.name = "deployment",
     .argument = "NAME",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, deployment),
     .variable = "THOTH_DEPLOYMENT_NAME",
     .help = "the part of the keys after the prefix"},
    {.name = "no-redact",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, no_redact),
     .help = "store raw logs with the secrets in them"},
    CLI_COMMON_OPTIONS(struct options, common),
};

const struct cli options_cli = {
    .program = "store-results",
    .synopsis = "--to DIR [OPTION...] [FILE|FOLDER...]",
    .summary = "Store documents and build logs, and say where they are",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_max = SIZE_MAX,
};
