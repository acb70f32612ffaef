/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "write_document.h"

#include "document.h"
#include "json_in.h"
#include "xalloc.h"

static json_t *arguments(const char *reference, const struct options *options)
{
    json_t *all = json_new_object();
    json_t *own = json_new_object();

    json_put_string(own, "reference", span_string(reference));
    json_put_take(own, "platform",
                  options->platform ? json_new_string(span_string(options->platform))
                                    : json_null());
    json_put_bool(own, "all_platforms", options->all_platforms);
    json_put_bool(own, "referrers", options->referrers);
    json_put_bool(own, "no_layers", options->no_layers);
    json_put_bool(own, "tls_verify", options->registry.tls_verify);
    json_put_take(all, "fetch-image", own);
    return all;
}

bool write_document(const struct options *options, const struct image *image,
                    const struct referrers *referrers, time_t started, struct output *out,
                    struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(image->reference, options);
    CLEANUP(cleanup_free)
    char *identity = xasprintf("%s\n%s\n%s%s%s", image->reference, image->resolved,
                               image->layout ? image->layout : "",
                               options->all_platforms ? "\nall platforms" : "",
                               options->referrers ? "\nreferrers" : "");
    struct document_id id;
    struct document doc = {.analyzer = "fetch-image",
                           .kind = "image",
                           .version = "1.2",
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
    referrers_write(&w, referrers);
    return document_end(&w, err);
}
