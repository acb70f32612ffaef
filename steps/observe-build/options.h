/* SPDX-License-Identifier: GPL-3.0-or-later */
/* observe-build's command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "build.h"
#include "cli.h"

struct options {
    struct cli_common common;
    const char *base_analysis;
    const char *output_analysis;
    const char *log_analysis;
    const char *request;
    struct build_given given;
    const char *format;
    const char *color;
};

/* Fills a struct options. */
extern const struct cli options_cli;

#endif
