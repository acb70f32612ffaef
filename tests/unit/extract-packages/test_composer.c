/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define INSTALLED "srv/vendor/composer/installed.json"

static void reads_what_is_kept(void **state)
{
    struct sample samples[] = {
        {INSTALLED, 1,
         "{\"packages\": [{\"name\": \"Acme/a\", \"version\": \"v1.0.0\", \"license\": "
         "[\"MIT\", \"GPL-2.0-only\"], \"require\": {\"php\": \">=7\", \"acme/b\": \"^1\"},"
         "\"require-dev\": {\"acme/c\": \"*\"}}], \"dev\": true, \"dev-package-names\": []}",
         0}};
    struct findings f;

    CATALOG(&f, &composer_cataloger, samples);
    json_t *package = package_named(&f, "Acme/a");
    assert_json(package, "{'arch':null,'depends':['php:>=7','acme/b:^1'],'installer':'composer',"
                         "'layer':1,'licenses':['MIT','GPL-2.0-only'],'location':'/" INSTALLED "',"
                         "'name':'Acme/a','origin':null,'owner':null,'provides':[],'purl':null,"
                         "'replaces':[],'requested':null,'source_package':null,'type':'composer',"
                         "'version':'v1.0.0'}");
    findings_finish(&f);
    assert_string_equal(json_in_string_or(package, "purl", ""), "pkg:composer/acme/a@v1.0.0");
    findings_release(&f);
}

static void expect(const char *text, size_t packages, size_t warnings)
{
    struct sample samples[] = {{INSTALLED, 0, text, 0}};
    struct findings f;

    CATALOG(&f, &composer_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), packages);
    assert_int_equal(json_array_size(f.warnings), warnings);
    findings_release(&f);
}

static void knows_both_forms(void **state)
{
    expect("[{\"name\": \"a/a\", \"version\": \"1\"}, {\"name\": \"a/b\", \"version\": \"2\"}]", 2,
           0);
    expect("{\"packages\": [{\"name\": \"a/a\", \"version\": \"1\", \"license\": \"MIT\"}]}", 1, 0);
    expect("[]", 0, 0);
    expect("{\"packages\": []}", 0, 0);
    expect("{\"packages\": [{\"name\": \"a/a\"}, {\"version\": \"1\"}, 7, {\"name\": \"a b\", "
           "\"version\": \"1\"}]}",
           0, 4);
    expect("{\"packages\": {}}", 0, 1);
    expect("{}", 0, 1);
    expect("7", 0, 1);
    expect("", 0, 1);
}

static void knows_what_was_asked_for(void **state)
{
    struct sample samples[] = {
        {INSTALLED, 0,
         "[{\"name\": \"a/a\", \"version\": \"1\"}, {\"name\": \"a/b\", \"version\": \"1\"},"
         "{\"name\": \"a/c\", \"version\": \"1\"}]",
         0},
        {"srv/composer.json", 0,
         "{\"require\": {\"php\": \"*\", \"a/a\": \"1\"}, \"require-dev\": {\"a/c\": \"1\"}}", 0},
        {"srv/vendor/a/a/composer.json", 0, "{\"require\": {\"a/b\": \"1\"}}", 0},
        {"opt/vendor/composer/installed.json", 0, "[{\"name\": \"a/d\", \"version\": \"1\"}]", 0},
        {"opt/composer.json", 0, "{% template %}", 0},
    };
    struct findings f;

    CATALOG(&f, &composer_cataloger, samples);
    assert_int_equal(json_array_size(f.warnings), 0);
    assert_json(json_object_get(package_named(&f, "a/a"), "requested"), "true");
    assert_json(json_object_get(package_named(&f, "a/b"), "requested"), "false");
    assert_json(json_object_get(package_named(&f, "a/c"), "requested"), "true");
    assert_json(json_object_get(package_named(&f, "a/d"), "requested"), "null");
    findings_release(&f);
}

static void finds_the_layer_of_each_and_keeps_projects_apart(void **state)
{
    struct sample samples[] = {
        {INSTALLED, 0, "[{\"name\": \"a/a\", \"version\": \"1\"}]", 0},
        {INSTALLED, 2,
         "[{\"name\": \"a/a\", \"version\": \"1\"}, {\"name\": \"a/b\", \"version\": \"1\"}]", 0},
        {"opt/vendor/composer/installed.json", 3, "[{\"name\": \"a/b\", \"version\": \"1\"}]", 0},
    };
    struct findings f;

    CATALOG(&f, &composer_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    assert_int_equal(json_in_int_or(package_named(&f, "a/a"), "layer", -1), 0);
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_kept),
        cmocka_unit_test(knows_both_forms),
        cmocka_unit_test(knows_what_was_asked_for),
        cmocka_unit_test(finds_the_layer_of_each_and_keeps_projects_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
