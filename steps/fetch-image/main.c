/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fetch-image: an image reference in, an OCI layout and one image document out. */
#include <stddef.h>
#include <string.h>

#include "cli.h"
#include "document.h"
#include "fetch.h"
#include "json_in.h"
#include "log.h"
#include "output.h"
#include "xalloc.h"

static const struct cli_option table[] = {
    {.name = "layout",
     .kind = CLI_STRING,
     .argument = "DIR",
     .offset = offsetof(struct options, layout),
     .help = "OCI layout to keep the image in (default: a cache; oci: stays in place)"},
    {.name = "platform",
     .kind = CLI_STRING,
     .argument = "OS/ARCH[/VARIANT]",
     .offset = offsetof(struct options, platform),
     .help = "which image of a multi-platform one (default: this machine's)"},
    {.name = "no-layers",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, no_layers),
     .help = "write the document alone and keep no blob"},
    {.name = "tls-verify",
     .kind = CLI_BOOLEAN,
     .offset = offsetof(struct options, tls_verify),
     .help = "check the registry's certificate (default: true); false also allows http"},
    CLI_COMMON_OPTIONS(struct options, common),
};

static const struct cli cli = {
    .program = "fetch-image",
    .synopsis = "[OPTION...] REF",
    .summary = "Copy an image into an OCI layout, every byte verified, and say what it is",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_min = 1,
    .operands_max = 1,
};

static json_t *arguments(const char *reference, const struct options *options)
{
    json_t *all = json_new_object();
    json_t *own = json_new_object();

    json_put_string(own, "reference", span_string(reference));
    json_put_take(own, "platform",
                  options->platform ? json_new_string(span_string(options->platform))
                                    : json_null());
    json_put_bool(own, "no_layers", options->no_layers);
    json_put_bool(own, "tls_verify", options->tls_verify);
    json_put_take(all, "fetch-image", own);
    return all;
}

static bool write_document(const struct options *options, const struct image *image, time_t started,
                           struct output *out, struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(image->reference, options);
    CLEANUP(cleanup_free)
    char *identity = xasprintf("%s\n%s\n%s", image->reference, image->resolved,
                               image->layout ? image->layout : "");
    struct document_id id;
    struct document doc = {.analyzer = "fetch-image",
                           .kind = "image",
                           .version = "1.0",
                           .id = id.text,
                           .arguments = args,
                           .started = started};

    if (!document_make_id(&id, options->common.document_id, "image", image_created(image),
                          span_string(identity), err))
        return false;
    JSON_OUT_AUTO(w);
    json_out_init(&w, output_sink, out, options->common.pretty);
    document_begin(&w, &doc);
    image_write(&w, image);
    return document_end(&w, err);
}

static bool run(void *context, const struct cli_operands *operands, struct error *err)
{
    const struct options *options = context;
    time_t started = document_now();
    struct output out;
    IMAGE_AUTO(image);
    bool done;

    if (!fetch_image(operands->items[0], options, &image, err) ||
        !output_open(&out, options->common.output, err))
        return false;
    done = write_document(options, &image, started, &out, err) && output_commit(&out, err);
    output_abort(&out);
    return done;
}

int main(int argc, char **argv)
{
    struct options options = {.tls_verify = true};

    return cli_main(&cli, argc, argv, &options, run);
}
