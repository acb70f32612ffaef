/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "write_analysis.h"

#include <string.h>
#include <unistd.h>

#include "document.h"
#include "json_in.h"
#include "output.h"
#include "redact.h"
#include "report.h"
#include "xalloc.h"

static bool eat_local_transport(struct span *name)
{
    return span_eat(name, "oci:") || span_eat(name, "oci-archive:") ||
           span_eat(name, "docker-archive:") || span_eat(name, "dir:");
}

static struct span after_last_slash(struct span name)
{
    size_t slash = span_find_last_byte(name, '/');

    return slash == name.len ? name : span_skip(name, slash + 1);
}

/*
 * The name as graph sync splits it, at the last colon: NAME:TAG, ":latest" where there is
 * no tag, and without the folders that local images lie in.
 */
static json_t *image_name(const struct options *options, const struct image *image)
{
    struct span name = span_string(options->image_name ? options->image_name : image->reference);
    struct span last;

    STRBUF_AUTO(text, LIMIT_REFERENCE);
    if (!options->image_name && eat_local_transport(&name))
        name = after_last_slash(name);
    span_eat(&name, "docker://");
    name = span_head(name, span_find_byte(name, '@'));
    last = after_last_slash(name);
    if (name.len)
        strbuf_add_span(&text, name);
    else
        strbuf_add_string(&text, "image");
    if (span_find_byte(last, ':') == last.len)
        strbuf_add_string(&text, ":latest");
    return json_new_string(strbuf_span(&text));
}

/* metadata.arguments, in the words of package-extract's own command line. */
static json_t *arguments(const struct options *options, const struct image *image)
{
    json_t *all = json_new_object();
    json_t *program = json_new_object();
    json_t *metadata = json_new_object();
    json_t *command = json_new_object();

    STRBUF_AUTO(origin, LIMIT_REFERENCE);
    redact_append(&origin, span_string(options->origin));
    json_put_string(metadata, "environment_type",
                    span_string(options->environment_type ? options->environment_type : "runtime"));
    json_put_take(metadata, "origin",
                  options->origin ? json_new_string(strbuf_span(&origin)) : json_null());
    json_put_bool(metadata, "is_external", true);
    json_put_bool(program, "verbose", options->common.verbose);
    json_put_take(program, "metadata", metadata);
    json_put_take(command, "image", image_name(options, image));
    json_put_take(all, "thoth-package-extract", program);
    json_put_take(all, "extract-image", command);
    return all;
}

/* All that result and graph sync's arguments follow from: another of these is another document. */
static char *identity_of(const struct options *options, const struct image *image)
{
    return xasprintf("%s\n%s\n%s\n%s\n%s", image->reference, image->resolved,
                     options->image_name ? options->image_name : "",
                     options->environment_type ? options->environment_type : "runtime",
                     options->origin ? options->origin : "");
}

static bool write_document(const struct options *options, const struct input *input,
                           struct findings *findings, time_t started, struct output *out,
                           struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(options, &input->image);
    CLEANUP(cleanup_free) char *identity = identity_of(options, &input->image);
    struct document_id id;
    struct document doc = {.analyzer = "extract-packages",
                           .kind = "image-analysis",
                           .version = "1.0",
                           .id = id.text,
                           .arguments = args,
                           .started = started};

    if (!document_make_id(&id, options->common.document_id, "package-extract",
                          image_created(&input->image), span_string(identity), err))
        return false;
    JSON_OUT_AUTO(w);
    json_out_init(&w, output_sink, out, options->common.pretty);
    document_begin(&w, &doc);
    report_write(&w, &input->image, findings);
    return document_end(&w, err);
}

static bool table_is_wanted(const struct options *options)
{
    if (options->format)
        return strcmp(options->format, "table") == 0;
    return !options->common.output && isatty(STDOUT_FILENO);
}

bool write_analysis(const struct options *options, const struct input *input,
                    struct findings *findings, time_t started, struct error *err)
{
    struct output out;
    bool done;

    if (!output_open(&out, options->common.output, err))
        return false;
    done = table_is_wanted(options) ? report_write_table(&out, findings, err)
                                    : write_document(options, input, findings, started, &out, err);
    done = done && output_commit(&out, err);
    output_abort(&out);
    return done;
}
