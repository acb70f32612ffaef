/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <stdlib.h>

#include "keep.h"

static const struct cli_option table[] = {
    {.name = "to",
     .argument = "DIR|s3://BUCKET[/PREFIX]",
     .kind = CLI_STRINGS,
     .offset = offsetof(struct options, to),
     .help = "store in this folder or bucket; may be given many times"},
    CLI_S3_OPTIONS(struct options, s3),
    {.name = "retry-time",
     .argument = "SECONDS",
     .kind = CLI_UINT64,
     .offset = offsetof(struct options, retry_time),
     .help = "how long what may pass is tried again at an S3 server (default: 60)"},
    {.name = "s3-timeout",
     .argument = "SECONDS",
     .kind = CLI_UINT64,
     .offset = offsetof(struct options, s3_timeout),
     .help = "how long an S3 server that says nothing is waited for in all (default: 60)"},
    {.name = "spool",
     .argument = "DIR",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, spool),
     .help = "keep here what a store that fails has not got, and send what waits here"},
    {.name = "send-spool",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, send_spool),
     .help = "send what waits in the spool, and read nothing from stdin"},
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
    {.name = "delete",
     .argument = "ID",
     .kind = CLI_STRINGS,
     .offset = offsetof(struct options, upkeep.deletions),
     .help = "remove what is stored under this id, and store nothing"},
    {.name = "compact-index",
     .argument = "DAY",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, upkeep.compact_index),
     .help = "join the objects of this day's index (YYYY-MM-DD), and store nothing"},
    {.name = "no-redact",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, no_redact),
     .help = "store raw logs with the secrets in them"},
    {.name = "no-validate",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, no_validate),
     .help = "store documents that lack what their kind must have"},
    CLI_COMMON_OPTIONS(struct options, common),
};

const struct cli options_cli = {
    .program = "store-results",
    .synopsis = "--to DIR|s3://BUCKET[/PREFIX] [OPTION...] [FILE|FOLDER...]",
    .summary = "Store documents and build logs, and say where they are",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_max = SIZE_MAX,
};

/* /tmp is memory on many machines. */
const char *options_folder(const struct options *options)
{
    const char *folder = getenv("TMPDIR");

    if (options->spool)
        return options->spool;
    return folder && *folder ? folder : "/var/tmp";
}

bool options_check(const struct options *options, const struct cli_operands *operands,
                   struct error *err)
{
    if (!options->to.count)
        return error_set(err, ERROR_USAGE, "--to is missing: where shall the documents be kept?");
    if (options->to.count > KEEPER_STORES)
        return error_set(err, ERROR_USAGE, "--to may be given %d times", KEEPER_STORES);
    if (!options->s3_timeout || options->s3_timeout > LIMIT_RETRY_SECONDS)
        return error_set(err, ERROR_USAGE, "--s3-timeout is 1 to %d seconds", LIMIT_RETRY_SECONDS);
    if (options->send_spool && !options->spool)
        return error_set(err, ERROR_USAGE, "--send-spool needs --spool");
    if (upkeep_is_wanted(&options->upkeep) &&
        (operands->count || options->raw_logs.count || options->send_spool))
        return error_set(err, ERROR_USAGE, "--delete and --compact-index store nothing");
    return true;
}
