/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base_drift.h"

#include <inttypes.h>

#include "document.h"
#include "json_in.h"

/* image-spec, "Pre-Defined Annotation Keys"; the names have dots, so they are no paths. */
#define BASE_NAME "org.opencontainers.image.base.name"
#define BASE_DIGEST "org.opencontainers.image.base.digest"

struct facts {
    const json_t *base;
    const json_t *output;
    const json_t *log;
    const struct layers *layers;
    struct span name;          /* of the base that was analysed */
    struct span recorded_name; /* as the output's labels name it */
    struct span recorded_digest;
};

static struct span label(const json_t *analysis, const char *key)
{
    json_t *value = json_object_get(json_in_find(analysis, "result.skopeo-inspect.Labels"), key);

    return json_is_string(value) ? json_in_span(value) : span_of(NULL, 0);
}

/* An output inherits the labels of its base, and with them what that says of its own base. */
static struct span recorded(const struct facts *f, const char *key)
{
    struct span name = label(f->output, BASE_NAME);

    if (name.len && span_equal(name, label(f->base, BASE_NAME)))
        return span_of(NULL, 0);
    return label(f->output, key);
}

/* "docker://registry.example/team/base:1@sha256:..." without transport and digest. */
static struct span plain_name(struct span reference)
{
    span_eat(&reference, "docker://");
    return span_head(reference, span_find_byte(reference, '@'));
}

/* A name as people write it may lack Docker's own host, and the tag that is meant without one. */
static bool same_name(struct span a, struct span b)
{
    struct span *both[] = {&a, &b};

    for (size_t i = 0; i < 2; i++) {
        *both[i] = plain_name(*both[i]);
        span_eat(both[i], "docker.io/");
        span_eat(both[i], "library/");
        if (span_ends_with(*both[i], ":latest"))
            both[i]->len -= sizeof ":latest" - 1;
    }
    return a.len && span_equal(a, b);
}

/* ---- history ---- */

static const json_t *history(const json_t *analysis)
{
    return json_in_find(analysis, "result.history");
}

/* The output's history begins with all the commands of the base's: the same recipe, perhaps another run of it. */
static bool history_begins_alike(const struct facts *f)
{
    const json_t *entry;
    size_t i;

    json_array_foreach (history(f->base), i, entry)
        if (!span_equal(json_in_span_or_empty(entry, "created_by"),
                        json_in_span_or_empty(json_array_get(history(f->output), i), "created_by")))
            return false;
    return json_array_size(history(f->base)) > 0;
}

/* buildah writes "FROM name" as the comment of what it did first on a base. */
static bool history_names_base(const struct facts *f)
{
    const json_t *entry;
    size_t i;

    json_array_foreach (history(f->output), i, entry) {
        struct span comment = json_in_span_or_empty(entry, "comment");

        if (span_eat(&comment, "FROM ") && same_name(comment, f->name))
            return true;
    }
    return false;
}

static bool log_names_base(const struct facts *f)
{
    json_t *name;
    size_t i;

    json_array_foreach (json_in_find(f->log, "result.images.base"), i, name)
        if (json_is_string(name) && same_name(json_in_span(name), f->name))
            return true;
    return false;
}

/* When the last step of the base was made, in the base and in what the output was built on. */
static json_t *behind_seconds(const struct facts *f)
{
    size_t last = json_array_size(history(f->base)) - 1;
    time_t now;
    time_t then;

    if (!history_begins_alike(f))
        return json_null();
    now = document_parse_time(
        json_in_span_or_empty(json_array_get(history(f->base), last), "created"));
    then = document_parse_time(
        json_in_span_or_empty(json_array_get(history(f->output), last), "created"));
    return now && then ? json_integer(now - then) : json_null();
}

/* ---- the verdict ---- */

struct verdict {
    const char *state;
    double confidence;
    json_t *evidence;
};

/* The first evidence decides; what agrees with it makes it a little surer. */
static void add(struct verdict *v, const char *state, double confidence, const char *code)
{
    if (!v->state) {
        v->state = state;
        v->confidence = confidence;
    } else if (span_equal_string(span_string(state), v->state)) {
        v->confidence += (1 - v->confidence) / 2;
    } else {
        return;
    }
    json_append_take(v->evidence, json_string(code));
}

static void weigh(struct verdict *v, const struct facts *f)
{
    struct span digest = json_in_span_or_empty(f->base, "result.image.manifest.digest");

    if (f->layers->on_base)
        add(v, "same", 1.0, "layers");
    if (f->recorded_digest.len && span_equal(f->recorded_digest, digest))
        add(v, "same", 0.8,
            "label-digest"); /* its layers were squashed, or packed in another way */
    if (f->recorded_name.len && !same_name(f->recorded_name, f->name))
        add(v, "other", 0.9, "label-name");
    if (same_name(f->recorded_name, f->name))
        add(v, "drifted", 0.9, "label-name");
    if (history_names_base(f))
        add(v, "drifted", 0.8, "history-from");
    if (log_names_base(f))
        add(v, "drifted", 0.8, "log-from");
    if (history_begins_alike(f))
        add(v, "drifted", 0.7, "history-commands");
    if (!f->layers->on_base && f->layers->shared)
        add(v, "drifted", 0.4, "first-layers");
}

json_t *base_drift(const json_t *base, const json_t *output, const json_t *log,
                   const struct layers *layers)
{
    struct facts f = {.base = base,
                      .output = output,
                      .log = log,
                      .layers = layers,
                      .name = json_in_span_or_empty(base, "result.image.reference")};
    struct verdict v = {.evidence = json_new_array()};
    json_t *drift = json_new_object();
    json_t *named = json_new_object();

    f.recorded_name = recorded(&f, BASE_NAME);
    f.recorded_digest = recorded(&f, BASE_DIGEST);
    weigh(&v, &f);
    json_put_string(drift, "state", span_string(v.state ? v.state : "unknown"));
    json_put_take(drift, "confidence", json_real(v.confidence));
    json_put_take(drift, "evidence", v.evidence);
    json_put_take(named, "name",
                  f.recorded_name.len ? json_new_string(f.recorded_name) : json_null());
    json_put_take(named, "digest",
                  f.recorded_digest.len ? json_new_string(f.recorded_digest) : json_null());
    json_put_take(drift, "recorded", named);
    json_put_int(drift, "shared_layers", (int64_t)layers->shared);
    json_put_take(drift, "behind_seconds", behind_seconds(&f));
    return drift;
}

void base_drift_append(struct strbuf *out, const json_t *result)
{
    const json_t *drift = json_object_get(result, "base_drift");
    int64_t days = json_in_int_or(drift, "behind_seconds", 0) / ((int64_t)24 * 60 * 60);
    struct span state = json_in_span_or_empty(drift, "state");

    if (span_equal_string(state, "drifted"))
        strbuf_add_string(out, "built on another image of the base's name");
    else if (span_equal_string(state, "other"))
        strbuf_add_string(out, "built on an image of another name than this base");
    else if (json_is_false(json_object_get(result, "base_is_prefix")))
        strbuf_add_string(out, "not built on this base: its first layers are others");
    if (span_equal_string(state, "drifted") && days)
        strbuf_addf(out, ", %" PRId64 " day%s %s", days > 0 ? days : -days,
                    days == 1 || days == -1 ? "" : "s", days > 0 ? "older" : "newer");
}
