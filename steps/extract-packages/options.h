/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of extract-packages; the table in options.c says what each is. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli_layer_cache.h"
#include "cli_registry.h"

struct options {
    struct cli_common common;
    struct cli_registry registry;
    struct cli_strings format;    /* see formats.h */
    const char *platform;         /* NULL: this machine's */
    const char *image_name;       /* NULL: from the input */
    const char *environment_type; /* NULL: runtime */
    const char *origin;           /* NULL: unknown */
    uint64_t max_inflated;        /* bytes; 0: LIMIT_INFLATED */
    bool verify_diff_id;
    uint64_t jobs; /* 0: one a processor */
    struct cli_layer_cache cache;
    uint64_t layer_cache_max;      /* bytes; 0: no limit */
    const char *scope;             /* NULL: squashed */
    struct cli_strings catalogers; /* see selection.h */
    bool list_catalogers;
    bool no_digests;
    struct cli_strings exclude; /* see glob.h */
    bool strict;
    bool no_sandbox;
};

/* Fills a struct options. */
extern const struct cli options_cli;

#endif
