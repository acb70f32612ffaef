/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_in.h"
#include "same_package.h"

static void add(json_t *packages, const char *type, const char *name, const char *location,
                const char *owner)
{
    json_t *row = json_new_object();

    json_put_string(row, "type", span_string(type));
    json_put_string(row, "name", span_string(name));
    json_put_string(row, "location", span_string(location));
    json_put_take(row, "owner", owner ? json_new_string(span_string(owner)) : json_null());
    json_put_string(row, "purl", SPAN_LITERAL("pkg:pypi/x"));
    json_put_take(row, "provides", json_new_array());
    json_append_take(packages, row);
}

/* A conda package and a Python distribution: how many rows stay. */
static void expect(const char *conda, const char *name, const char *location, const char *owner,
                   size_t rows)
{
    CLEANUP(cleanup_json) json_t *packages = json_new_array();

    add(packages, "pypi", name, location, owner);
    add(packages, "conda", conda, "/opt/conda/conda-meta/x.json", NULL);
    same_package_merge(packages);
    assert_int_equal(json_array_size(packages), rows);
    assert_int_equal(json_array_size(json_in_find(json_array_get(packages, rows - 1), "provides")),
                     2 - rows);
}

static void keeps_one_row_of_one_package(void **state)
{
    expect("ruamel.yaml", "Ruamel-Yaml", "/opt/conda/lib/a.dist-info", "ruamel.yaml", 1);
    expect("msgpack-python", "msgpack", "/opt/conda/lib/a.dist-info", "msgpack-python", 2);
    expect("six", "six", "/opt/conda/lib/a.dist-info", NULL, 2);
    expect("six", "six", "/opt/conda/lib/a.dist-info", "python3-six", 2);
    expect("six", "six", "/usr/lib/a.dist-info", "six", 2);
    expect("six", "six", "", "six", 2);
}

static void knows_environments_apart(void **state)
{
    CLEANUP(cleanup_json) json_t *packages = json_new_array();

    add(packages, "pypi", "six", "/c/envs/e/lib/six.dist-info", "six");
    add(packages, "conda", "six", "/c/conda-meta/six.json", NULL);
    add(packages, "conda", "six", "/c/envs/e/conda-meta/six.json", NULL);
    add(packages, "conda", "root", "/conda-meta/root.json", NULL);
    add(packages, "pypi", "root", "/lib/root.dist-info", "root");
    add(packages, "deb", "six", "/var/lib/dpkg/status", NULL);
    same_package_merge(packages);
    assert_int_equal(json_array_size(packages), 4);
    assert_int_equal(json_array_size(json_in_find(json_array_get(packages, 0), "provides")), 0);
    assert_int_equal(json_array_size(json_in_find(json_array_get(packages, 1), "provides")), 1);
    assert_int_equal(json_array_size(json_in_find(json_array_get(packages, 2), "provides")), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_one_row_of_one_package),
        cmocka_unit_test(knows_environments_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
