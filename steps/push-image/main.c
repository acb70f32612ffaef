/* SPDX-License-Identifier: GPL-3.0-or-later */
/* push-image: an image document in, the image in another registry and its image document out. */
#include "document.h"
#include "json_in.h"
#include "log.h"
#include "push.h"
#include "receipt.h"
#include "xalloc.h"

static bool push_and_tell(const struct options *options, struct image *image, struct error *err)
{
    time_t started = document_now();
    struct push push = {0};
    CLEANUP(cleanup_free) char *name = NULL;
    bool done = push_image(&push, image, options, err);

    if (push.warning)
        log_line(LOG_WARNING, "registry '%s' warns: %s", QUOTE(push.to.host), push.warning);
    if (done) {
        name = reference_name(&push.to, options->to);
        image_set_reference(image, options->to, name, &push.held);
        log_line(LOG_INFO, "%s: %zu blobs", image->resolved, push.blob_count);
        done = receipt_write(options, image, &push, started, err);
    }
    push_release(&push);
    return done;
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    static const char *const kinds[] = {"image", NULL};
    const struct options *options = context;
    CLEANUP(cleanup_json) json_t *document = NULL;
    IMAGE_AUTO(image);

    if (!options->to)
        return error_set(err, ERROR_USAGE, "--to is missing; usage: %s %s", options_cli.program,
                         options_cli.synopsis);
    document = document_read_file(operands->count ? operands->items[0] : "-", kinds, err);
    return document && image_read(&image, document, err) && push_and_tell(options, &image, err);
}

int main(int argc, char **argv)
{
    struct options options = {.registry = CLI_REGISTRY_DEFAULTS, .jobs = 8};

    return cli_main(&options_cli, argc, argv, &options, run);
}
