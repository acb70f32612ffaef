/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/yarn_pnp_text.h"
#include "json_in.h"
#include "limits.h"

static const char data[] =
    "{\"__info\": [\"x\"], \"dependencyTreeRoots\": [{\"name\": \"app\", \"reference\": "
    "\"workspace:.\"}], \"packageRegistryData\": ["
    "[null, [[null, {\"packageLocation\": \"./\", \"packageDependencies\": [[\"a\", "
    "\"npm:1.0.0\"]], \"linkType\": \"SOFT\"}]]],"
    "[\"a\", [[\"npm:1.0.0\", {\"packageLocation\": \"./.yarn/cache/a.zip/node_modules/a/\", "
    "\"packageDependencies\": [[\"a\", \"npm:1.0.0\"], [\"@s/b\", "
    "\"virtual:00ff#npm:2.0.0-rc.1\"], [\"peer\", null]], \"linkType\": \"HARD\"}]]],"
    "[\"@s/b\", [[\"npm:2.0.0-rc.1\", {}], [\"virtual:00ff#npm:2.0.0-rc.1\", {}]]],"
    "[\"c\", [[\"patch:c@npm%3A3.0.0#./c.patch::version=3.0.0&hash=1\", {}]]],"
    "[\"d\", [[\"npm:4.0.0::__archiveUrl=https%3A%2F%2Fregistry.example\", {}]]],"
    "[\"e\", [[\"https://registry.example/e.git#commit=1\", {}]]],"
    "[\"f\", [[\"portal:../f::locator=app\", {}]]],"
    "[\"app\", [[\"workspace:.\", {\"packageDependencies\": [[\"app\", \"workspace:.\"], [\"a\", "
    "\"npm:1.0.0\"], [\"other\", [\"c\", \"patch:c@npm%3A3.0.0#./c.patch::version=3.0.0\"]]]}]]]]}";

static void reads_what_is_kept(void **state)
{
    struct sample samples[] = {{"srv/.pnp.data.json", 1, data, 0}};
    struct findings f;

    CATALOG(&f, &yarn_pnp_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 4);
    assert_json(package_named(&f, "a"),
                "{'arch':null,'depends':['@s/b@2.0.0-rc.1'],'installer':'yarn','layer':1,"
                "'licenses':[],'location':'/srv/.pnp.data.json','name':'a','origin':null,"
                "'owner':null,'provides':[],'purl':null,'replaces':[],'requested':true,"
                "'source_package':null,'type':'npm','version':'1.0.0'}");
    assert_json(json_object_get(package_named(&f, "@s/b"), "requested"), "false");
    assert_json(json_object_get(package_named(&f, "c"), "version"), "'3.0.0'");
    assert_json(json_object_get(package_named(&f, "c"), "requested"), "true");
    assert_json(json_object_get(package_named(&f, "d"), "version"), "'4.0.0'");
    /* What comes from elsewhere has no version there. */
    assert_int_equal(json_array_size(f.warnings), 1);
    findings_release(&f);
}

static void finds_the_data_in_programs(void **state)
{
    static const struct {
        const char *program;
        const char *json; /* NULL: none */
    } cases[] = {
        {"const RAW_RUNTIME_STATE =\n'{\\\n  \"a\": \"it\\'s \\\\\\\\ \\\\\"\"\\\n}';\n'more'",
         "{  \"a\": \"it's \\\\ \\\"\"}"},
        {"return hydrateRuntimeState({\"a\": [\"}\", \"\\\"}\", {}]}, {basePath});",
         "{\"a\": [\"}\", \"\\\"}\", {}]}"},
        {"const RAW_RUNTIME_STATE =\n'{\\", NULL},
        {"const RAW_RUNTIME_STATE = 7;", NULL},
        {"return hydrateRuntimeState({\"a\": [", NULL},
        {"return hydrateRuntimeState(", NULL},
        {"", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(json, 1 * KIB);
        bool found = yarn_find_data(span_string(cases[i].program), &json);

        print_message("# %s\n", cases[i].program);
        assert_int_equal(found, cases[i].json != NULL);
        if (found)
            assert_string_equal(json.data, cases[i].json);
    }
}

static void expect(const char *path, const char *text, size_t packages, size_t warnings)
{
    struct sample samples[] = {{path, 0, text, 0}};
    struct findings f;

    CATALOG(&f, &yarn_pnp_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), packages);
    assert_int_equal(json_array_size(f.warnings), warnings);
    findings_release(&f);
}

static void reads_any_file_of_these_names(void **state)
{
    expect("app/.pnp.cjs",
           "const RAW_RUNTIME_STATE =\n'{\"packageRegistryData\": [[\"a\",[[\"npm:1\",{}]]]]}';", 1,
           0);
    expect("app/.pnp.cjs", "path.resolve(__dirname, \".pnp.data.json\")", 0, 0);
    expect("app/.pnp.js", "let packageInformationStores = new Map();", 0, 1);
    expect("app/.pnp.data.json", "{\"packageRegistryData\": []}", 0, 0);
    expect("app/.pnp.data.json",
           "{\"packageRegistryData\": [1, [], [\"a\"], [\"a\", 1], [\"a\", [1, [], [\"npm:\", 1], "
           "[\"npm:1\", 1]]]]}",
           1, 1);
    expect("app/.pnp.data.json", "{\"packageRegistryData\": {}}", 0, 1);
    expect("app/.pnp.data.json", "[]", 0, 1);
    expect("app/.pnp.data.json", "", 0, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_kept),
        cmocka_unit_test(finds_the_data_in_programs),
        cmocka_unit_test(reads_any_file_of_these_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
