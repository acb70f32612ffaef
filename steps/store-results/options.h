/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-results' command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli.h"

struct options {
    struct cli_common common;
    const char *to;
    const char *prefix;
    const char *deployment;
    struct cli_strings raw_logs;
    bool no_redact;
    bool no_validate;
};

/* Fills a struct options. */
extern const struct cli options_cli;

#endif
