/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-results' command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli.h"
#include "object_store.h"

struct options {
    struct cli_common common;
    struct cli_strings to;
    const char *prefix;
    const char *deployment;
    struct cli_strings raw_logs;
    bool no_redact;
    bool no_validate;
    const char *endpoint;
    const char *authorities;
    const char *region;
    const char *credentials;
    const char *signature; /* "v2" or "v4"; NULL: v4 */
    uint64_t retry_time;   /* seconds */
};

/* Fills a struct options. */
extern const struct cli options_cli;

/* How S3 servers are asked; borrows of options. */
struct object_store_options options_store(const struct options *options);

#endif
