/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "receipt.h"

#include "document.h"
#include "json_in.h"
#include "output.h"
#include "xalloc.h"

static json_t *arguments(const struct options *options)
{
    json_t *all = json_new_object();
    json_t *own = json_new_object();

    json_put_string(own, "to", span_string(options->to));
    json_put_bool(own, "tls_verify", options->registry.tls_verify);
    json_put_take(all, "push-image", own);
    return all;
}

static void write_pushed(struct json_out *w, const struct push *push)
{
    static const char *const ways[] = {
        [PUSH_THERE] = "there", [PUSH_MOUNTED] = "mounted", [PUSH_SENT] = "sent"};

    json_out_key(w, "pushed");
    json_out_array(w);
    for (size_t i = 0; i < push->blob_count; i++) {
        json_out_object(w);
        json_out_member_cstring(w, "digest", DIGEST_TEXT(&push->blobs[i].blob->digest));
        json_out_member_int(w, "size", (int64_t)push->blobs[i].blob->size);
        json_out_member_cstring(w, "how", ways[push->blobs[i].way]);
        json_out_end(w);
    }
    json_out_end(w);
}

bool receipt_write(const struct options *options, const struct image *image,
                   const struct push *push, time_t started, struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(options);
    CLEANUP(cleanup_free)
    char *identity = xasprintf("%s\n%s\n%s", image->reference, image->resolved, image->layout);
    struct document_id id;
    struct document doc = {.analyzer = "push-image",
                           .kind = "image",
                           .version = "1.2",
                           .id = id.text,
                           .arguments = args,
                           .started = started};
    struct output out;
    bool done;

    if (!document_make_id(&id, options->common.document_id, "image", image_created(image),
                          span_string(identity), err) ||
        !output_open(&out, options->common.output, err))
        return false;
    JSON_OUT_AUTO(w);
    json_out_init(&w, output_sink, &out, options->common.pretty);
    document_begin(&w, &doc);
    image_write(&w, image);
    write_pushed(&w, push);
    done = document_end(&w, err) && output_commit(&out, err);
    output_abort(&out);
    return done;
}
