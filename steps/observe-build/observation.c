/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "observation.h"

#include <stdio.h>
#include <string.h>

#include "base_drift.h"
#include "changes.h"
#include "image_facts.h"
#include "json_in.h"
#include "log_packages.h"
#include "member.h"
#include "package_diff.h"

/* ---- packages ---- */

/* All that is compared: what an absent input would tell is empty. */
struct compared {
    struct package_list base;
    struct package_list output;
    struct log_packages logged;
    struct layers layers;
    struct package_diff diff;
};

static void compared_release(struct compared *c)
{
    package_list_release(&c->base);
    package_list_release(&c->output);
    log_packages_release(&c->logged);
    layers_release(&c->layers);
    package_diff_release(&c->diff);
}

static bool read_all(struct compared *c, const struct inputs *in, struct error *err)
{
    const json_t *base = in->documents[INPUT_BASE];
    const json_t *output = in->documents[INPUT_OUTPUT];
    const json_t *log = in->documents[INPUT_LOG];

    if (base && !package_list_read(&c->base, base, err))
        return error_prefix(err, "base analysis");
    if (output && (!package_list_read(&c->output, output, err) ||
                   !layers_read(&c->layers, base, output, err)))
        return error_prefix(err, "output analysis");
    if (log && !log_packages_read(&c->logged, log, err))
        return error_prefix(err, "log analysis");
    if (base && output)
        package_diff_make(&c->diff, &c->base, &c->output, &c->layers);
    return true;
}

static bool put_packages(json_t *result, const struct inputs *in, struct error *err)
{
    __attribute__((cleanup(compared_release))) struct compared c = {0};
    bool base = in->documents[INPUT_BASE];
    bool output = in->documents[INPUT_OUTPUT];
    bool log = in->documents[INPUT_LOG];
    const struct reasons reasons = {reasons_last_stage(in->documents[INPUT_LOG]), &c.output,
                                    &c.layers};

    if (!read_all(&c, in, err))
        return false;
    json_put_take(result, "base_is_prefix",
                  base && output ? json_boolean(c.layers.on_base) : json_null());
    json_put_take(result, "base_drift",
                  base && output
                      ? base_drift(in->documents[INPUT_BASE], in->documents[INPUT_OUTPUT],
                                   in->documents[INPUT_LOG], &c.layers)
                      : json_null());
    changes_put(result, base && output ? &c.diff : NULL, &c.base, &c.output, &c.layers);
    json_put_take(result, "layers", output ? layers_table(&c.layers, &c.diff) : json_null());
    json_put_take(result, "files_added", output ? layers_files_added(&c.layers) : json_null());
    json_put_take(result, "installed_by_log_not_in_image",
                  output && log ? log_packages_not_in_image(&c.logged, &c.output, &reasons)
                                : json_null());
    json_put_take(result, "in_image_not_in_log",
                  base && output && log ? log_packages_not_in_log(&c.logged, &c.diff, &reasons)
                                        : json_null());
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

static void add_warning(json_t *warnings, enum input which, const char *code, const char *message)
{
    json_t *entry = json_new_object();

    json_put_string(entry, "input", span_string(input_name(which)));
    json_put_string(entry, "code", span_string(code));
    json_put_null(entry, "path");
    json_put_string(entry, "message", span_string(message));
    json_append_take(warnings, entry);
}

/* A name that was mistyped must not look like a build without that input. */
static void warn_of_absent(json_t *warnings, const struct inputs *in)
{
    for (int i = 0; i < INPUT_COUNT; i++) {
        char message[LIMIT_QUOTED_NAME + 32];

        /* An empty name is no mistake. */
        if (!in->not_there[i] || !*in->paths[i])
            continue;
        snprintf(message, sizeof message, "the file '%s' is not there", QUOTE(in->paths[i]));
        add_warning(warnings, (enum input)i, "not-there", message);
    }
}

/* Documents of two builds that were mixed up; or the request tells the index that this is one image of. */
static void warn_of_other_image(json_t *warnings, const struct inputs *in)
{
    struct span analysed =
        json_in_span_or_empty(in->documents[INPUT_OUTPUT], "result.image.manifest.digest");
    struct span built = json_in_span_or_empty(in->documents[INPUT_REQUEST], "result.output.digest");

    if (!analysed.len || !built.len || span_equal(analysed, built))
        return;
    add_warning(warnings, INPUT_OUTPUT, "other-image",
                "the build request names another digest: this is another image, or one of several");
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
                member_copy(entry, keys[m], warning, keys[m], JSON_STRING);
            json_append_take(warnings, entry);
        }
    }
    warn_of_absent(warnings, in);
    warn_of_other_image(warnings, in);
    return warnings;
}

/* As it is, if it has what makes it one. */
static void put_failure(json_t *result, const json_t *log)
{
    const json_t *failure = json_in_find(log, "result.failure");
    bool good = json_is_string(json_object_get(failure, "id")) &&
                json_is_string(json_object_get(failure, "title")) &&
                json_is_integer(json_object_get(failure, "line"));

    member_copy(result, "failure", good ? log : NULL, "result.failure", JSON_OBJECT);
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
    if (!put_packages(result, in, err))
        return NULL;
    put_failure(result, log);
    member_copy(result, "steps", log, "result.steps", JSON_ARRAY);
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
