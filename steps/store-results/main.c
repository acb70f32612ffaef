/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-results: documents and build logs in, objects in stores and receipts out. */
#include <stdlib.h>

#include "document.h"
#include "inputs.h"
#include "log.h"
#include "options.h"
#include "place.h"
#include "receipts.h"

static bool store_all(struct keeper *keeper, const struct options *options,
                      const struct cli_operands *operands, struct error *err)
{
    struct receipts receipts = {.path = options->common.output};
    JSON_OUT_AUTO(w);

    json_out_init(&w, receipts_sink, &receipts, options->common.pretty);
    keeper->out = &w;
    if (inputs_add_all(keeper, options, operands, err))
        keep_finish(keeper, err);
    log_line(LOG_INFO, "%llu kept, %llu refused", (unsigned long long)keeper->kept,
             (unsigned long long)keeper->refused);
    receipts_finish(&receipts, err);
    keeper->out = NULL;
    return !error_is_set(err);
}

static bool open_stores(struct keeper *keeper, const struct options *options, struct error *err)
{
    struct object_store_options how = cli_s3_options(&options->s3, options->retry_time);

    how.silence_seconds = (long)options->s3_timeout;
    for (size_t i = 0; i < options->to.count; i++) {
        struct object_store *store = object_store_open(options->to.items[i], &how, err);

        if (!store)
            return false;
        keep_use_store(keeper, store);
    }
    return true;
}

/* Whoever gave them may not look any more. */
static bool open_spool(struct spool *spool, const char *folder, struct error *err)
{
    if (!spool_open(spool, folder, err))
        return false;
    if (spool->refused)
        log_line(LOG_WARNING, "%zu refused documents or logs lie in the spool '%s'", spool->refused,
                 QUOTE(folder));
    return true;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    STRBUF_AUTO(prefix, LIMIT_OBJECT_KEY);
    SPOOL_AUTO(spool);
    KEEPER_AUTO(keeper);

    if (!options_check(options, operands, err) ||
        !place_prefix(&prefix, options->prefix, options->deployment, err))
        return false;
    keeper.how = (struct kept_how){.prefix = prefix.data,
                                   .redact = !options->no_redact,
                                   .validate = !options->no_validate,
                                   .folder = options_folder(options)};
    keeper.receipts = (struct receipt_how){.id = options->common.document_id,
                                           .prefix = prefix.data,
                                           .redact = !options->no_redact,
                                           .started = document_now()};
    keeper.spool = options->spool ? &spool : NULL;
    if (options->spool && !open_spool(&spool, options->spool, err))
        return false;
    if (options->upkeep.deletions.count && spool.count)
        return error_set(
            err, ERROR_USAGE,
            "what waits in the spool '%s' may be of that id: send it first (--send-spool)",
            QUOTE(options->spool));
    if (!open_stores(&keeper, options, err))
        return false;
    if (upkeep_is_wanted(&options->upkeep))
        return upkeep_run(&options->upkeep, keeper.stores, keeper.store_count, prefix.data, err);
    return store_all(&keeper, options, operands, err);
}

int main(int argc, char **argv)
{
    struct options options = {.retry_time = 60, .s3_timeout = 60};
    int status = cli_main(&options_cli, argc, argv, &options, run);

    free(options.raw_logs.items);
    free(options.upkeep.deletions.items);
    free(options.to.items);
    return status;
}
