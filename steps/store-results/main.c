/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-results: documents and build logs in, objects in stores and receipts out. */
#include <stdlib.h>

#include "document.h"
#include "inputs.h"
#include "log.h"
#include "options.h"
#include "output.h"
#include "place.h"

static bool add_all(struct keeper *keeper, const struct options *options,
                    const struct cli_operands *operands, struct error *err)
{
    for (size_t i = 0; i < operands->count; i++)
        if (!inputs_add_documents(keeper, operands->items[i], err))
            return false;
    for (size_t i = 0; i < options->raw_logs.count; i++)
        if (!inputs_add_raw_log(keeper, options->raw_logs.items[i], err))
            return false;
    if (!operands->count && !options->raw_logs.count)
        return inputs_add_documents(keeper, "-", err);
    return true;
}

/* Where receipts go. */
struct receipts {
    struct output out;
    const char *path;
    bool open;
    struct error failure;
};

/* A json_out_sink: receipts that cannot be written do not keep the rest from being stored. */
static bool append(void *context, struct span bytes, struct error *err)
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

/* They are written whatever became of the rest: what is stored is stored. */
static void finish_receipts(struct receipts *receipts, struct error *err)
{
    struct error *failure = &receipts->failure;

    if (error_is_set(failure))
        output_abort(&receipts->out);
    else if (receipts->open && !output_commit(&receipts->out, failure))
        output_abort(&receipts->out);
    if (error_is_set(failure))
        error_set(err, failure->kind, "%s", failure->message);
}

static bool store_all(struct keeper *keeper, const struct options *options,
                      const struct cli_operands *operands, struct error *err)
{
    struct receipts receipts = {.path = options->common.output};
    JSON_OUT_AUTO(w);

    json_out_init(&w, append, &receipts, options->common.pretty);
    keeper->out = &w;
    if (add_all(keeper, options, operands, err))
        keep_finish(keeper, err);
    log_line(LOG_INFO, "%llu kept, %llu refused", (unsigned long long)keeper->kept,
             (unsigned long long)keeper->refused);
    finish_receipts(&receipts, err);
    return !error_is_set(err);
}

static bool open_stores(struct keeper *keeper, const struct options *options, struct error *err)
{
    const struct object_store_options how = options_store(options);

    if (!options->to.count)
        return error_set(err, ERROR_USAGE, "--to is missing: where shall the documents be kept?");
    if (options->to.count > KEEPER_STORES)
        return error_set(err, ERROR_USAGE, "--to may be given %d times", KEEPER_STORES);
    for (size_t i = 0; i < options->to.count; i++) {
        struct object_store *store = object_store_open(options->to.items[i], &how, err);

        if (!store)
            return false;
        keeper->stores[keeper->store_count++] = store;
    }
    return true;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    STRBUF_AUTO(prefix, LIMIT_OBJECT_KEY);
    KEEPER_AUTO(keeper);

    if (!place_prefix(&prefix, options->prefix, options->deployment, err))
        return false;
    keeper.how = (struct kept_how){.prefix = prefix.data,
                                   .redact = !options->no_redact,
                                   .validate = !options->no_validate};
    keeper.receipts = (struct receipt_how){.id = options->common.document_id,
                                           .prefix = prefix.data,
                                           .redact = !options->no_redact,
                                           .started = document_now()};
    return open_stores(&keeper, options, err) && store_all(&keeper, options, operands, err);
}

int main(int argc, char **argv)
{
    struct options options = {.retry_time = 60};
    int status = cli_main(&options_cli, argc, argv, &options, run);

    free(options.raw_logs.items);
    free(options.to.items);
    return status;
}
