/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_in.h"
#include "purl.h"

/* The examples of the purl specification's types where it has them. */
static void spells_names_as_their_types_have_it(void **state)
{
    static const struct {
        const char *type;
        const char *name;
        const char *version;
        const char *arch;
        const char *purl;
    } cases[] = {
        {"npm", "foobar", "12.3.1", "", "pkg:npm/foobar@12.3.1"},
        {"npm", "@angular/animation", "12.3.1", "", "pkg:npm/%40angular/animation@12.3.1"},
        {"npm", "a//b/", "1", "", "pkg:npm/a/b@1"},
        {"composer", "Guzzlehttp/Promises", "2.0.2", "", "pkg:composer/guzzlehttp/promises@2.0.2"},
        {"maven", "org.apache:batik", "1", "", "pkg:maven/org.apache/batik@1"},
        {"gem", "ruby-advisory-db-check", "0.12.4", "", "pkg:gem/ruby-advisory-db-check@0.12.4"},
        {"gem", "jruby-launcher", "1.1.2", "java", "pkg:gem/jruby-launcher@1.1.2?platform=java"},
        {"cran", "A3", "0.9.1", "", "pkg:cran/A3@0.9.1"},
        {"nuget", "EnterpriseLibrary.Common", "6.0.1304", "",
         "pkg:nuget/EnterpriseLibrary.Common@6.0.1304"},
        {"pypi", "Django_Package", "1.11.1.dev1", "", "pkg:pypi/django-package@1.11.1.dev1"},
        {"deb", "curl", "7.50.3-1", "i386",
         "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=debian-8"},
    };
    CLEANUP(cleanup_json) json_t *os = json_new_object();

    json_put_string(os, "id", SPAN_LITERAL("debian"));
    json_put_string(os, "version_id", SPAN_LITERAL("8"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(cleanup_json) json_t *package = json_new_object();

        json_put_string(package, "type", span_string(cases[i].type));
        json_put_string(package, "name", span_string(cases[i].name));
        json_put_string(package, "version", span_string(cases[i].version));
        json_put_string(package, "arch", span_string(cases[i].arch));
        CLEANUP(cleanup_json) json_t *purl = purl_of(package, os);
        assert_string_equal(json_string_value(purl), cases[i].purl);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spells_names_as_their_types_have_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
