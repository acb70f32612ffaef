/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define FOLDER "opt/aicoe-ci/"

static void shows_pipfile_and_lock(void **state)
{
    struct sample samples[] = {
        {FOLDER "Pipfile", 0,
         "[[source]]\nurl = \"https://me:secret@index.example/simple\"\nverify_ssl = true\n\n"
         "[packages]\nflask = \"*\"\nrequests = {extras = [\"socks\"], version = \">=2\"}\n",
         0},
        {FOLDER "Pipfile.lock", 0, "{\"_meta\": {\"pipfile-spec\": 6}, \"default\": {}}", 0},
        {"srv/" FOLDER "Pipfile", 0, "[packages]\n", 0},
    };
    struct findings f;

    CATALOG(&f, &aicoe_ci_cataloger, samples);
    assert_json(f.warnings, "[]");
    assert_json(f.aicoe_ci,
                "{'requirements':{'packages':{'flask':'*','requests':{'extras':['socks'],"
                "'version':'>=2'}},'source':[{'url':'https://me:***@index.example/simple',"
                "'verify_ssl':true}]},'requirements_lock':{'_meta':{'pipfile-spec':6},"
                "'default':{}}}");
    findings_release(&f);
}

static void tells_what_it_cannot_show(void **state)
{
    struct sample samples[] = {{FOLDER "Pipfile", 0, "[packages\n", 0},
                               {FOLDER "Pipfile.lock", 0, "[]", 0}};
    struct findings f;

    CATALOG(&f, &aicoe_ci_cataloger, samples);
    assert_json(f.aicoe_ci, "{}");
    CLEANUP(cleanup_free) char *first = warning_text(&f, 0);
    assert_string_equal(first, "malformed /" FOLDER "Pipfile: line 1: a heading that does not end");
    CLEANUP(cleanup_free) char *second = warning_text(&f, 1);
    assert_string_equal(second, "malformed /" FOLDER "Pipfile.lock: no JSON object");
    findings_release(&f);
}

/* A document of ours has a limit of its own: what would reach it is refused here. */
static void bounds_the_depth_of_a_lock(void **state)
{
    for (size_t depth = 31; depth <= 34; depth++) {
        STRBUF_AUTO(text, KIB);
        for (size_t i = 0; i < depth; i++)
            strbuf_add_string(&text, "{\"a\":");
        strbuf_add_byte(&text, '1');
        for (size_t i = 0; i < depth; i++)
            strbuf_add_byte(&text, '}');
        struct sample samples[] = {{FOLDER "Pipfile.lock", 0, text.data, 0}};
        struct findings f;

        CATALOG(&f, &aicoe_ci_cataloger, samples);
        assert_int_equal(json_array_size(f.warnings), depth > 32);
        findings_release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_pipfile_and_lock),
        cmocka_unit_test(tells_what_it_cannot_show),
        cmocka_unit_test(bounds_the_depth_of_a_lock),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
