/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-packages: an image document in, one image analysis document out. */
#include "catalogers.h"
#include "document.h"
#include "extraction.h"
#include "input.h"
#include "log.h"
#include "write_analysis.h"

static void say_warning(const struct error *why)
{
    log_line(LOG_WARNING, "%s", why->message);
}

static bool extract_and_write(const struct options *options, const struct format_choices *choices,
                              const struct input *input, struct layer_cache *cache,
                              struct findings *findings, struct error *err)
{
    struct extraction_options how = {
        .catalogers = catalogers,
        .cataloger_count = catalogers_count,
        .max_inflated = options->max_inflated,
        .jobs = options->jobs,
        .cache = cache,
        .warn = say_warning,
    };
    time_t started = document_now();
    struct extraction_work work;

    if (!extract(&input->image, input->layout, &how, findings, &work, err))
        return error_prefix(err, "image '%s'", QUOTE(input->image.reference));
    log_line(LOG_INFO, "read %zu layers, %zu times in all; facts of %zu came from the layer cache",
             input->image.layer_count, work.reads, work.hits);
    return write_analysis(options, choices, input, findings, started, err);
}

static bool open_and_extract(const struct options *options, const struct format_choices *choices,
                             const char *operand, struct error *err)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = NULL;
    struct input input = {0};
    struct findings findings;
    bool done;

    if (options->layer_cache) {
        cache = layer_cache_open(options->layer_cache, options->layer_cache_max, err);
        if (!cache)
            return false;
    }
    findings_init(&findings);
    done = input_open(&input, operand, options->platform, cache != NULL, err) &&
           extract_and_write(options, choices, &input, cache, &findings, err);
    input_release(&input);
    findings_release(&findings);
    return done;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    struct format_choices choices = {0};
    bool done;

    done = format_choices_read(&choices, &options->format, options->common.output, err) &&
           open_and_extract(options, &choices, operands->count ? operands->items[0] : "-", err);
    format_choices_release(&choices);
    return done;
}

int main(int argc, char **argv)
{
    struct options options = {0};

    return cli_main(&options_cli, argc, argv, &options, run);
}
