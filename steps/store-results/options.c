/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <string.h>

static const struct cli_option table[] = {
    {.name = "to",
     .argument = "DIR|s3://BUCKET[/PREFIX]",
     .kind = CLI_STRINGS,
     .offset = offsetof(struct options, to),
     .help = "store in this folder or bucket; may be given many times"},
    {.name = "endpoint",
     .argument = "URL",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, endpoint),
     .variable = "THOTH_S3_ENDPOINT_URL",
     .help = "the S3 server (default: AWS_ENDPOINT_URL)"},
    {.name = "s3-credentials",
     .argument = "FILE|FOLDER",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, credentials),
     .help = "the keys of access (default: the environment, or ~/.aws/credentials)"},
    {.name = "s3-ca",
     .argument = "FILE",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, authorities),
     .help = "a PEM file of authorities to trust, beside this machine's"},
    {.name = "s3-region",
     .argument = "NAME",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, region),
     .variable = "THOTH_CEPH_REGION",
     .help = "the region that requests are signed for (default: AWS_REGION, or us-east-1)"},
    {.name = "s3-signature",
     .kind = CLI_CHOICE,
     .choices = "v2|v4",
     .offset = offsetof(struct options, signature),
     .help = "how requests are signed (default: v4)"},
    {.name = "retry-time",
     .argument = "SECONDS",
     .kind = CLI_UINT64,
     .offset = offsetof(struct options, retry_time),
     .help = "how long what may pass is tried again at an S3 server (default: 60)"},
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

struct object_store_options options_store(const struct options *options)
{
    const uint64_t time = options->retry_time;

    return (struct object_store_options){
        .endpoint = options->endpoint,
        .authorities = options->authorities,
        .region = options->region,
        .credentials = options->credentials,
        .version_2 = options->signature && strcmp(options->signature, "v2") == 0,
        .retry_seconds = (long)(time < LIMIT_RETRY_SECONDS ? time : LIMIT_RETRY_SECONDS),
    };
}
