/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The options of steps that have a layer cache, for their tables (cli.h):
 *
 *     struct options { struct cli_common common; struct cli_layer_cache cache; ... };
 *     ... CLI_LAYER_CACHE_OPTIONS(struct options, cache, "what it does here"), ...
 *     struct options options = {.cache = CLI_LAYER_CACHE_DEFAULTS};
 *     if (options.cache.where) cache = cli_layer_cache_open(&options.cache, 0, err);
 */
#ifndef CLI_LAYER_CACHE_H
#define CLI_LAYER_CACHE_H

#include "cli_s3.h"
#include "layer_cache.h"

struct cli_layer_cache {
    const char *where;    /* NULL: none */
    const char *key_file; /* NULL: entries have their digest alone */
    uint64_t timeout;     /* seconds */
    struct cli_s3 s3;
};

#define CLI_LAYER_CACHE_DEFAULTS \
    {                            \
        .timeout = 30            \
    }

#define CLI_LAYER_CACHE_OPTIONS(type, member, what)                              \
    {.name = "layer-cache",                                                      \
     .kind = CLI_STRING,                                                         \
     .argument = "DIR|s3://BUCKET[/PREFIX]",                                     \
     .offset = offsetof(type, member.where),                                     \
     .help = (what)},                                                            \
        {.name = "layer-cache-key",                                              \
         .kind = CLI_STRING,                                                     \
         .argument = "FILE",                                                     \
         .offset = offsetof(type, member.key_file),                              \
         .help = "trust entries of it that are signed with this key, and sign"}, \
        {.name = "layer-cache-timeout",                                          \
         .kind = CLI_UINT64,                                                     \
         .argument = "SECONDS",                                                  \
         .offset = offsetof(type, member.timeout),                               \
         .help = "how long its server is waited for in all (default: 30)"},      \
        CLI_S3_OPTIONS(type, member.s3)

/* cli->where, as the options say; they are borrowed as long as it is open. */
static inline struct layer_cache *cli_layer_cache_open(const struct cli_layer_cache *cli,
                                                       uint64_t most_bytes, struct error *err)
{
    uint64_t seconds = cli->timeout > LIMIT_RETRY_SECONDS ? LIMIT_RETRY_SECONDS : cli->timeout;
    struct layer_cache_options how = {.most_bytes = most_bytes,
                                      .key_file = cli->key_file,
                                      .seconds = (long)seconds,
                                      .s3 = cli_s3_options(&cli->s3, 0)};

    return layer_cache_open(cli->where, &how, err);
}

/* What is told once of a cache that whoever may write to it can poison. */
#define CLI_LAYER_CACHE_TRUST \
    "layer cache: without --layer-cache-key whoever may write to the bucket decides what is found"

#endif
