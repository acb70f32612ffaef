/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"
#include "xalloc.h"
#include "zip_builder.h"

#define EGG "s/site-packages/a-1-py2.7.egg"
#define INFO "Name: A\nVersion: 1\nLicense: MIT\n"

/* The bytes as a file: "LOCATION NAME VERSION DEPENDS" of its package, or its warning, or "". */
static void expect(const char *path, struct span bytes, const char *expected)
{
    /* Samples of no bytes are strings. */
    struct sample samples[] = {{path, 0, bytes.len ? bytes.data : "", bytes.len}};
    struct findings f;

    STRBUF_AUTO(got, 4 * KIB);
    CATALOG(&f, &python_eggs_cataloger, samples);
    const json_t *package = json_array_get(f.packages, 0);
    const json_t *legacy = json_array_get(f.python_packages, 0);
    if (package) {
        CLEANUP(cleanup_free)
        char *depends = json_dumps(json_object_get(package, "depends"), JSON_COMPACT);

        strbuf_addf(&got, "%s %s %s %s", json_in_string_or(package, "location", ""),
                    json_in_string_or(legacy, "package_name", ""),
                    json_in_string_or(legacy, "package_version", ""), depends);
        assert_string_equal(json_in_string_or(legacy, "location", ""),
                            json_in_string_or(package, "location", ""));
    } else if (json_array_size(f.warnings)) {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);

        strbuf_add_string(&got, text);
    }
    assert_string_equal(got.data, expected);
    findings_release(&f);
}

static void reads_an_egg(void **state)
{
    static const char *const prefixes[] = {"", "#!/bin/sh\nexec python -c '...'\n"};

    for (size_t i = 0; i < 2; i++) {
        struct zip_builder zip;

        zip_builder_init(&zip);
        zip_builder_prefix(&zip, span_string(prefixes[i]));
        zip_builder_add(&zip, "a/EGG-INFO/PKG-INFO", SPAN_LITERAL("Name: no\n"), ZIP_STORED);
        zip_builder_add(&zip, "EGG-INFO/PKG-INFO", SPAN_LITERAL(INFO), ZIP_DEFLATED);
        zip_builder_add(&zip, "EGG-INFO/requires.txt", SPAN_LITERAL("six\n"), ZIP_STORED);
        expect(EGG, zip_builder_end(&zip), "/" EGG " A 1 [\"six\"]");
        zip_builder_release(&zip);
    }
}

static void tells_what_is_no_egg(void **state)
{
    struct zip_builder zip;

    zip_builder_init(&zip);
    zip_builder_add(&zip, "EGG-INFO/PKG-INFO", SPAN_LITERAL("Name: A\n"), ZIP_STORED);
    expect(EGG, zip_builder_end(&zip),
           "malformed /" EGG ": a Python distribution without a Version");
    zip_builder_release(&zip);
    zip_builder_init(&zip);
    zip_builder_add(&zip, "a.py", SPAN_LITERAL(""), ZIP_STORED);
    expect("x/a.egg", zip_builder_end(&zip),
           "malformed /x/a.egg: a Python egg without EGG-INFO/PKG-INFO");
    expect("x/_vendor/a.egg", SPAN_LITERAL(""), "");
    zip_builder_release(&zip);
    expect(EGG, SPAN_LITERAL("yolk"),
           "malformed /" EGG ": no zip archive, or one that is cut or damaged");
    expect("games/dragon.egg", SPAN_LITERAL("yolk"), "");
}

/* The lowest layer from which on the egg always told the same. */
static void finds_the_layer(void **state)
{
    struct zip_builder zip;
    struct zip_builder other;
    struct findings f;

    zip_builder_init(&zip);
    zip_builder_init(&other);
    zip_builder_add(&zip, "EGG-INFO/PKG-INFO", SPAN_LITERAL(INFO), ZIP_STORED);
    zip_builder_add(&other, "EGG-INFO/PKG-INFO", SPAN_LITERAL("Name: A\nVersion: 0\n"), ZIP_STORED);
    struct span one = zip_builder_end(&zip);
    struct span old = zip_builder_end(&other);
    struct sample samples[] = {{EGG, 0, old.data, old.len},
                               {EGG, 1, one.data, one.len},
                               {EGG, 2, one.data, one.len}};
    CATALOG(&f, &python_eggs_cataloger, samples);
    assert_int_equal(json_in_int_or(package_named(&f, "A"), "layer", -1), 1);
    findings_release(&f);
    zip_builder_release(&zip);
    zip_builder_release(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_an_egg),
        cmocka_unit_test(tells_what_is_no_egg),
        cmocka_unit_test(finds_the_layer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
