/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define DEPS "app/web.deps.json"

/* As dotnet publish --self-contained writes it. */
static const char published[] =
    "\xef\xbb\xbf{\"runtimeTarget\": {\"name\": \"net8.0/linux-x64\", \"signature\": \"\"},"
    "\"targets\": {\"net8.0\": {}, \"net8.0/linux-x64\": {"
    "\"web/1.0.0\": {\"dependencies\": {\"Serilog\": \"3.1.1\", \"lib\": \"1.0.0\","
    "\"runtimepack.Microsoft.NETCore.App.Runtime.linux-x64\": \"8.0.1\"}},"
    "\"Serilog/3.1.1\": {\"dependencies\": {\"Serilog.Core\": \"1.0.0-rc.1\"}},"
    "\"Serilog.Core/1.0.0-rc.1\": {\"runtime\": {\"lib/x.dll\": {}}},"
    "\"lib/1.0.0\": {\"dependencies\": {\"Dapper\": \"2.1.24\"}}}},"
    "\"libraries\": {\"web/1.0.0\": {\"type\": \"project\", \"serviceable\": false},"
    "\"runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.1\": {\"type\": \"runtimepack\"},"
    "\"Serilog/3.1.1\": {\"type\": \"package\", \"path\": \"serilog/3.1.1\"},"
    "\"Serilog.Core/1.0.0-rc.1\": {\"type\": \"package\"}, \"Dapper/2.1.24\": {\"type\": "
    "\"Package\"},"
    "\"lib/1.0.0\": {\"type\": \"project\"}, \"System.X/4.0.0\": {\"type\": \"reference\"}}}";

static void reads_what_is_kept(void **state)
{
    struct sample samples[] = {{DEPS, 1, published, 0}};
    struct findings f;

    CATALOG(&f, &dotnet_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 4);
    assert_int_equal(json_array_size(f.warnings), 0);
    assert_json(package_named(&f, "Serilog"),
                "{'arch':null,'depends':['Serilog.Core/1.0.0-rc.1'],'installer':null,'layer':1,"
                "'licenses':[],'location':'/" DEPS "','name':'Serilog','origin':null,"
                "'owner':null,'provides':[],'purl':null,'replaces':[],'requested':true,"
                "'source_package':null,'type':'nuget','version':'3.1.1'}");
    assert_json(json_object_get(package_named(&f, "Serilog.Core"), "requested"), "false");
    assert_json(json_object_get(package_named(&f, "Dapper"), "requested"), "true");
    json_t *runtime = package_named(&f, "Microsoft.NETCore.App.Runtime.linux-x64");
    assert_json(json_object_get(runtime, "requested"), "true");
    findings_release(&f);
}

static void expect(const char *text, size_t packages, size_t warnings)
{
    struct sample samples[] = {{DEPS, 0, text, 0}};
    struct findings f;

    CATALOG(&f, &dotnet_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), packages);
    assert_int_equal(json_array_size(f.warnings), warnings);
    findings_release(&f);
}

static void reads_any_file_of_that_name(void **state)
{
    /* A shared framework, which no project stands in. */
    expect("{\"libraries\": {\"Microsoft.NETCore.App.Runtime.linux-x64/8.0.1\": {\"type\": "
           "\"package\"}}}",
           1, 0);
    expect("{\"libraries\": {}}", 0, 0);
    expect("{\"libraries\": {\"a\": {\"type\": \"package\"}, \"/1\": {\"type\": \"package\"}, "
           "\"b/\": {\"type\": \"package\"}, \"c/1 2\": {\"type\": \"package\"}, \"d/1\": 7}}",
           0, 4);
    expect("{\"targets\": [1], \"runtimeTarget\": 3, \"libraries\": {\"a/1\": {\"type\": "
           "\"package\"}}}",
           1, 0);
    expect(
        "{\"runtimeTarget\": \"t\", \"targets\": {\"t\": 1}, \"libraries\": {\"p/1\": {\"type\": "
        "\"project\"}, \"a/1\": {\"type\": \"package\"}}}",
        1, 0);
    expect("{\"libraries\": []}", 0, 1);
    expect("{}", 0, 1);
    expect("[]", 0, 1);
    expect("", 0, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_kept),
        cmocka_unit_test(reads_any_file_of_that_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
