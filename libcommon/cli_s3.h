/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The options of steps that use an S3 server, for their tables (cli.h):
 *
 *     struct options { struct cli_common common; struct cli_s3 s3; ... };
 *     ... CLI_S3_OPTIONS(struct options, s3), ...
 *     struct object_store_options how = cli_s3_options(&options.s3, 60);
 */
#ifndef CLI_S3_H
#define CLI_S3_H

#include <string.h>

#include "cli.h"
#include "object_store.h"

struct cli_s3 {
    const char *endpoint;    /* NULL: AWS_ENDPOINT_URL */
    const char *authorities; /* NULL: this machine's alone */
    const char *credentials; /* NULL: where they usually are */
    const char *region;      /* NULL: any */
    const char *signature;   /* NULL: v4 */
};

#define CLI_S3_OPTIONS(type, member)                                              \
    {.name = "endpoint",                                                          \
     .kind = CLI_STRING,                                                          \
     .argument = "URL",                                                           \
     .offset = offsetof(type, member.endpoint),                                   \
     .variable = "THOTH_S3_ENDPOINT_URL",                                         \
     .help = "the S3 server of s3://... (default: AWS_ENDPOINT_URL)"},            \
        {.name = "s3-ca",                                                         \
         .kind = CLI_STRING,                                                      \
         .argument = "FILE",                                                      \
         .offset = offsetof(type, member.authorities),                            \
         .help = "certificates of authorities that it may have its own from"},    \
        {.name = "s3-credentials",                                                \
         .kind = CLI_STRING,                                                      \
         .argument = "PATH",                                                      \
         .offset = offsetof(type, member.credentials),                            \
         .help = "a file or folder with its keys (default: where AWS has them)"}, \
        {.name = "s3-region",                                                     \
         .kind = CLI_STRING,                                                      \
         .argument = "NAME",                                                      \
         .offset = offsetof(type, member.region),                                 \
         .variable = "THOTH_CEPH_REGION",                                         \
         .help = "the server's region, which Ceph does not mind"},                \
    {                                                                             \
        .name = "s3-signature", .kind = CLI_CHOICE, .choices = "v2|v4",           \
        .offset = offsetof(type, member.signature),                               \
        .help = "how requests to it are signed (default: v4)"                     \
    }

/* All is borrowed. */
static inline struct object_store_options cli_s3_options(const struct cli_s3 *cli,
                                                         uint64_t retry_seconds)
{
    return (struct object_store_options){
        .endpoint = cli->endpoint,
        .authorities = cli->authorities,
        .credentials = cli->credentials,
        .region = cli->region,
        .version_2 = cli->signature && strcmp(cli->signature, "v2") == 0,
        .retry_seconds =
            retry_seconds > LIMIT_RETRY_SECONDS ? LIMIT_RETRY_SECONDS : (long)retry_seconds,
    };
}

#endif
