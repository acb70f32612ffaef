/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-packages: an image document in, one image analysis document out. */
#include "analyze.h"
#include "input.h"
#include "log.h"
#include "sandbox.h"
#include "write_analysis.h"

static void say_warning(const struct error *why)
{
    log_line(LOG_WARNING, "%s", why->message);
}

static bool analyze_and_commit(const struct options *options, struct format_choices *choices,
                               const struct input *input, struct layer_cache *cache,
                               struct error *err)
{
    struct extraction_work work;

    if (!options->no_sandbox && !sandbox_has_landlock())
        log_line(LOG_INFO, "this kernel has no Landlock: seccomp alone confines the work");
    if (!write_analysis_open(choices, err) ||
        !analyze(options, choices, input, cache, say_warning, &work, err))
        return false;
    log_line(LOG_INFO, "read %zu layers, %zu times in all; facts of %zu came from the layer cache",
             input->image.layer_count, work.reads, work.hits);
    return write_analysis_commit(choices, err);
}

static bool open_and_analyze(const struct options *options, struct format_choices *choices,
                             const char *operand, struct error *err)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = NULL;
    struct input input = {0};
    bool done;

    if (options->layer_cache) {
        cache = layer_cache_open(options->layer_cache, options->layer_cache_max, err);
        if (!cache)
            return false;
    }
    done = input_open(&input, operand, options->platform, cache != NULL, err) &&
           analyze_and_commit(options, choices, &input, cache, err);
    input_release(&input);
    return done;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    struct format_choices choices = {0};
    bool done;

    done = format_choices_read(&choices, &options->format, options->common.output, err) &&
           open_and_analyze(options, &choices, operands->count ? operands->items[0] : "-", err);
    format_choices_release(&choices);
    return done;
}

int main(int argc, char **argv)
{
    struct options options = {0};

    return cli_main(&options_cli, argc, argv, &options, run);
}
