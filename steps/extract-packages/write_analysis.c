/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "write_analysis.h"

#include "document.h"
#include "json_in.h"
#include "output.h"
#include "redact.h"
#include "report.h"
#include "xalloc.h"

static bool eat_local_transport(struct span *name)
{
    return span_eat(name, "oci:") || span_eat(name, "oci-archive:") ||
           span_eat(name, "docker-archive:") || span_eat(name, "dir:") || span_eat(name, "rootfs:");
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
static char *image_name(const struct options *options, const struct image *image)
{
    struct span name = span_string(options->image_name ? options->image_name : image->reference);
    struct span last;

    STRBUF_AUTO(masked, LIMIT_REFERENCE);
    STRBUF_AUTO(text, LIMIT_REFERENCE);
    if (!options->image_name && eat_local_transport(&name))
        name = after_last_slash(name);
    span_eat(&name, "docker://");
    /* A reference has no login, but a name that a caller gives may be anything. */
    redact_append_urls(&masked, name);
    name = strbuf_span(&masked);
    name = span_head(name, span_find_byte(name, '@'));
    last = after_last_slash(name);
    if (name.len)
        strbuf_add_span(&text, name);
    else
        strbuf_add_string(&text, "image");
    if (span_find_byte(last, ':') == last.len)
        strbuf_add_string(&text, ":latest");
    return strbuf_detach(&text);
}

static json_t *list_of(const struct cli_strings *words)
{
    json_t *list = json_new_array();

    for (size_t i = 0; i < words->count; i++)
        json_append_take(list, json_new_string(span_string(words->items[i])));
    return list;
}

/* What makes the document tell less or more than the image; nothing where there is none. */
static void put_selection(json_t *program, const struct options *options)
{
    if (options->scope && !span_equal_string(SPAN_LITERAL("squashed"), options->scope))
        json_put_string(program, "scope", span_string(options->scope));
    if (options->catalogers.count)
        json_put_take(program, "catalogers", list_of(&options->catalogers));
    if (options->exclude.count)
        json_put_take(program, "exclude", list_of(&options->exclude));
    if (options->no_digests)
        json_put_bool(program, "no_digests", true);
}

/* metadata.arguments, in the words of package-extract's own command line. */
static json_t *arguments(const struct options *options, const char *name)
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
    json_put_bool(program, "sandbox", !options->no_sandbox);
    put_selection(program, options);
    json_put_take(program, "metadata", metadata);
    json_put_string(command, "image", span_string(name));
    json_put_take(all, "thoth-package-extract", program);
    json_put_take(all, "extract-image", command);
    return all;
}

/* All that result and graph sync's arguments follow from: another of these is another document. */
static char *identity_of(const struct options *options, const struct image *image)
{
    CLEANUP(cleanup_json) json_t *selection = json_new_object();
    CLEANUP(cleanup_free) char *text = NULL;

    put_selection(selection, options);
    text = json_object_size(selection) ? json_dumps(selection, JSON_COMPACT | JSON_SORT_KEYS)
                                       : xstrdup("");
    if (!text)
        out_of_memory();
    return xasprintf("%s\n%s\n%s\n%s\n%s%s", image->reference, image->resolved,
                     options->image_name ? options->image_name : "",
                     options->environment_type ? options->environment_type : "runtime",
                     options->origin ? options->origin : "", text);
}

bool write_analysis_document(const struct analysis *analysis, const char *version,
                             struct output *out, struct error *err)
{
    CLEANUP(cleanup_json) json_t *args = arguments(analysis->options, analysis->name);
    struct document doc = {.analyzer = "extract-packages",
                           .kind = "image-analysis",
                           .version = version,
                           .id = analysis->id.text,
                           .arguments = args,
                           .started = analysis->started};

    JSON_OUT_AUTO(w);
    json_out_init(&w, output_sink, out, analysis->options->common.pretty);
    document_begin(&w, &doc);
    report_write(&w, analysis->image, analysis->findings);
    return document_end(&w, err);
}

bool write_analysis(const struct options *options, const struct format_choices *choices,
                    const struct input *input, struct findings *findings, time_t started,
                    struct error *err)
{
    CLEANUP(cleanup_free) char *identity = identity_of(options, &input->image);
    CLEANUP(cleanup_free) char *name = image_name(options, &input->image);
    struct analysis analysis = {.options = options,
                                .image = &input->image,
                                .findings = findings,
                                .name = name,
                                .started = started};

    if (!document_make_id(&analysis.id, options->common.document_id, "package-extract",
                          image_created(&input->image), span_string(identity), err))
        return false;
    report_add_warnings(&input->image, findings);
    for (size_t i = 0; i < choices->count; i++) {
        struct format_choice *choice = &choices->items[i];

        if (!choice->format->write(&analysis, choice->version, &choice->out, err))
            return false;
    }
    return true;
}

bool write_analysis_open(struct format_choices *choices, struct error *err)
{
    for (size_t i = 0; i < choices->count; i++)
        if (!output_open(&choices->items[i].out, choices->items[i].file, err))
            return false;
    return true;
}

bool write_analysis_commit(struct format_choices *choices, struct error *err)
{
    for (size_t i = 0; i < choices->count; i++)
        if (!output_commit(&choices->items[i].out, err))
            return false;
    return true;
}
