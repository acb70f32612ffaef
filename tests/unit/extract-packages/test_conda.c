/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/json_members.h"
#include "json_in.h"
#include "xalloc.h"

#define RECORD "opt/conda/conda-meta/six-1.16.0-pyh6c4a22f_0.json"
#define NV "\"name\": \"six\", \"version\": \"1.16.0\""
#define SITE "lib/python3.9/site-packages/"

/* As conda 4.12 writes it, with less of paths_data. */
static const char whole[] =
    "{\n    \"arch\": null,\n    \"build\": \"pyh6c4a22f_0\",\n    \"build_number\": 0,\n"
    "    \"channel\": \"conda-forge/noarch\",\n    \"depends\": [\n        \"python >=3.6\"\n    "
    "],\n"
    "    \"files\": [\n        \"" SITE "six-1.16.0.dist-info/METADATA\",\n"
    "        \"" SITE "six.py\", \"lib/a \\\"b\\\".so\"\n    ],\n"
    "    \"fn\": \"six-1.16.0-pyh6c4a22f_0.tar.bz2\",\n    \"license\": \"MIT\",\n"
    "    \"link\": {\"source\": \"/pkgs/x\", \"type\": 1},\n    \"name\": \"six\",\n"
    "    \"paths_data\": {\"paths\": [{\"_path\": \"a]}\\\"\", \"size_in_bytes\": 5}], "
    "\"paths_version\": 1},\n"
    "    \"requested_spec\": \"six\",\n    \"subdir\": \"noarch\",\n    \"version\": \"1.16.0\"\n}";

static void reads_a_record(void **state)
{
    struct sample samples[] = {{RECORD, 3, whole, 0}};
    struct findings f;

    CATALOG(&f, &conda_cataloger, samples);
    findings_finish(&f);
    assert_json(json_array_get(f.packages, 0),
                "{'arch':'noarch','depends':['python >=3.6'],'installer':null,'layer':3,"
                "'licenses':['MIT'],'location':'/" RECORD "','name':'six','origin':null,"
                "'owner':null,'provides':[],"
                "'purl':'pkg:conda/six@1.16.0?build=pyh6c4a22f_0&channel=conda-forge"
                "&subdir=noarch&type=tar.bz2','replaces':[],'requested':true,"
                "'source_package':null,'type':'conda','version':'1.16.0'}");
    assert_int_equal(json_array_size(f.warnings), 0);
    findings_release(&f);
}

/* The member of the only package that this record gives, or its warning. */
static void expect(const char *record, const char *member, const char *expected)
{
    struct sample samples[] = {{RECORD, 0, record, 0}};
    struct findings f;

    CATALOG(&f, &conda_cataloger, samples);
    if (json_array_size(f.packages)) {
        assert_json(json_object_get(json_array_get(f.packages, 0), member), expected);
    } else {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);

        assert_string_equal(text, expected);
    }
    findings_release(&f);
}

static void tells_who_asked(void **state)
{
    expect("{" NV "}", "requested", "null");
    expect("{" NV ", \"requested_spec\": \"six >=1\"}", "requested", "true");
    expect("{" NV ", \"requested_spec\": \"\"}", "requested", "false");
    expect("{" NV ", \"requested_spec\": \"None\"}", "requested", "false");
    expect("{" NV ", \"requested_spec\": null}", "requested", "null");
    expect("{" NV ", \"requested_specs\": []}", "requested", "false");
    expect("{" NV ", \"requested_specs\": [\"six\"], \"requested_spec\": \"\"}", "requested",
           "true");
}

static void names_channels(void **state)
{
    static const char *const cases[][2] = {
        {"conda-forge", "conda-forge"},
        {"conda-forge/linux-64", "conda-forge"},
        {"https://conda.registry.example/conda-forge/linux-64/", "conda-forge"},
        {"https://repo.registry.example/pkgs/main/linux-64", "main"},
        {"pkgs/r", "r"},
        {"https://user:secret@registry.example:8443/t/tk-123/team/x", "team%2Fx"},
        {"file:///srv/mirror/own/", "own"},
        {"https://registry.example", ""},
        {"linux-64", ""},
        {"", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(cleanup_free)
        char *record =
            xasprintf("{" NV ", \"channel\": \"%s\", \"subdir\": \"linux-64\"}", cases[i][0]);
        CLEANUP(cleanup_free)
        char *purl =
            xasprintf("'pkg:conda/six@1.16.0?%s%s%ssubdir=linux-64'",
                      *cases[i][1] ? "channel=" : "", cases[i][1], *cases[i][1] ? "&" : "");

        expect(record, "purl", purl);
    }
}

#define BAD "malformed /" RECORD ": "

static void refuses_what_is_no_record(void **state)
{
    expect("", "name", BAD "a conda record that is no JSON object");
    expect("[]", "name", BAD "a conda record that is no JSON object");
    expect("{", "name", BAD "a conda record that is cut or damaged");
    expect("{" NV, "name", BAD "a conda record that is cut or damaged");
    expect("{" NV ", \"files\": [\"a\", \"b}", "name", BAD "a conda record that is cut or damaged");
    expect("{" NV ", \"files\": {{{{", "name", BAD "a conda record that is cut or damaged");
    expect("{}", "name", BAD "a conda package without a name");
    expect("{\"name\": \"six\"}", "name", BAD "a conda package without a version");
    expect("{\"name\": \"six\", \"version\": 1}", "name", BAD "a conda package without a version");
    expect("{\"name\": \"\", \"version\": \"1\"}", "name", BAD "a conda package without a name");
    expect("{" NV ", \"depends\": 1, \"license\": [], \"files\": \"x\", \"subdir\": {}}", "name",
           "'six'");
    expect("{" NV ", \"depends\": [1, \"a\", null]}", "depends", "['a']");
}

static void bounds_names(void **state)
{
    STRBUF_AUTO(record, 4 * KIB);
    strbuf_add_string(&record, "{\"version\": \"1\", \"name\": \"");
    for (size_t i = 0; i <= LIMIT_PACKAGE_NAME; i++)
        strbuf_add_byte(&record, 'x');
    strbuf_add_string(&record, "\"}");
    expect(record.data, "name", BAD "a name of 1025 bytes");
}

/* What a catalog found at one of the files has the package as its owner. */
static void owns_its_files(void **state)
{
    static const struct {
        const char *place;
        const char *owner;
    } cases[] = {
        {"opt/conda/lib/a \"b\".so", "six"},
        {"opt/conda/" SITE "six-1.16.0.dist-info/METADATA", "six"},
        {"opt/conda/" SITE "six.py", ""}, /* nothing is ever found there */
        {"lib/a \"b\".so", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample samples[] = {{RECORD, 0, whole, 0}};
        struct file_facts file = {.path = span_string(cases[i].place)};
        struct findings f;

        CATALOG(&f, &conda_cataloger, samples);
        findings_add_package(&f, "generic", SPAN_LITERAL("thing"), SPAN_LITERAL("1"),
                             span_of(NULL, 0), &file);
        findings_finish(&f);
        assert_string_equal(json_in_string_or(package_named(&f, "thing"), "owner", ""),
                            cases[i].owner);
        findings_release(&f);
    }
}

static void finds_the_layer(void **state)
{
    struct sample samples[] = {
        {RECORD, 0, "{" NV ", \"build\": \"0\"}", 0},
        {RECORD, 1, "{" NV ", \"build\": \"1\"}", 0},
        {RECORD, 2, "{" NV ", \"build\": \"1\", \"license\": \"MIT\"}", 0},
    };
    struct findings f;

    CATALOG(&f, &conda_cataloger, samples);
    assert_int_equal(json_in_int_or(package_named(&f, "six"), "layer", -1), 1);
    findings_release(&f);
}

static void looks_only_for_the_ends(void **state)
{
    struct span rest = SPAN_LITERAL(" {\"a\\\"\" : [1, {\"]\": \"\\\\\"}] ,\n\"b\":-1e3}x");
    struct span name;
    struct span value;

    assert_true(json_members_begin(&rest, '{'));
    assert_true(json_members_next(&rest, &name, &value));
    assert_true(span_equal_string(name, "a\\\""));
    assert_true(span_equal_string(value, "[1, {\"]\": \"\\\\\"}]"));
    assert_true(json_members_next(&rest, &name, &value));
    assert_true(span_equal_string(name, "b"));
    assert_true(span_equal_string(value, "-1e3"));
    assert_false(json_members_next(&rest, &name, &value));
    assert_true(json_members_ended(&rest, '}'));
    assert_true(span_equal_string(rest, "x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_record),  cmocka_unit_test(tells_who_asked),
        cmocka_unit_test(names_channels),  cmocka_unit_test(refuses_what_is_no_record),
        cmocka_unit_test(bounds_names),    cmocka_unit_test(owns_its_files),
        cmocka_unit_test(finds_the_layer), cmocka_unit_test(looks_only_for_the_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
