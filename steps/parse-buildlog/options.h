/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse-buildlog's command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli.h"
#include "steps.h"

struct options {
    struct cli_common common;
    const char *format;
    const char *color;
    const char *outcome;      /* as whoever ran the build knows it; NULL: not said */
    const char *fail_on;      /* outcomes, with commas between them */
    const char *success_logs; /* a folder */
    struct cli_strings rules; /* folders */
    bool check_rules;
    bool explain;
    bool tee;
    bool no_sandbox;
};

/* Fills a struct options. */
extern const struct cli options_cli;

/* What the table cannot tell: ERROR_USAGE for what does not go together. */
bool options_check(const struct options *o, struct error *err);
/* What --outcome says: OUTCOME_UNKNOWN without it. */
enum outcome options_outcome(const struct options *o);
/* True if --fail-on names this outcome. */
bool options_fail_on(const struct options *o, const char *outcome);

#endif
