/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of push-image; the table in options.c says what each is. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli_registry.h"

/* USER:PASSWORD for the destination; it stands in no table, as an option would be seen. */
#define PUSH_LOGIN "BUILD_ANALYSIS_DESTINATION_LOGIN"

struct options {
    struct cli_common common;
    struct cli_registry registry; /* the destination's */
    const char *to;
    uint64_t jobs;
};

/* Fills a struct options. */
extern const struct cli options_cli;

#endif
