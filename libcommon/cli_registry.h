/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The options of steps that ask registries, for their tables (cli.h):
 *
 *     struct options { struct cli_common common; struct cli_registry registry; ... };
 *     ... CLI_REGISTRY_OPTIONS(struct options, registry), ...
 *     struct options options = {.registry = CLI_REGISTRY_DEFAULTS};
 *     struct registry_options how = cli_registry_options(&options.registry);
 */
#ifndef CLI_REGISTRY_H
#define CLI_REGISTRY_H

#include <stdlib.h>

#include "cli.h"
#include "registry.h"

struct cli_registry {
    const char *authfile; /* NULL: where logins usually lie */
    const char *cert_dir; /* NULL: where certificates usually lie */
    bool tls_verify;
    uint64_t retry_time; /* seconds */
};

/* USER:PASSWORD for the registry that images are read from; it stands in no table, as an option would be seen. */
#define CLI_REGISTRY_LOGIN "BUILD_ANALYSIS_REGISTRY_LOGIN"
/* Thoth's name, which stands in for it. */
#define CLI_REGISTRY_OLDER_LOGIN "THOTH_REGISTRY_CREDENTIALS"

#define CLI_REGISTRY_DEFAULTS                \
    {                                        \
        .tls_verify = true, .retry_time = 60 \
    }

#define CLI_REGISTRY_OPTIONS(type, member)                                                      \
    {.name = "authfile",                                                                        \
     .kind = CLI_STRING,                                                                        \
     .argument = "FILE",                                                                        \
     .offset = offsetof(type, member.authfile),                                                 \
     .variable = "REGISTRY_AUTH_FILE",                                                          \
     .help = "logins to registries (default: where podman and docker keep them)"},              \
        {.name = "cert-dir",                                                                    \
         .kind = CLI_STRING,                                                                    \
         .argument = "DIR",                                                                     \
         .offset = offsetof(type, member.cert_dir),                                             \
         .help = "the registry's certificates (default: its folder in certs.d)"},               \
        {.name = "retry-time",                                                                  \
         .kind = CLI_UINT64,                                                                    \
         .argument = "SECONDS",                                                                 \
         .offset = offsetof(type, member.retry_time),                                           \
         .help = "how long what may pass is tried again at a registry (default: 60)"},          \
    {                                                                                           \
        .name = "tls-verify", .kind = CLI_BOOLEAN, .offset = offsetof(type, member.tls_verify), \
        .help = "check a registry's certificate (default: true); false also allows http"        \
    }

static inline const char *cli_registry_login(void)
{
    const char *login = getenv(CLI_REGISTRY_LOGIN);

    return login && *login ? CLI_REGISTRY_LOGIN : CLI_REGISTRY_OLDER_LOGIN;
}

/* All is borrowed. */
static inline struct registry_options cli_registry_options(const struct cli_registry *cli)
{
    return (struct registry_options){
        .plain_http = !cli->tls_verify,
        .authfile = cli->authfile,
        .cert_dir = cli->cert_dir,
        .login_variable = cli_registry_login(),
        .retry_seconds =
            cli->retry_time > LIMIT_RETRY_SECONDS ? LIMIT_RETRY_SECONDS : (long)cli->retry_time,
    };
}

#endif
