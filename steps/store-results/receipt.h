/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What store-results says of one thing that is kept in one place (receipt.schema.json). */
#ifndef RECEIPT_H
#define RECEIPT_H

#include <time.h>

#include "json_out.h"
#include "kept.h"

struct receipt {
    const struct kept *kept;
    const char *place; /* as --to names it */
    uint64_t size;     /* of what lies there, like sha256 */
    struct digest sha256;
    const struct md5_text *md5;
    bool was_there;
};

/* What all receipts of a run have in common. */
struct receipt_how {
    const char *id; /* NULL: made from place and key */
    const char *prefix;
    bool redact;
    time_t started;
};

bool receipt_write(struct json_out *w, const struct receipt *receipt, const struct receipt_how *how,
                   struct error *err);

#endif
