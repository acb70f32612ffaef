/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "receipts.h"

bool receipts_sink(void *context, struct span bytes, struct error *err)
{
    struct receipts *receipts = context;

    (void)err;
    if (error_is_set(&receipts->failure))
        return true;
    if (!receipts->open)
        receipts->open = output_open(&receipts->out, receipts->path, &receipts->failure);
    if (receipts->open)
        output_write(&receipts->out, bytes, &receipts->failure);
    return true;
}

void receipts_finish(struct receipts *receipts, struct error *err)
{
    struct error *failure = &receipts->failure;

    if (error_is_set(failure) || (receipts->open && !output_commit(&receipts->out, failure)))
        output_abort(&receipts->out);
    if (error_is_set(failure))
        error_set(err, failure->kind, "%s", failure->message);
}
