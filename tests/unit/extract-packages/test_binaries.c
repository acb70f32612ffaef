/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/classifier.h"
#include "json_in.h"
#include "stream.h"
#include "xalloc.h"

#define BYTES(text) (text), sizeof(text)

static const struct classifier *classifier_named(const char *name)
{
    for (size_t i = 0; i < classifiers_count; i++)
        if (strcmp(classifiers[i].name, name) == 0)
            return &classifiers[i];
    fail_msg("no classifier '%s' was built in", name);
    return NULL;
}

/* ---- the examples of the data ---- */

static json_t *read_classifiers(const char *path)
{
    struct error err = {0};
    json_t *root = NULL;

    STRBUF_AUTO(text, 1 * MIB);
    CLEANUP(cleanup_stream) struct stream *file = stream_open_file(path, &err);
    if (file && stream_read_all(file, &text, path, &err))
        root = json_in_parse(strbuf_span(&text), path, &err);
    if (!root)
        fail_msg("%s", err.message);
    return root;
}

static void try_match(const struct classifier *classifier, const json_t *example)
{
    struct span text = json_in_span_or_empty(example, "text");
    struct span expected = json_in_span_or_empty(example, "version");
    struct span version = span_of(NULL, 0);

    if (!classifier_match(classifier, text, &version) || !span_equal(version, expected))
        fail_msg("%s: '%.*s' instead of '%.*s'", classifier->name, SPAN_ARG(version),
                 SPAN_ARG(expected));
    /* Cut anywhere, it is another version or none, but no byte behind the end is looked at. */
    for (size_t i = 0; i < text.len; i++) {
        char *cut = xmemdup0(text.data, i);

        (void)classifier_match(classifier, span_of(cut, i), &version);
        free(cut);
    }
}

static void try_examples(const json_t *entry)
{
    const struct classifier *classifier = classifier_named(json_in_string_or(entry, "name", ""));
    json_t *example;
    struct span version;
    size_t i;

    assert_true(json_array_size(json_in_find(entry, "examples.match")) > 0);
    assert_true(json_array_size(json_in_find(entry, "examples.no_match")) > 0);
    assert_true(json_array_size(json_object_get(entry, "files")) <= MOST_CLASSIFIER_FILES);
    json_array_foreach (json_in_find(entry, "examples.match"), i, example)
        try_match(classifier, example);
    json_array_foreach (json_in_find(entry, "examples.no_match"), i, example)
        if (classifier_match(classifier, json_in_span(example), &version))
            fail_msg("%s: '%.*s' in example %zu, which is none", classifier->name,
                     SPAN_ARG(version), i);
}

static void examples_hold(void **state)
{
    static const char *const names[] = {"databases", "languages", "servers", "tools"};
    size_t seen = 0;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        CLEANUP(cleanup_free)
        char *path = xasprintf("steps/extract-packages/classifiers/%s.json", names[i]);
        CLEANUP(cleanup_json) json_t *root = read_classifiers(path);
        json_t *entry;
        size_t j;

        json_array_foreach (json_object_get(root, "classifiers"), j, entry) {
            try_examples(entry);
            seen++;
        }
    }
    assert_int_equal(seen, classifiers_count);
}

/* ---- the cataloger ---- */

static void lists_what_nobody_owns(void **state)
{
    struct sample samples[] = {
        {"usr/sbin/nginx", 0, BYTES("\0nginx version: nginx/1.25.3\n\0")},
        {"usr/local/bin/mysqld", 0, BYTES("\00010.11.19-MariaDB\0")},
        {"usr/local/bin/openssl", 0, BYTES("\0OpenSSL 3.0.22 25 Aug 2026\0")},
        {"opt/lib/libcrypto.so.3", 0, BYTES("\0OpenSSL 3.0.22 25 Aug 2026\0")},
        {"usr/bin/busybox", 0, BYTES("\0BusyBox v1.35.0 (Debian)\0")},
        {"opt/java/release", 0, "JAVA_VERSION=\"21.0.2\"\n", 0},
        {"etc/release", 0, "JAVA_VERSION=\n", 0},
        {"usr/local/go/VERSION", 0, "go1.26.8\n", 0},
        {"srv/VERSION", 0, "go1.26.8\n", 0},
    };
    struct findings f;

    CATALOG(&f, &binaries_cataloger, samples);
    owners_note_take(&f.owners, SPAN_LITERAL("busybox"), span_of(NULL, 0),
                     json_new_string(SPAN_LITERAL("usr/bin/\nbusybox")));
    findings_finish(&f);
    assert_int_equal(json_array_size(f.warnings), 0);
    assert_int_equal(json_array_size(f.packages), 5);
    assert_json(json_object_get(package_named(&f, "nginx"), "purl"), "'pkg:generic/nginx@1.25.3'");
    assert_json(json_object_get(package_named(&f, "mariadb"), "version"), "'10.11.19'");
    assert_json(json_object_get(package_named(&f, "openssl"), "location"),
                "'/opt/lib/libcrypto.so.3'");
    assert_json(json_object_get(package_named(&f, "openjdk"), "version"), "'21.0.2'");
    assert_json(json_object_get(package_named(&f, "go"), "version"), "'1.26.8'");
    findings_release(&f);
}

static void tells_the_layer_that_brought_it(void **state)
{
    struct sample samples[] = {
        {"bin/nginx", 0, BYTES("nginx version: nginx/1.25.3\n\0")},
        {"bin/nginx", 1, BYTES("nginx version: nginx/1.25.4\n\0")},
        {"bin/nginx", 2, BYTES("nginx version: nginx/1.25.4\n\0signed")},
    };
    struct findings f;

    CATALOG(&f, &binaries_cataloger, samples);
    findings_finish(&f);
    assert_json(json_object_get(package_named(&f, "nginx"), "layer"), "1");
    findings_release(&f);
}

static void bounds_versions_and_work(void **state)
{
    const struct classifier *nginx = classifier_named("nginx");
    const struct classifier *redis = classifier_named("redis");
    struct span version;

    STRBUF_AUTO(text, 4 * MIB);
    strbuf_add_string(&text, "nginx version: nginx/1.2.");
    for (int i = 0; i < 100; i++)
        strbuf_add_byte(&text, '3');
    assert_false(classifier_match(nginx, strbuf_span(&text), &version));

    /* Versions that begin nothing: not each of them is looked for in the whole file. */
    strbuf_clear(&text);
    for (int i = 0; i < 200000; i++)
        strbuf_add(&text, "\0001.2.3", 6);
    strbuf_add_byte(&text, '\0');
    assert_false(classifier_match(redis, strbuf_span(&text), &version));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_hold),
        cmocka_unit_test(lists_what_nobody_owns),
        cmocka_unit_test(tells_the_layer_that_brought_it),
        cmocka_unit_test(bounds_versions_and_work),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
