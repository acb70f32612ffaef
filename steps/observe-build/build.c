/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include <string.h>

#include "document.h"
#include "json_in.h"
#include "redact.h"

/* ---- what is given ---- */

struct word {
    const char *key; /* of the observation's "build", and of the request's result */
    const char *value;
};

#define WORD_COUNT 8

static void list_words(struct word words[WORD_COUNT], const struct build_given *given)
{
    const struct word all[WORD_COUNT] = {
        {"uid", given->uid},
        {"cluster", given->cluster},
        {"namespace", given->namespace},
        {"name", given->name},
        {"started", given->started},
        {"finished", given->finished},
        {"origin", given->origin},
        {"environment_type", given->environment_type},
    };

    memcpy(words, all, sizeof all);
}

static bool is_given(const char *word)
{
    return word && *word;
}

static bool check_time(const char *option, const char *text, struct error *err)
{
    if (!is_given(text) || document_parse_time(span_string(text)))
        return true;
    return error_set(err, ERROR_USAGE, "%s '%s' is no time like 2024-06-01T12:00:00Z", option,
                     QUOTE(text));
}

bool build_given_check(const struct build_given *given, struct error *err)
{
    return check_time("--started", given->started, err) &&
           check_time("--finished", given->finished, err);
}

static json_t *masked(struct span text)
{
    STRBUF_AUTO(clean, LIMIT_DOCUMENT);

    redact_append(&clean, text);
    return json_new_string(strbuf_span(&clean));
}

json_t *build_given_arguments(const struct build_given *given)
{
    struct word words[WORD_COUNT];
    json_t *arguments = json_new_object();

    list_words(words, given);
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (is_given(words[i].value))
            json_put_take(arguments, words[i].key, masked(span_string(words[i].value)));
    if (is_given(given->outcome))
        json_put_string(arguments, "outcome", span_string(given->outcome));
    return arguments;
}

void build_given_append(struct strbuf *identity, const struct build_given *given)
{
    struct word words[WORD_COUNT];

    list_words(words, given);
    for (size_t i = 0; i < WORD_COUNT; i++)
        strbuf_addf(identity, "%s\n", words[i].value ? words[i].value : "");
    strbuf_addf(identity, "%s\n", given->outcome ? given->outcome : "");
}

/* ---- identity ---- */

/* What the analyses' caller was told; the output's before the base's. */
static struct span of_analyses(const struct inputs *in, const char *key)
{
    static const enum input order[] = {INPUT_OUTPUT, INPUT_BASE};
    struct span text = span_of(NULL, 0);

    for (size_t i = 0; i < 2 && !text.len; i++) {
        const json_t *metadata = json_in_find(in->documents[order[i]],
                                              "metadata.arguments.thoth-package-extract.metadata");

        text = json_in_span_or_empty(metadata, key);
    }
    return text;
}

static struct span word_of(const struct inputs *in, const struct word *word)
{
    const json_t *request = json_object_get(in->documents[INPUT_REQUEST], "result");
    struct span text = json_in_span_or_empty(request, word->key);

    if (is_given(word->value))
        return span_string(word->value);
    if (!text.len &&
        (strcmp(word->key, "origin") == 0 || strcmp(word->key, "environment_type") == 0))
        return of_analyses(in, word->key);
    return text;
}

static void put_seconds(json_t *build)
{
    time_t started = document_parse_time(json_in_span_or_empty(build, "started"));
    time_t finished = document_parse_time(json_in_span_or_empty(build, "finished"));

    if (started && finished && finished >= started)
        json_put_int(build, "seconds", finished - started);
    else
        json_put_null(build, "seconds");
}

json_t *build_identity(const struct inputs *in, const struct build_given *given)
{
    json_t *source = json_in_find(in->documents[INPUT_REQUEST], "result.source");
    json_t *build = json_new_object();
    struct word words[WORD_COUNT];

    list_words(words, given);
    for (size_t i = 0; i < WORD_COUNT; i++) {
        struct span text = word_of(in, &words[i]);

        json_put_take(build, words[i].key, text.len ? masked(text) : json_null());
    }
    json_put_take(build, "source", json_is_string(source) ? json_incref(source) : json_null());
    put_seconds(build);
    return build;
}

time_t build_finished(const struct inputs *in, const struct build_given *given)
{
    if (is_given(given->finished))
        return document_parse_time(span_string(given->finished));
    return document_parse_time(
        json_in_span_or_empty(in->documents[INPUT_REQUEST], "result.finished"));
}

/* ---- outcome ---- */

/* NULL when document is absent or does not say at path. */
static const char *outcome_in(const json_t *document, const char *path)
{
    const char *outcome = json_in_string_or(document, path, NULL);

    if (outcome && strcmp(outcome, "succeeded") != 0 && strcmp(outcome, "failed") != 0)
        return "unknown";
    return outcome;
}

/* What the log alone says, also where parse-buildlog was told how the build ended. */
static const char *log_outcome(const json_t *document)
{
    const char *alone = outcome_in(document, "result.outcomes.log");

    return alone ? alone : outcome_in(document, "result.outcome");
}

static bool is_known(const char *outcome)
{
    return is_given(outcome) && strcmp(outcome, "unknown") != 0;
}

/* The option's word before the request's, and that before what parse-buildlog was told; NULL: nobody said it. */
static const char *requested_outcome(const struct inputs *in, const struct build_given *given)
{
    const char *request = outcome_in(in->documents[INPUT_REQUEST], "result.outcome");
    const char *told = outcome_in(in->documents[INPUT_LOG], "result.outcomes.request");

    if (is_known(given->outcome))
        return given->outcome;
    if (is_known(request) || !told)
        return request ? request : given->outcome;
    return told;
}

void build_put_outcome(json_t *result, const struct inputs *in, const struct build_given *given)
{
    const char *log = log_outcome(in->documents[INPUT_LOG]);
    const char *request = requested_outcome(in, given);
    const char *outcome = is_known(request) ? request : log;
    json_t *outcomes = json_new_object();

    json_put_string(result, "outcome", span_string(outcome ? outcome : "unknown"));
    json_put_take(outcomes, "request", request ? json_string(request) : json_null());
    json_put_take(outcomes, "log", log ? json_string(log) : json_null());
    json_put_take(result, "outcomes", outcomes);
}
