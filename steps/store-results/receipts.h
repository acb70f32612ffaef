/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where receipts go as they come: stdout, or a file that appears whole or not at all.
 * What is stored is stored: receipts that cannot be written do not keep the rest from
 * being stored, and are told of at the end.
 */
#ifndef RECEIPTS_H
#define RECEIPTS_H

#include "output.h"

/* Starts as {.path}; NULL is stdout. */
struct receipts {
    const char *path;
    struct output out; /* opened by the first receipt */
    bool open;
    struct error failure;
};

/* A json_out_sink; context is the struct receipts. Never fails. */
bool receipts_sink(void *context, struct span bytes, struct error *err);
/* Commits them. Sets err if any could not be written. */
void receipts_finish(struct receipts *receipts, struct error *err);

#endif
