/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Storing one thing: find its key, put it there unless it is there already, say
 * so in a receipt.
 *
 * The same id with the same result is stored once; the same id with another
 * result is refused with ERROR_MALFORMED and what is stored stays.  metadata may
 * differ: a retry has another time, duration and host.
 */
#ifndef KEEP_H
#define KEEP_H

#include <time.h>

#include "json_out.h"
#include "object_store.h"

struct keeper {
    struct object_store *store;
    const char *prefix;     /* what all keys start with: "" or "x/y/" */
    bool redact;            /* raw logs */
    bool validate;          /* documents: their required members */
    const char *receipt_id; /* NULL: made from the key */
    time_t started;
    struct json_out *out; /* where receipts go */
};

/* Stores the document of this JSON text. */
bool keep_document(struct keeper *keeper, struct span text, struct error *err);
/* Stores a build log (raw_log.h). */
bool keep_raw_log(struct keeper *keeper, struct span bytes, struct error *err);

#endif
