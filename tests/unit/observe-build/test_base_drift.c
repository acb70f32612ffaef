/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "base_drift.h"
#include "json_in.h"

/* What an image is, as members of JSON; NULL: nothing. */
struct image {
    const char *name;
    const char *digest;
    const char *layers;
    const char *labels;
    const char *history;
};

static json_t *analysis(const struct image *image)
{
    char text[4000];
    struct error err = {0};

    snprintf(text, sizeof text,
             "{\"result\":{\"packages\":[],\"history\":[%s],\"skopeo-inspect\":{\"Labels\":{%s}},"
             "\"image\":{\"reference\":\"%s\",\"manifest\":{\"digest\":\"%s\"},\"layers\":[%s]}}}",
             image->history ? image->history : "", image->labels ? image->labels : "", image->name,
             image->digest, image->layers);
    return json_in_parse(span_string(text), "test", &err);
}

#define A "{\"digest\":\"a\"}"
#define B "{\"digest\":\"b\"}"
#define C "{\"digest\":\"c\"}"
#define LABEL(key, value) "\"org.opencontainers.image.base." key "\":\"" value "\""

static json_t *drift_of(const struct image *base, const struct image *output, const char *log_text)
{
    CLEANUP(cleanup_json) json_t *base_document = analysis(base);
    CLEANUP(cleanup_json) json_t *output_document = analysis(output);
    CLEANUP(cleanup_json) json_t *log = NULL;
    struct error err = {0};
    struct layers layers;
    json_t *drift;

    if (log_text)
        log = json_in_parse(span_string(log_text), "test", &err);
    assert_true(layers_read(&layers, base_document, output_document, &err));
    drift = base_drift(base_document, output_document, log, &layers);
    layers_release(&layers);
    return drift;
}

static void check(const struct image *base, const struct image *output, const char *log,
                  const char *state, const char *evidence)
{
    CLEANUP(cleanup_json) json_t *drift = drift_of(base, output, log);
    json_t *first = json_array_get(json_object_get(drift, "evidence"), 0);
    double confidence = json_number_value(json_object_get(drift, "confidence"));

    assert_string_equal(json_in_string_or(drift, "state", ""), state);
    assert_string_equal(first ? json_string_value(first) : "", evidence);
    assert_true(confidence >= 0 && confidence <= 1 && (confidence > 0) == (first != NULL));
}

static const struct image base = {"registry.example/os:1", "sha256:1", A, NULL, NULL};

static void layers_decide_before_all(void **state)
{
    check(&base,
          &(struct image){"app", "sha256:9", A "," B, LABEL("name", "registry.example/other:1"),
                          NULL},
          NULL, "same", "layers");
}

static void labels_tell_the_base(void **state)
{
#define OUTPUT(labels) &(struct image){"app", "sha256:9", B "," C, labels, NULL}
    check(&base, OUTPUT(LABEL("name", "registry.example/os:1") "," LABEL("digest", "sha256:0")),
          NULL, "drifted", "label-name");
    check(&base, OUTPUT(LABEL("name", "registry.example/os:2")), NULL, "other", "label-name");
    check(&base, OUTPUT(LABEL("digest", "sha256:1")), NULL, "same", "label-digest");
    check(&base, OUTPUT(""), NULL, "unknown", "");
}

static void inherited_labels_tell_of_another_base(void **state)
{
    const struct image labelled = {"registry.example/os:1", "sha256:1", A,
                                   LABEL("name", "registry.example/below:1"), NULL};

    check(&labelled,
          OUTPUT(LABEL("name", "registry.example/below:1") "," LABEL("digest", "sha256:0")), NULL,
          "unknown", "");
}

static void names_are_compared_as_they_are_meant(void **state)
{
    const struct image hub = {"docker://docker.io/library/debian:latest", "sha256:1", A, NULL,
                              NULL};

    check(&hub, OUTPUT(LABEL("name", "debian")), NULL, "drifted", "label-name");
    check(&hub, OUTPUT(""), "{\"result\":{\"images\":{\"base\":[\"debian@sha256:5\"]}}}", "drifted",
          "log-from");
    check(&hub, OUTPUT(LABEL("name", "debian:12")), NULL, "other", "label-name");
}

#define STEP(time, command, comment) \
    "{\"created\":\"" time "\",\"created_by\":\"" command "\",\"comment\":\"" comment "\"}"

static void history_tells_how_much_older_it_is(void **state)
{
    const struct image now = {"registry.example/os:1", "sha256:1", A, NULL,
                              STEP("2024-06-03T00:00:00Z", "ADD", "")};
    const struct image app = {"app", "sha256:9", B "," C, NULL,
                              STEP("2024-06-01T00:00:00Z", "ADD",
                                   "") "," STEP("2024-06-03T00:00:00Z", "RUN",
                                                "FROM registry.example/os:1")};
    CLEANUP(cleanup_json) json_t *drift = drift_of(&now, &app, NULL);
    CLEANUP(cleanup_json) json_t *result = json_new_object();
    STRBUF_AUTO(text, 1000);

    assert_string_equal(json_in_string_or(drift, "state", ""), "drifted");
    assert_int_equal(json_array_size(json_object_get(drift, "evidence")), 2);
    assert_int_equal(json_in_int_or(drift, "behind_seconds", 0), 2 * 24 * 3600);
    json_put_take(result, "base_drift", json_incref(drift));
    base_drift_append(&text, result);
    assert_string_equal(text.data, "built on another image of the base's name, 2 days older");
}

static void some_layers_alone_are_weak(void **state)
{
    const struct image two = {"registry.example/os:1", "sha256:1", A "," B, NULL, NULL};
    CLEANUP(cleanup_json)
    json_t *drift = drift_of(&two, &(struct image){"app", "sha256:9", A "," C, NULL, NULL}, NULL);

    assert_string_equal(json_in_string_or(drift, "state", ""), "drifted");
    assert_true(json_number_value(json_object_get(drift, "confidence")) < 0.5);
    assert_int_equal(json_in_int_or(drift, "shared_layers", 0), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_decide_before_all),
        cmocka_unit_test(labels_tell_the_base),
        cmocka_unit_test(inherited_labels_tell_of_another_base),
        cmocka_unit_test(names_are_compared_as_they_are_meant),
        cmocka_unit_test(history_tells_how_much_older_it_is),
        cmocka_unit_test(some_layers_alone_are_weak),
    };

    return cmocka_run_group_tests_name("base_drift", tests, NULL, NULL);
}
