/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "observation.h"

#include <string.h>

#include "image_facts.h"
#include "json_in.h"
#include "log_packages.h"
#include "package_diff.h"
#include "xalloc.h"

/* The first of these documents that says something at its path, as a new reference; else null. */
static json_t *first_of(const json_t *const *documents, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        json_t *value = json_in_find(documents[i], paths[i]);

        if (value && !json_is_null(value) && !(json_is_string(value) && !json_string_length(value)))
            return json_incref(value);
    }
    return json_null();
}

/* ---- build ---- */

#define EXTRACT_METADATA "metadata.arguments.thoth-package-extract.metadata."

static json_t *build_identity(const struct inputs *in, const char *build_id)
{
    static const char *const of_request[] = {"uid",  "source",  "cluster", "namespace",
                                             "name", "started", "finished"};
    static const char *const origins[] = {"result.origin", EXTRACT_METADATA "origin",
                                          EXTRACT_METADATA "origin"};
    static const char *const types[] = {"result.environment_type",
                                        EXTRACT_METADATA "environment_type",
                                        EXTRACT_METADATA "environment_type"};
    const json_t *documents[] = {in->documents[INPUT_REQUEST], in->documents[INPUT_OUTPUT],
                                 in->documents[INPUT_BASE]};
    const json_t *request = json_object_get(documents[0], "result");
    json_t *build = json_new_object();

    for (size_t i = 0; i < sizeof of_request / sizeof *of_request; i++)
        json_put_take(build, of_request[i], first_of(&request, &of_request[i], 1));
    if (build_id && *build_id)
        json_put_string(build, "uid", span_string(build_id));
    json_put_take(build, "origin", first_of(documents, origins, 3));
    json_put_take(build, "environment_type", first_of(documents, types, 3));
    return build;
}

/* ---- outcome ---- */

/* NULL when document is absent or does not say. */
static const char *outcome_in(const json_t *document)
{
    const char *outcome = json_in_string_or(document, "result.outcome", NULL);

    if (outcome && strcmp(outcome, "succeeded") != 0 && strcmp(outcome, "failed") != 0)
        return "unknown";
    return outcome;
}

/* The builder's own word, by the request, before what its log looks like. */
static void put_outcome(json_t *result, const struct inputs *in)
{
    const char *request = outcome_in(in->documents[INPUT_REQUEST]);
    const char *log = outcome_in(in->documents[INPUT_LOG]);
    json_t *outcomes = json_new_object();
    const char *outcome = request && strcmp(request, "unknown") != 0 ? request : log;

    json_put_string(result, "outcome", span_string(outcome ? outcome : "unknown"));
    json_put_take(outcomes, "request", request ? json_string(request) : json_null());
    json_put_take(outcomes, "log", log ? json_string(log) : json_null());
    json_put_take(result, "outcomes", outcomes);
}

/* ---- packages ---- */

static void copy_member(json_t *to, const char *to_key, const json_t *from, const char *key)
{
    json_t *value = json_object_get(from, key);

    json_put_take(to, to_key, value ? json_incref(value) : json_null());
}

static json_t *describe(const json_t *entry)
{
    static const char *const keys[] = {"name", "version", "arch", "purl", "location", "layer"};
    json_t *package = json_new_object();

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        copy_member(package, keys[i], entry, keys[i]);
    return package;
}

static json_t *describe_change(const struct package_change *change)
{
    static const char *const keys[] = {"arch", "purl", "location", "layer"};
    json_t *package = json_new_object();

    copy_member(package, "name", change->to->entry, "name");
    json_put_string(package, "from", change->from->version);
    json_put_string(package, "to", change->to->version);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        copy_member(package, keys[i], change->to->entry, keys[i]);
    copy_member(package, "from_location", change->from->entry, "location");
    return package;
}

/* The list of type in the object lists, which gets one if it has none. */
static json_t *list_of(json_t *lists, struct span type)
{
    json_t *list = json_object_getn(lists, type.data, type.len);

    if (!list) {
        list = json_new_array();
        if (json_object_setn_new_nocheck(lists, type.data, type.len, list) != 0)
            out_of_memory();
    }
    return list;
}

/* Every ecosystem of either image gets its list: an empty one says that nothing changed there. */
static void make_lists(json_t *lists, const struct package_list *packages)
{
    for (size_t i = 0; i < packages->count; i++)
        if (!i || !span_equal(packages->items[i].type, packages->items[i - 1].type))
            list_of(lists, packages->items[i].type);
}

static void put_diff(json_t *result, const struct package_list *base,
                     const struct package_list *output, const struct package_diff *diff)
{
    static const char *const names[] = {"added", "removed", "changed"};
    json_t *lists[3];

    for (size_t i = 0; i < 3; i++) {
        lists[i] = json_new_object();
        make_lists(lists[i], base);
        make_lists(lists[i], output);
        json_put_take(result, names[i], lists[i]);
    }
    for (size_t i = 0; i < diff->count; i++) {
        const struct package_change *change = &diff->items[i];

        if (!change->from)
            json_append_take(list_of(lists[0], change->to->type), describe(change->to->entry));
        else if (!change->to)
            json_append_take(list_of(lists[1], change->from->type), describe(change->from->entry));
        else
            json_append_take(list_of(lists[2], change->to->type), describe_change(change));
    }
}

static bool put_packages(json_t *result, const struct inputs *in, struct error *err)
{
    const json_t *base_document = in->documents[INPUT_BASE];
    const json_t *output_document = in->documents[INPUT_OUTPUT];
    const json_t *log_document = in->documents[INPUT_LOG];
    static const char *const keys[] = {"added", "removed", "changed",
                                       "installed_by_log_not_in_image", "in_image_not_in_log"};
    PACKAGE_LIST_AUTO(base);
    PACKAGE_LIST_AUTO(output);
    PACKAGE_DIFF_AUTO(diff);
    LOG_PACKAGES_AUTO(logged);

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_put_null(result, keys[i]);
    if (base_document && !package_list_read(&base, base_document, err))
        return error_prefix(err, "base analysis");
    if (output_document && !package_list_read(&output, output_document, err))
        return error_prefix(err, "output analysis");
    if (log_document && !log_packages_read(&logged, log_document, err))
        return error_prefix(err, "log analysis");
    if (base_document && output_document) {
        package_diff_make(&diff, &base, &output);
        put_diff(result, &base, &output, &diff);
    }
    if (output_document && log_document)
        json_put_take(result, keys[3], log_packages_not_in_image(&logged, &output));
    if (base_document && output_document && log_document)
        json_put_take(result, keys[4], log_packages_not_in_log(&logged, &diff));
    return true;
}

/* ---- the rest ---- */

static json_t *input_documents(const struct inputs *in)
{
    json_t *documents = json_new_array();

    for (int i = 0; i < INPUT_COUNT; i++) {
        json_t *entry;

        if (!in->documents[i])
            continue;
        entry = json_new_object();
        json_put_string(entry, "role", span_string(input_name((enum input)i)));
        json_put_string(entry, "id", span_string(document_id_of(in->documents[i])));
        json_put_string(entry, "kind", span_string(document_kind(in->documents[i])));
        json_append_take(documents, entry);
    }
    return documents;
}

/* What an analysis could not read makes a diff incomplete, so it is said here too. */
static json_t *input_warnings(const struct inputs *in)
{
    static const char *const keys[] = {"code", "path", "message"};
    json_t *warnings = json_new_array();

    for (int i = INPUT_BASE; i <= INPUT_OUTPUT; i++) {
        const json_t *warning;
        size_t k;

        json_array_foreach (json_in_find(in->documents[i], "result.warnings"), k, warning) {
            json_t *entry;

            if (strcmp(json_in_string_or(warning, "code", ""), "not-read") != 0)
                continue;
            entry = json_new_object();
            json_put_string(entry, "input", span_string(input_name((enum input)i)));
            for (size_t m = 0; m < sizeof keys / sizeof *keys; m++)
                copy_member(entry, keys[m], warning, keys[m]);
            json_append_take(warnings, entry);
        }
    }
    return warnings;
}

json_t *observation_make(const struct inputs *in, const char *build_id, struct error *err)
{
    const json_t *base = in->documents[INPUT_BASE];
    const json_t *output = in->documents[INPUT_OUTPUT];
    const json_t *log = in->documents[INPUT_LOG];
    const json_t *request = in->documents[INPUT_REQUEST];
    CLEANUP(cleanup_json) json_t *result = json_new_object();

    json_put_take(result, "build", build_identity(in, build_id));
    put_outcome(result, in);
    json_put_take(result, "base", image_facts(base, json_in_find(request, "result.base")));
    json_put_take(result, "output", image_facts(output, json_in_find(request, "result.output")));
    json_put_take(result, "base_is_prefix", image_is_prefix(base, output));
    if (!put_packages(result, in, err))
        return NULL;
    json_put_take(result, "failure", first_of(&log, (const char *const[]){"result.failure"}, 1));
    json_put_take(result, "documents", input_documents(in));
    json_put_take(result, "warnings", input_warnings(in));
    return STEAL(result);
}

/* ---- id ---- */

/* When the build ended, else when its image was made: a time that a retry finds again. */
static time_t time_of(const struct inputs *in)
{
    const struct {
        enum input input;
        const char *path;
    } times[] = {
        {INPUT_REQUEST, "result.finished"},
        {INPUT_OUTPUT, "result.skopeo-inspect.Created"},
        {INPUT_BASE, "result.skopeo-inspect.Created"},
    };

    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        time_t when = document_parse_time(
            json_in_span_or_empty(in->documents[times[i].input], times[i].path));

        if (when)
            return when;
    }
    return 0;
}

bool observation_make_id(struct document_id *ret_id, const struct inputs *in, const char *build_id,
                         const char *given, struct error *err)
{
    STRBUF_AUTO(identity, LIMIT_DOCUMENT);

    /* Another version of this program may observe more of the same. */
    strbuf_addf(&identity, "%s\n%s\n", BUILD_ANALYSIS_VERSION, build_id ? build_id : "");
    for (int i = 0; i < INPUT_COUNT; i++)
        strbuf_addf(&identity, "%s %s\n", input_name((enum input)i),
                    in->documents[i] ? document_id_of(in->documents[i]) : "-");
    return document_make_id(ret_id, given, "observation", time_of(in), strbuf_span(&identity), err);
}
