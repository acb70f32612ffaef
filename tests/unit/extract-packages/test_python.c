/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/python_metadata.h"
#include "json_in.h"
#include "xalloc.h"

#define SITE "usr/lib/python3.11/site-packages/"
#define CLICK SITE "click-8.0.4.dist-info/"
#define HEAD "Metadata-Version: 2.1\nName: click\nVersion: 8.0.4\n"

static void reads_a_distribution_that_pip_installed(void **state)
{
    struct sample samples[] = {
        {CLICK "METADATA", 2,
         HEAD "License: BSD-3-Clause\nRequires-Dist: colorama ; platform_system == \"Windows\"\n"
              "Requires-Dist: importlib-metadata ; \n   python_version < \"3.8\"\n\nName: body\n",
         0},
        {CLICK "INSTALLER", 2, "pip\n", 0},
        {CLICK "REQUESTED", 2, "", 0},
        {CLICK "RECORD", 2, "", 0},
    };
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_json(f.python_packages, "[{'location':'/usr/lib/python3.11/site-packages',"
                                   "'package_name':'click','package_version':'8.0.4'}]");
    json_t *package = package_named(&f, "click");
    json_object_del(package, "purl");
    json_t *depends = json_object_get(package, "depends");
    assert_string_equal(json_string_value(json_array_get(depends, 0)),
                        "colorama ; platform_system == \"Windows\"");
    assert_string_equal(json_string_value(json_array_get(depends, 1)),
                        "importlib-metadata ; python_version < \"3.8\"");
    json_object_del(package, "depends");
    assert_json(
        package,
        "{'arch':null,'installer':'pip','layer':2,'licenses':['BSD-3-Clause'],"
        "'location':'/usr/lib/python3.11/site-packages/click-8.0.4.dist-info','name':'click',"
        "'origin':null,'owner':null,'provides':[],'replaces':[],'requested':true,"
        "'source_package':null,'type':'pypi','version':'8.0.4'}");
    findings_release(&f);
}

static void finds_all_kinds_of_folders(void **state)
{
    static const struct {
        const char *path;
        const char *location; /* NULL: no distribution */
        const char *legacy;
    } cases[] = {
        {"s/a.dist-info/METADATA", "/s/a.dist-info", "/s"},
        {"s/a.DIST-INFO/METADATA", "/s/a.DIST-INFO", "/s"},
        {"s/a.egg-info/PKG-INFO", "/s/a.egg-info", "/s"},
        {"s/a.EGG-INFO/PKG-INFO", "/s/a.EGG-INFO", "/s"},
        {"s/a.egg-info", "/s/a.egg-info", "/s"},
        {"s/a.egg/EGG-INFO/PKG-INFO", "/s/a.egg/EGG-INFO", "/s/a.egg"},
        {"s/DIST-INFO/METADATA", "/s/DIST-INFO", "/s"},
        {"s/a.egg-info/METADATA", "/s/a.egg-info", "/s"},
        {"s/a.dist-info/PKG-INFO", "/s/a.dist-info", "/s"},
        {"a.egg-info", "/a.egg-info", "/"},
        {"EGG-INFO/PKG-INFO", "/EGG-INFO", "/"},
        {"s/METADATA", NULL, NULL},
        {"s/codebase/PKG-INFO", NULL, NULL},
        {"s/a.dist-info/sub/METADATA", NULL, NULL},
        {"s/setuptools/_vendor/a.dist-info/METADATA", NULL, NULL},
        {"s/pip/_vendor/x/a.egg-info", NULL, NULL},
        {"s/my_vendor/a.egg-info", "/s/my_vendor/a.egg-info", "/s/my_vendor"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample samples[] = {{cases[i].path, 0, HEAD, 0}};
        struct findings f;

        CATALOG(&f, &python_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), cases[i].location ? 1 : 0);
        assert_int_equal(json_array_size(f.python_packages), cases[i].location ? 1 : 0);
        if (cases[i].location) {
            assert_string_equal(json_in_string_or(package_named(&f, "click"), "location", ""),
                                cases[i].location);
            assert_string_equal(json_in_string_or(json_array_get(f.python_packages, 0), "location",
                                                  ""),
                                cases[i].legacy);
        }
        findings_release(&f);
    }
}

/* What one METADATA gives as "name version licenses requires", or the error. */
static void expect_metadata(const char *text, size_t size, const char *expected)
{
    struct error err = {0};
    JSON_OUT_AUTO(facts);

    json_out_init_buffer(&facts, 16 * MIB);
    json_out_object(&facts);
    if (python_metadata_write_members(span_of(text, size ? size : strlen(text)), &facts, &err)) {
        json_out_end(&facts);
        CLEANUP(cleanup_json) json_t *value = json_in_parse(strbuf_span(&facts.buf), "facts", &err);

        assert_non_null(value);
        assert_json(value, expected);
    } else {
        assert_string_equal(err.message, expected);
    }
}

#define NV "Name: a\nVersion: 1\n"

static void reads_headers_as_python_does(void **state)
{
    static const char nuls[] = "Name: a\0b\nVersion: 1\xff\n\0: x\n";

    expect_metadata(NV, 0, "{'licenses':[],'name':'a','requires':[],'version':'1'}");
    expect_metadata("version:1\r\nNAME:\ta \r\n\r\n", 0,
                    "{'licenses':[],'name':'a','requires':[],'version':'1'}");
    expect_metadata("Name:\n a\n b\nVersion: 1", 0,
                    "{'licenses':[],'name':'a b','requires':[],'version':'1'}");
    expect_metadata("Name: a\nName: b\nVersion: 1\nVersion: 2\n", 0,
                    "{'licenses':[],'name':'a','requires':[],'version':'1'}");
    expect_metadata(NV "\nRequires-Dist: body\n", 0,
                    "{'licenses':[],'name':'a','requires':[],'version':'1'}");
    /* Text that follows without an empty line ends the headers. */
    expect_metadata(NV "<!--- licence text -->\nRequires-Dist: late\n", 0,
                    "{'licenses':[],'name':'a','requires':[],'version':'1'}");
    expect_metadata("Name: a\n\nVersion: 1\n", 0, "a Python distribution without a Version");
    expect_metadata("Version: 1\n", 0, "a Python distribution without a Name");
    expect_metadata("Name:\nVersion: 1\n", 0, "a Python distribution without a Name");
    expect_metadata("", 0, "a Python distribution without a Name");
    expect_metadata("bogus", 0, "a Python distribution without a Name");
    expect_metadata(nuls, sizeof nuls - 1,
                    "{'licenses':[],'name':'a b','requires':[],'version':'1\xef\xbf\xbd'}");
}

static void tells_licenses(void **state)
{
    expect_metadata(NV "License: x\nLicense-Expression: MIT OR Apache-2.0\n", 0,
                    "{'licenses':['MIT OR Apache-2.0'],'name':'a','requires':[],'version':'1'}");
    expect_metadata(
        NV "License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License\n"
           "Classifier: Topic :: X\nClassifier: License :: Public Domain\n",
        0, "{'licenses':['MIT License','Public Domain'],'name':'a','requires':[],'version':'1'}");
    STRBUF_AUTO(whole, 1 * MIB);
    strbuf_add_string(&whole, NV "License: Copyright");
    for (size_t i = 0; i < 100; i++)
        strbuf_add_string(&whole, "\n        all rights");
    expect_metadata(whole.data, whole.len,
                    "{'licenses':[],'name':'a','requires':[],'version':'1'}");
}

static void bounds_names_and_lists(void **state)
{
    STRBUF_AUTO(text, 4 * MIB);
    struct error err = {0};
    JSON_OUT_AUTO(facts);

    strbuf_add_string(&text, NV);
    for (size_t i = 0; i < LIMIT_PYTHON_LIST + 10; i++)
        strbuf_add_string(&text, "Requires-Dist: x\n");
    json_out_init_buffer(&facts, 16 * MIB);
    json_out_object(&facts);
    assert_true(python_metadata_write_members(strbuf_span(&text), &facts, &err));
    json_out_end(&facts);
    CLEANUP(cleanup_json) json_t *value = json_in_parse(strbuf_span(&facts.buf), "facts", &err);
    assert_int_equal(json_array_size(json_object_get(value, "requires")), LIMIT_PYTHON_LIST);

    strbuf_clear(&text);
    strbuf_add_string(&text, "Name: ");
    for (size_t i = 0; i < 5000; i++)
        strbuf_add_byte(&text, 'n');
    expect_metadata(text.data, text.len, "a Name of 5000 bytes");
}

static void tells_who_asked(void **state)
{
    static const struct {
        const char *installer;
        bool has_requested;
        const char *expected;
    } cases[] = {{"pip\n", true, "true"},     {"pip\r\n", false, "false"}, {"uv", false, "false"},
                 {"debian\n", false, "null"}, {"rpm", false, "null"},      {NULL, false, "null"},
                 {NULL, true, "true"}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample samples[] = {{CLICK "METADATA", 0, HEAD, 0},
                                   {cases[i].installer ? CLICK "INSTALLER" : "x", 0,
                                    cases[i].installer, 0},
                                   {cases[i].has_requested ? CLICK "REQUESTED" : "y", 0, "", 0}};
        struct findings f;

        CATALOG(&f, &python_cataloger, samples);
        assert_json(json_object_get(package_named(&f, "click"), "requested"), cases[i].expected);
        findings_release(&f);
    }
}

static void expect_origin(const char *direct_url, const char *expected)
{
    struct sample samples[] = {{CLICK "METADATA", 0, HEAD, 0},
                               {CLICK "direct_url.json", 0, direct_url, 0}};
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_json(json_object_get(package_named(&f, "click"), "origin"), expected);
    assert_int_equal(json_array_size(f.warnings), strcmp(expected, "null") == 0 ? 1 : 0);
    findings_release(&f);
}

static void tells_the_origin_without_secrets(void **state)
{
    expect_origin(
        "{\"url\": \"https://user:secret@git.example/x.git\", \"vcs_info\": {\"commit_id\": \"aa\","
        " \"vcs\": \"git\", \"requested_revision\": \"main\", \"odd\": 1}, \"other\": {}}",
        "{'url':'https://user:***@git.example/x.git',"
        "'vcs_info':{'commit_id':'aa','requested_revision':'main','vcs':'git'}}");
    expect_origin(
        "{\"url\": \"file:///src\", \"dir_info\": {\"editable\": true}, \"subdirectory\": \"sub\"}",
        "{'dir_info':{'editable':true},'subdirectory':'sub','url':'file:///src'}");
    expect_origin(
        "{\"url\": \"https://example.org/a.whl\", \"archive_info\": {\"hash\": \"sha256=00\"}}",
        "{'archive_info':{'hash':'sha256=00'},'url':'https://example.org/a.whl'}");
    expect_origin("{\"url\": \"file:///src\", \"vcs_info\": 7}", "{'url':'file:///src'}");
    expect_origin("{\"vcs_info\": {}}", "null");
    expect_origin("[[[", "null");
    expect_origin("", "null");
}

static void warns_of_what_is_there_twice(void **state)
{
    struct sample samples[] = {
        {SITE "My_Pkg-1.dist-info/METADATA", 0, "Name: My_Pkg\nVersion: 1\n", 0},
        {SITE "my.pkg-2.dist-info/METADATA", 0, "Name: my.pkg\nVersion: 2\n", 0},
        {"opt/venv/my.pkg-2.dist-info/METADATA", 0, "Name: my.pkg\nVersion: 2\n", 0},
    };
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    assert_int_equal(json_array_size(f.warnings), 1);
    CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
    assert_string_equal(text, "duplicate /" SITE
                              "my.pkg-2.dist-info: 'my.pkg' is there twice, as 1 and 2");
    findings_release(&f);
}

/* The first warning of a distribution whose RECORD is this, or "". */
static void expect_record(const char *record, const char *expected)
{
    struct sample samples[] = {{"s/a.dist-info/METADATA", 0, HEAD, 0},
                               {"s/a.dist-info/RECORD", 0, record, 0}};
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    CLEANUP(cleanup_free)
    char *text = json_array_size(f.warnings) ? warning_text(&f, 0) : xstrdup("");
    assert_string_equal(text, expected);
    assert_int_equal(json_array_size(f.packages), 1);
    findings_release(&f);
}

#define BAD_RECORD(lines) \
    "malformed /s/a.dist-info/RECORD: line " lines " not a path, a hash and a size"

static void checks_records(void **state)
{
    expect_record("", "");
    expect_record("a.py,sha256=x,12\r\na.dist-info/RECORD,,\n\n", "");
    expect_record("\"a,\"\"b\"\".py\",sha256=x,12", "");
    expect_record("a.py,sha256=x,12\n<<<<<<< HEAD\nb.py,,\n=======\n",
                  BAD_RECORD("2 and 1 more are"));
    expect_record(",sha256=x,12", BAD_RECORD("1 is"));
    expect_record("a.py", BAD_RECORD("1 is"));
    expect_record("a.py,", BAD_RECORD("1 is"));
    expect_record("a.py,,,", BAD_RECORD("1 is"));
    expect_record("a.py,x,12", BAD_RECORD("1 is"));
    expect_record("a.py,sha256=x,-1", BAD_RECORD("1 is"));
    expect_record("\"a.py,,", BAD_RECORD("1 is"));
    expect_record("\"a.py\"b,,", BAD_RECORD("1 is"));
}

static void warns_of_what_has_no_metadata(void **state)
{
    struct sample samples[] = {
        {"s/a-1.dist-info/RECORD", 0, "a.py,,\n", 0},
        {"s/b.egg-info/requires.txt", 0, "x\n", 0},
        {"s/c.dist-info/METADATA", 0, "yolo", 0},
        {"s/c.dist-info/RECORD", 0, "c.py,,\n", 0},
        {"s/x/_vendor/d.dist-info/RECORD", 0, "bad\n", 0},
    };
    static const char *const expected[] = {
        "malformed /s/a-1.dist-info: a Python distribution without metadata: its version is not "
        "known",
        "malformed /s/b.egg-info: a Python distribution without metadata: its version is not known",
        "malformed /s/c.dist-info/METADATA: a Python distribution without a Name",
    };
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 0);
    assert_int_equal(json_array_size(f.warnings), 3);
    for (size_t i = 0; i < 3; i++) {
        CLEANUP(cleanup_free) char *text = warning_text(&f, i);

        assert_string_equal(text, expected[i]);
    }
    findings_release(&f);
}

static void takes_requirements_of_eggs(void **state)
{
    struct sample samples[] = {
        {"s/a.egg-info/PKG-INFO", 0, "Name: a\nVersion: 1\n", 0},
        {"s/a.egg-info/requires.txt", 0,
         "six>=1\n\n# no\n[x]\nclick\n[:os_name=='nt']\nwin @ file:///x\n[y:a<'3']\n b \n", 0},
        {"s/b.egg-info/PKG-INFO", 0, "Name: b\nVersion: 1\nRequires-Dist: c\n", 0},
        {"s/b.egg-info/requires.txt", 0, "d\n", 0},
    };
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    CLEANUP(cleanup_free)
    char *text = json_dumps(json_object_get(package_named(&f, "a"), "depends"), JSON_COMPACT);
    assert_string_equal(text, "[\"six>=1\",\"click; extra == \\\"x\\\"\","
                              "\"win @ file:///x ; os_name=='nt'\","
                              "\"b; (a<'3') and extra == \\\"y\\\"\"]");
    assert_json(json_object_get(package_named(&f, "b"), "depends"), "['c']");
    findings_release(&f);
}

static void bounds_sections_of_eggs(void **state)
{
    struct findings f;

    STRBUF_AUTO(text, 4 * MIB);
    strbuf_add_byte(&text, '[');
    for (size_t i = 0; i < 1 * MIB; i++)
        strbuf_add_byte(&text, 'x');
    strbuf_add_string(&text, "]\n");
    for (size_t i = 0; i < LIMIT_PYTHON_LIST + 10; i++)
        strbuf_add_string(&text, "a\n");
    struct sample samples[] = {{"s/a.egg-info/PKG-INFO", 0, HEAD, 0},
                               {"s/a.egg-info/requires.txt", 0, text.data, text.len}};
    CATALOG(&f, &python_cataloger, samples);
    const json_t *depends = json_object_get(package_named(&f, "click"), "depends");
    assert_int_equal(json_array_size(depends), LIMIT_PYTHON_LIST);
    assert_true(json_string_length(json_array_get(depends, 0)) < 2 * LIMIT_PACKAGE_NAME);
    findings_release(&f);
}

/* conda's cache of unpacked packages, and what pip renames while it replaces a distribution. */
static void leaves_out_what_is_not_installed(void **state)
{
    struct sample samples[] = {
        {"opt/conda/pkgs/a-1-0/info/index.json", 0, "", 0},
        {"opt/conda/pkgs/a-1-0/site-packages/a-1.dist-info/METADATA", 0, HEAD, 0},
        {"opt/conda/pkgs/a-1-0/site-packages/a-1.dist-info/RECORD", 0, "bad\n", 0},
        {"srv/pkgs/b/site-packages/b.dist-info/METADATA", 0, "Name: b\nVersion: 1\n", 0},
        {SITE "~lick-8.0.4.dist-info/METADATA", 0, HEAD, 0},
    };
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 1);
    assert_int_equal(json_array_size(f.python_packages), 1);
    package_named(&f, "b");
    assert_int_equal(json_array_size(f.warnings), 1);
    CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
    assert_string_equal(text, "malformed /" SITE "~lick-8.0.4.dist-info: what an interrupted pip "
                              "left of 'click' 8.0.4; it is not installed");
    findings_release(&f);
}

/* Metadata that a layer only wrote again, with the same name and version, is not new. */
static void finds_the_layer_of_each(void **state)
{
    struct sample samples[] = {
        {SITE "a.dist-info/METADATA", 0, "Name: a\nVersion: 1\n", 0},
        {SITE "a.dist-info/METADATA", 1, "Name: a\nVersion: 2\n", 0},
        {SITE "a.dist-info/METADATA", 4, "Name: a\nVersion: 2\nLicense: MIT\n", 0},
        {SITE "b.egg-info", 3, "Name: b\nVersion: 2\n", 0},
    };
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_int_equal(json_in_int_or(package_named(&f, "a"), "layer", -1), 1);
    assert_json(json_object_get(package_named(&f, "a"), "licenses"), "['MIT']");
    assert_int_equal(json_in_int_or(package_named(&f, "b"), "layer", -1), 3);
    findings_release(&f);
}

static void survives_odd_paths(void **state)
{
    struct sample samples[] = {{"\xff\xfe/a.dist-info/METADATA", 0, HEAD, 0},
                               {"\xff\xff/a.dist-info/METADATA", 0, "Name: \xff\nVersion: \xff\n",
                                0},
                               {"x/b.dist-info/METADATA", 0, "yolo", 0},
                               {"x/b.dist-info/INSTALLER", 0, "pip", 0}};
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_int_equal(json_array_size(f.warnings), 1);
    findings_release(&f);
}

static void reads_real_metadata(void **state)
{
#define EDGE "python/edge-cases/site-packages/"
    static const struct {
        const char *path;
        const char *expected; /* "name version", or "" for a warning */
    } cases[] = {
        {EDGE "nested/dist-name/dist-info/METADATA", "Pygments 2.6.1"},
        {EDGE "nested/egg-name/egg-info/PKG-INFO", "requests 2.22.0"},
        {EDGE "uppercase/dist-name/DIST-INFO/METADATA", "Pygments 2.6.1"},
        {EDGE "uppercase/egg-name/EGG-INFO/PKG-INFO", "requests 2.22.0"},
        {EDGE "partial.dist-info/METADATA", "Pygments 2.6.1"},
        {EDGE "malformed-record/dist-info/METADATA", "Pygments 2.6.1"},
        {EDGE "test/test.egg-info", "requests 2.22.0"},
        {EDGE "no-version/no-version-py3.8.egg-info", ""},
        {EDGE "v.DIST-INFO/METADATA", ""},
        {EDGE "z.egg-info", ""},
        {"python/edge-cases/Python-2.7.egg-info", "Python 2.7.13"},
        {"python/pip-20.2.2.dist-info/METADATA", "pip 20.2.2"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(cleanup_free) char *text = read_shared(cases[i].path);
        SHARED_OR_SKIP(text);
        struct sample samples[] = {{cases[i].path, 0, text, 0}};
        struct findings f;

        CATALOG(&f, &python_cataloger, samples);
        json_t *package = json_array_get(f.packages, 0);
        CLEANUP(cleanup_free)
        char *got = package ? xasprintf("%s %s", json_in_string_or(package, "name", ""),
                                        json_in_string_or(package, "version", ""))
                            : xstrdup("");
        assert_string_equal(got, cases[i].expected);
        assert_int_equal(json_array_size(f.warnings), package ? 0 : 1);
        findings_release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_distribution_that_pip_installed),
        cmocka_unit_test(finds_all_kinds_of_folders),
        cmocka_unit_test(reads_headers_as_python_does),
        cmocka_unit_test(tells_licenses),
        cmocka_unit_test(bounds_names_and_lists),
        cmocka_unit_test(tells_who_asked),
        cmocka_unit_test(tells_the_origin_without_secrets),
        cmocka_unit_test(warns_of_what_is_there_twice),
        cmocka_unit_test(checks_records),
        cmocka_unit_test(warns_of_what_has_no_metadata),
        cmocka_unit_test(takes_requirements_of_eggs),
        cmocka_unit_test(bounds_sections_of_eggs),
        cmocka_unit_test(leaves_out_what_is_not_installed),
        cmocka_unit_test(finds_the_layer_of_each),
        cmocka_unit_test(survives_odd_paths),
        cmocka_unit_test(reads_real_metadata),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
