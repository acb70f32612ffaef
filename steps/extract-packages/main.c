/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-packages: an image document in, one image analysis document out. */
#include "analyze.h"
#include "catalogers.h"
#include "input.h"
#include "log.h"
#include "sandbox.h"
#include "selection.h"
#include "write_analysis.h"

static void say_warning(const struct error *why)
{
    log_line(LOG_WARNING, "%s", why->message);
}

static bool analyze_and_commit(const struct options *options, struct format_choices *choices,
                               const struct selection *selection, struct input *input,
                               struct layer_cache *cache, struct error *err)
{
    struct analyze_request request = {options, choices, selection, input, cache, say_warning};
    struct analyze_result result;

    if (!options->no_sandbox && !sandbox_has_landlock())
        log_line(LOG_INFO, "this kernel has no Landlock: seccomp alone confines the work");
    if (!write_analysis_open(choices, err) || !analyze(&request, &result, err))
        return false;
    log_line(LOG_INFO, "read %zu layers, %zu times in all; facts of %zu came from the layer cache",
             result.work.layers, result.work.reads, result.work.hits);
    return write_analysis_commit(choices, err) &&
           (!error_is_set(&result.lost) ||
            error_set(err, ERROR_MALFORMED, "%s", result.lost.message));
}

static void tell_registry_warning(const struct input *input)
{
    const char *text = input_registry_warning(input);

    if (text)
        log_line(LOG_WARNING, "registry '%s' warns: %s", QUOTE(input->ref.host), text);
}

static bool open_and_analyze(const struct options *options, struct format_choices *choices,
                             const struct selection *selection, const char *operand,
                             struct error *err)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = NULL;
    const struct registry_options how = cli_registry_options(&options->registry);
    struct input input = {0};
    bool done;

    if (options->cache.where) {
        cache = cli_layer_cache_open(&options->cache, options->layer_cache_max, err);
        if (!cache)
            return false;
        if (layer_cache_trusts_its_writers(cache))
            log_line(LOG_WARNING, CLI_LAYER_CACHE_TRUST);
    }
    done = input_open(&input, operand, &how, cache != NULL, err) &&
           analyze_and_commit(options, choices, selection, &input, cache, err);
    tell_registry_warning(&input);
    input_release(&input);
    return done;
}

static bool select_and_analyze(const struct options *options, struct format_choices *choices,
                               const char *operand, struct error *err)
{
    struct selection selection = {.exclude = options->exclude};
    bool done = selection_read(&selection, catalogers, catalogers_count, &options->catalogers, err);

    if (options->no_digests)
        selection_drop(&selection, "python-files");
    done = done && open_and_analyze(options, choices, &selection, operand, err);
    selection_release(&selection);
    return done;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    struct format_choices choices = {0};
    bool done;

    if (options->list_catalogers)
        return selection_print_names(catalogers, catalogers_count, options->common.output, err);
    done = format_choices_read(&choices, &options->format, options->common.output, err) &&
           select_and_analyze(options, &choices, operands->count ? operands->items[0] : "-", err);
    format_choices_release(&choices);
    return done;
}

int main(int argc, char **argv)
{
    /* Static, as lists in it live as long as the process (cli.h). */
    static struct options options = {.registry = CLI_REGISTRY_DEFAULTS,
                                     .cache = CLI_LAYER_CACHE_DEFAULTS};

    return cli_main(&options_cli, argc, argv, &options, run);
}
