/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-results: documents and build logs in, objects in a store and receipts out. */
#include <stdlib.h>

#include "document.h"
#include "inputs.h"
#include "log.h"
#include "options.h"
#include "output.h"
#include "place.h"

static bool add_all(struct inputs *in, const struct options *options,
                    const struct cli_operands *operands, struct error *err)
{
    for (size_t i = 0; i < operands->count; i++)
        if (!inputs_add_documents(in, operands->items[i], err))
            return false;
    for (size_t i = 0; i < options->raw_logs.count; i++)
        if (!inputs_add_raw_log(in, options->raw_logs.items[i], err))
            return false;
    if (!operands->count && !options->raw_logs.count)
        return inputs_add_documents(in, "-", err);
    return true;
}

/* A json_out_sink: one temporary file at a time is removed on a signal, so the receipts wait. */
static bool append(void *context, struct span bytes, struct error *err)
{
    (void)err;
    strbuf_add_span(context, bytes);
    return true;
}

/* Receipts are written whatever became of the rest: what is stored is stored. */
static bool store_all(struct keeper keeper, const struct options *options,
                      const struct cli_operands *operands, struct error *err)
{
    STRBUF_AUTO(receipts, LIMIT_DOCUMENT);
    JSON_OUT_AUTO(w);
    struct inputs in = {.keeper = &keeper};
    struct error unwritten = {0};
    struct output out;

    json_out_init(&w, append, &receipts, options->common.pretty);
    keeper.out = &w;
    if (add_all(&in, options, operands, err))
        inputs_finish(&in, err);
    log_line(LOG_INFO, "%llu kept, %llu refused", (unsigned long long)in.kept,
             (unsigned long long)in.refused);
    if (in.kept && (!output_open(&out, options->common.output, &unwritten) ||
                    !output_write(&out, strbuf_span(&receipts), &unwritten) ||
                    !output_commit(&out, &unwritten)))
        error_set(err, unwritten.kind, "%s", unwritten.message);
    return !error_is_set(err);
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    STRBUF_AUTO(prefix, LIMIT_OBJECT_KEY);
    struct keeper keeper = {.redact = !options->no_redact,
                            .validate = !options->no_validate,
                            .receipt_id = options->common.document_id,
                            .started = document_now()};
    CLEANUP(cleanup_object_store) struct object_store *store = NULL;

    if (!options->to)
        return error_set(err, ERROR_USAGE, "--to is missing: where shall the documents be kept?");
    if (!place_prefix(&prefix, options->prefix, options->deployment, err))
        return false;
    store = object_store_open(options->to, NULL, err);
    if (!store)
        return false;
    keeper.store = store;
    keeper.prefix = prefix.data;
    return store_all(keeper, options, operands, err);
}

int main(int argc, char **argv)
{
    struct options options = {0};
    int status = cli_main(&options_cli, argc, argv, &options, run);

    free(options.raw_logs.items);
    return status;
}
