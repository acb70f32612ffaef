/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "observation.h"

#include <string.h>

#include "image_facts.h"
#include "json_in.h"
#include "log_packages.h"
#include "package_diff.h"
#include "xalloc.h"

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

json_t *observation_make(const struct inputs *in, const struct build_given *given,
                         struct error *err)
{
    const json_t *base = in->documents[INPUT_BASE];
    const json_t *output = in->documents[INPUT_OUTPUT];
    const json_t *log = in->documents[INPUT_LOG];
    const json_t *request = in->documents[INPUT_REQUEST];
    CLEANUP(cleanup_json) json_t *result = json_new_object();

    json_put_take(result, "build", build_identity(in, given));
    build_put_outcome(result, in, given);
    json_put_take(result, "base", image_facts(base, json_in_find(request, "result.base")));
    json_put_take(result, "output", image_facts(output, json_in_find(request, "result.output")));
    json_put_take(result, "base_is_prefix", image_is_prefix(base, output));
    if (!put_packages(result, in, err))
        return NULL;
    copy_member(result, "failure", json_object_get(log, "result"), "failure");
    json_put_take(result, "documents", input_documents(in));
    json_put_take(result, "warnings", input_warnings(in));
    return STEAL(result);
}

/* ---- id ---- */

/* When the build ended, else when its image was made: a time that a retry finds again. */
static time_t time_of(const struct inputs *in, const struct build_given *given)
{
    static const enum input images[] = {INPUT_OUTPUT, INPUT_BASE};
    time_t when = build_finished(in, given);

    for (size_t i = 0; i < 2 && !when; i++)
        when = document_parse_time(
            json_in_span_or_empty(in->documents[images[i]], "result.skopeo-inspect.Created"));
    return when;
}

bool observation_make_id(struct document_id *ret_id, const struct inputs *in,
                         const struct build_given *given, const char *wanted, struct error *err)
{
    STRBUF_AUTO(identity, LIMIT_DOCUMENT);

    /* Another version of this program may observe more of the same. */
    strbuf_addf(&identity, "%s\n", BUILD_ANALYSIS_VERSION);
    build_given_append(&identity, given);
    for (int i = 0; i < INPUT_COUNT; i++)
        strbuf_addf(&identity, "%s %s\n", input_name((enum input)i),
                    in->documents[i] ? document_id_of(in->documents[i]) : "-");
    return document_make_id(ret_id, wanted, "observation", time_of(in, given),
                            strbuf_span(&identity), err);
}
