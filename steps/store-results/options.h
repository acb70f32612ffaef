/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-results' command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli.h"
#include "cli_s3.h"
#include "upkeep.h"

struct options {
    struct cli_common common;
    struct cli_strings to;
    const char *prefix;
    const char *deployment;
    struct cli_strings raw_logs;
    bool no_redact;
    bool no_validate;
    struct cli_s3 s3;
    uint64_t retry_time; /* seconds */
    uint64_t s3_timeout; /* seconds */
    const char *spool;
    bool send_spool;
    struct upkeep upkeep;
};

/* Fills a struct options. */
extern const struct cli options_cli;

/* Where a log lies that is too large for memory. */
const char *options_folder(const struct options *options);
/* ERROR_USAGE of options that do not go together. */
bool options_check(const struct options *options, const struct cli_operands *operands,
                   struct error *err);

#endif
