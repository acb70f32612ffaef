/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of fetch-image; the table in options.c says what each is. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli_layer_cache.h"
#include "cli_registry.h"

struct options {
    struct cli_common common;
    struct cli_registry registry;
    const char *layout;   /* NULL: the cache, or in place for oci: */
    const char *platform; /* NULL: this machine's */
    bool all_platforms;
    bool no_layers;
    bool referrers;
    bool gc;
    struct cli_layer_cache cache;
    uint64_t max_size; /* bytes of the layers together; 0: any */
    uint64_t jobs;
    uint64_t retry_time;  /* seconds */
    const char *authfile; /* NULL: where logins usually lie */
    bool tls_verify;      /* true unless the user says otherwise */
};

/* Fills a struct options. */
extern const struct cli options_cli;

#endif
