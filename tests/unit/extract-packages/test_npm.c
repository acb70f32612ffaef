/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"
#include "xalloc.h"

static void reads_what_is_kept(void **state)
{
    struct sample samples[] = {
        {"srv/node_modules/@s/a/package.json", 2,
         "\xef\xbb\xbf{\"name\": \"@s/a\", \"version\": \"1.0.0-rc.1+b\", \"license\": \"MIT\","
         "\"dependencies\": {\"b\": \"^1\", \"@s/c\": \"npm:d@2\", "
         "\"e\": \"git+https://me:hush@registry.example/e.git\", \"f\": 7},"
         "\"optionalDependencies\": {\"g\": \"*\"}, \"devDependencies\": {\"h\": \"1\"}}",
         0}};
    struct findings f;

    CATALOG(&f, &npm_cataloger, samples);
    json_t *package = package_named(&f, "@s/a");
    assert_json(package,
                "{'arch':null,'depends':['b@^1','@s/c@npm:d@2',"
                "'e@git+https://me:***@registry.example/e.git','f@*','g@*'],"
                "'installer':null,'layer':2,'licenses':['MIT'],"
                "'location':'/srv/node_modules/@s/a/package.json','name':'@s/a','origin':null,"
                "'owner':null,'provides':[],'purl':null,'replaces':[],'requested':null,"
                "'source_package':null,'type':'npm','version':'1.0.0-rc.1+b'}");
    findings_finish(&f);
    assert_string_equal(json_in_string_or(package, "purl", ""), "pkg:npm/%40s/a@1.0.0-rc.1%2Bb");
    findings_release(&f);
}

static void knows_all_ways_to_tell_a_license(void **state)
{
    static const struct {
        const char *member;
        const char *licenses;
    } cases[] = {
        {"\"license\": \"(MIT OR Apache-2.0)\"", "['(MIT OR Apache-2.0)']"},
        {"\"license\": {\"type\": \"ISC\", \"url\": \"x\"}", "['ISC']"},
        {"\"licenses\": [{\"type\": \"MIT\"}, \"ISC\", 3]", "['MIT','ISC']"},
        {"\"license\": [\"MIT\", {\"type\": \"ISC\"}]", "['MIT','ISC']"},
        {"\"license\": 1", "[]"},
        {"\"license\": \"\"", "[]"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(cleanup_free)
        char *text = xasprintf("{\"name\": \"a\", \"version\": \"1\", %s}", cases[i].member);
        struct sample samples[] = {{"node_modules/a/package.json", 0, text, 0}};
        struct findings f;

        CATALOG(&f, &npm_cataloger, samples);
        assert_json(json_object_get(package_named(&f, "a"), "licenses"), cases[i].licenses);
        findings_release(&f);
    }
}

/* Each path holds a package that is called "a" or "@s/a". */
static void takes_packages_from_their_folders_alone(void **state)
{
    static const struct {
        const char *path;
        bool scoped;
        bool listed;
    } cases[] = {
        {"node_modules/a/package.json", false, true},
        {"srv/app/node_modules/a/package.json", false, true},
        {"srv/node_modules/@s/a/package.json", true, true},
        {"srv/node_modules/b/node_modules/@s/a/package.json", true, true},
        {"srv/node_modules/.pnpm/a@1/node_modules/a/package.json", false, true},
        {"srv/node_modules/.pnpm/@s+a@1/node_modules/@s/a/package.json", true, true},
        {"srv/node_modules/b/dist/compiled/node_modules/a/package.json", false, true},
        {"srv/test/node_modules/a/package.json", false, true},
        {"srv/node_modules/test/node_modules/a/package.json", false, true},
        {"srv/node_modules/@s/test/node_modules/a/package.json", false, true},
        {"usr/share/nodejs/a/package.json", false, true},
        {"usr/share/nodejs/@s/a/package.json", true, true},
        {"usr/lib/x86_64-linux-gnu/nodejs/a/package.json", false, true},
        {"usr/share/nodejs/b/node_modules/a/package.json", false, true},
        {"a/package.json", false, false},
        {"package.json", false, false},
        {"srv/a/package.json", false, false},
        {"srv/node_modules/package.json", false, false},
        {"srv/node_modules/a/lib/package.json", false, false},
        {"srv/node_modules/a/test/fixtures/package.json", false, false},
        {"srv/node_modules/b/test/node_modules/a/package.json", false, false},
        {"srv/node_modules/@s/b/__fixtures__/x/node_modules/a/package.json", false, false},
        {"srv/node_modules/@s/package.json", true, false},
        {"srv/node_modules/.a/package.json", false, false},
        {"srv/node_modules/.cache/a/package.json", false, false},
        {"srv/nodejs/a/package.json", false, false},
        {"srv/node_modules/a/package.json5", false, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample samples[] = {{cases[i].path, 0,
                                    cases[i].scoped ? "{\"name\": \"@s/a\", \"version\": \"1\"}"
                                                    : "{\"name\": \"a\", \"version\": \"1\"}",
                                    0}};
        struct findings f;

        print_message("# %s\n", cases[i].path);
        CATALOG(&f, &npm_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), cases[i].listed ? 1 : 0);
        assert_int_equal(json_array_size(f.warnings), 0);
        findings_release(&f);
    }
}

static void says_what_it_cannot_list(void **state)
{
    static const struct {
        const char *text;
        const char *warning;
    } cases[] = {
        {"{\"type\": \"module\"}", NULL},
        {"{}", NULL},
        {"{\"name\": \"a\"}",
         "malformed /node_modules/a/package.json: a package without a usable version"},
        {"{\"name\": \"a\", \"version\": 1}",
         "malformed /node_modules/a/package.json: a package without a usable version"},
        {"{\"name\": \"a b\", \"version\": \"1\"}",
         "malformed /node_modules/a/package.json: a package without a usable name"},
        {"[]", "malformed /node_modules/a/package.json: package.json is no object"},
        {"{\"name\": \"x\", \"version\": \"1\"}",
         "malformed /node_modules/a/package.json: left out: nothing asks for a package 'x' in this "
         "folder"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample samples[] = {{"node_modules/a/package.json", 0, cases[i].text, 0}};
        struct findings f;

        CATALOG(&f, &npm_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), 0);
        assert_int_equal(json_array_size(f.warnings), cases[i].warning ? 1 : 0);
        if (cases[i].warning) {
            CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
            assert_string_equal(text, cases[i].warning);
        }
        findings_release(&f);
    }
}

/* Of a project, and of what lies about. */
static void reads_broken_files(void **state)
{
    struct sample samples[] = {
        {"srv/node_modules/a/package.json", 0, "{", 0},
        {"srv/package.json", 0, "{{ cookiecutter.json }}", 0},
        {"srv/node_modules/a/test/fixtures/node_modules/b/package.json", 0, "{", 0},
        {"srv/node_modules/a/lib/package.json", 0, "{", 0},
        {"usr/package.json", 0, "7", 0},
        {"opt/package.json", 0, "{\"dependencies\": [1], \"devDependencies\": {\"\": \"\"}}", 0},
    };
    struct findings f;

    CATALOG(&f, &npm_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 0);
    assert_int_equal(json_array_size(f.warnings), 1);
    findings_release(&f);
}

static void takes_other_names_where_they_are_asked_for(void **state)
{
    struct sample samples[] = {
        {"srv/package.json", 0, "{\"dependencies\": {\"x\": \"npm:real@^1\", \"y\": \"me/y\"}}", 0},
        {"srv/node_modules/x/package.json", 0, "{\"name\": \"real\", \"version\": \"1.2.0\"}", 0},
        {"srv/node_modules/y/package.json", 0, "{\"name\": \"forked\", \"version\": \"1\"}", 0},
        {"srv/node_modules/z/package.json", 0,
         "{\"name\": \"z\", \"version\": \"1\", \"dependencies\": {\"@w/w\": \"npm:@v/v@1\"}}", 0},
        {"srv/node_modules/@w/w/package.json", 0, "{\"name\": \"@v/v\", \"version\": \"3\"}", 0},
        {"usr/share/nodejs/u-es/package.json", 0, "{\"name\": \"u\", \"version\": \"1\"}", 0},
    };
    struct findings f;

    CATALOG(&f, &npm_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 5);
    assert_int_equal(json_array_size(f.warnings), 0);
    assert_json(json_object_get(package_named(&f, "real"), "requested"), "true");
    assert_json(json_object_get(package_named(&f, "forked"), "requested"), "true");
    assert_json(json_object_get(package_named(&f, "@v/v"), "requested"), "false");
    findings_release(&f);
}

#define PACKAGE(name) "{\"name\": \"" name "\", \"version\": \"1\"}"

static void knows_what_was_asked_for(void **state)
{
    struct sample samples[] = {
        {"a/package.json", 0,
         "{\"workspaces\": [\"w/*\"], \"dependencies\": {\"one\": \"1\"}, "
         "\"devDependencies\": {\"@s/two\": \"1\"}}",
         0},
        {"a/w/x/package.json", 0, "{\"dependencies\": {\"three\": \"1\", \"five\": \"1\"}}", 0},
        {"a/node_modules/one/package.json", 0, PACKAGE("one"), 0},
        {"a/node_modules/@s/two/package.json", 0, PACKAGE("@s/two"), 0},
        {"a/node_modules/three/package.json", 0, PACKAGE("three"), 0},
        {"a/node_modules/four/package.json", 0, PACKAGE("four"), 0},
        {"a/w/x/node_modules/five/package.json", 0, PACKAGE("five"), 0},
        {"b/node_modules/six/package.json", 0, PACKAGE("six"), 0},
        {"b/node_modules/six/node_modules/seven/package.json", 0, PACKAGE("seven"), 0},
    };
    static const struct {
        const char *name;
        const char *requested;
    } expected[] = {
        {"one", "true"},  {"@s/two", "true"}, {"three", "true"},  {"four", "false"},
        {"five", "true"}, {"six", "null"},    {"seven", "false"},
    };
    struct findings f;

    CATALOG(&f, &npm_cataloger, samples);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_json(json_object_get(package_named(&f, expected[i].name), "requested"),
                    expected[i].requested);
    findings_release(&f);
}

static void finds_the_layer_of_each(void **state)
{
    struct sample samples[] = {
        {"node_modules/a/package.json", 0, "{\"name\": \"a\", \"version\": \"1\"}", 0},
        {"node_modules/a/package.json", 1, "{\"name\": \"a\", \"version\": \"2\"}", 0},
        {"node_modules/a/package.json", 3, "{\"name\": \"a\", \"version\": \"2\", \"x\": 1}", 0},
    };
    struct findings f;

    CATALOG(&f, &npm_cataloger, samples);
    assert_int_equal(json_in_int_or(package_named(&f, "a"), "layer", -1), 1);
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_kept),
        cmocka_unit_test(knows_all_ways_to_tell_a_license),
        cmocka_unit_test(takes_packages_from_their_folders_alone),
        cmocka_unit_test(says_what_it_cannot_list),
        cmocka_unit_test(reads_broken_files),
        cmocka_unit_test(takes_other_names_where_they_are_asked_for),
        cmocka_unit_test(knows_what_was_asked_for),
        cmocka_unit_test(finds_the_layer_of_each),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
