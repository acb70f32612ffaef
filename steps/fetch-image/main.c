/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fetch-image: an image reference in, an OCI layout and one image document out. */
#include "document.h"
#include "fetch.h"
#include "keep.h"
#include "layout_gc.h"
#include "log.h"
#include "output.h"
#include "write_document.h"

static void tell(const struct image *image)
{
    json_t *warning;
    size_t i;

    json_array_foreach (image->warnings, i, warning)
        log_line(LOG_WARNING, "%s: %s", image->resolved,
                 json_string_value(json_object_get(warning, "message")));
    log_line(LOG_INFO, "%s: %s/%s, %zu layers, %s%s", image->resolved,
             image->platform.os ? image->platform.os : "?",
             image->platform.architecture ? image->platform.architecture : "?", image->layer_count,
             image->layout ? "in the layout " : "nothing kept", image->layout ? image->layout : "");
}

static bool collect(const struct options *options, struct error *err)
{
    CLEANUP(cleanup_free) char *folder = layout_folder(options, err);
    CLEANUP(cleanup_layout) struct layout *layout = folder ? layout_open(folder, err) : NULL;
    struct layout_freed freed;

    if (!layout || !layout_collect(layout, &freed, err))
        return false;
    log_line(LOG_INFO, "%s: removed %llu files of %llu bytes", layout_path(layout),
             (unsigned long long)freed.files, (unsigned long long)freed.bytes);
    return true;
}

static void say_warning(const char *text)
{
    log_line(LOG_WARNING, "%s", text);
}

static bool fetch(const char *reference, const struct options *options, struct error *err)
{
    time_t started = document_now();
    struct output out;
    IMAGE_AUTO(image);
    REFERRERS_AUTO(referrers);
    bool done;

    if (!fetch_image(reference, options, say_warning, &image, &referrers, err) ||
        !output_open(&out, options->common.output, err))
        return false;
    tell(&image);
    done =
        write_document(options, &image, &referrers, started, &out, err) && output_commit(&out, err);
    output_abort(&out);
    return done;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;

    if (options->gc && operands->count)
        return error_set(err, ERROR_USAGE, "--gc takes no image; it is of all of a layout");
    if (options->gc)
        return collect(options, err);
    if (!operands->count)
        return error_set(err, ERROR_USAGE, "an argument is missing; usage: %s %s",
                         options_cli.program, options_cli.synopsis);
    return fetch(operands->items[0], options, err);
}

int main(int argc, char **argv)
{
    struct options options = {.registry = CLI_REGISTRY_DEFAULTS,
                              .cache = CLI_LAYER_CACHE_DEFAULTS,
                              .jobs = 8};

    return cli_main(&options_cli, argc, argv, &options, run);
}
