/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "limits.h"
#include "purl_parts.h"

static void takes_purls_apart(void **state)
{
    static const struct {
        const char *purl;
        const char *type;
        const char *name;
        const char *version;
        const char *arch;
    } cases[] = {
        {"pkg:bitnami/redis@7.4.1-0?arch=arm64&distro=debian-12", "bitnami", "redis", "7.4.1-0",
         "arm64"},
        {"pkg:apk/wolfi/libgcc@15.2.0-r2?distro=wolfi-20230201&arch=x86_64", "apk", "libgcc",
         "15.2.0-r2", "x86_64"},
        {"pkg:npm/%40angular/animation@12.3.1", "npm", "@angular/animation", "12.3.1", ""},
        {"pkg:npm/@angular/animation", "npm", "@angular/animation", "", ""},
        {"pkg:npm/@angular/animation@12", "npm", "@angular/animation", "12", ""},
        {"pkg:NPM/a@1", "npm", "a", "1", ""},
        {"pkg:golang/google.golang.org/genproto@v0.1#googleapis/api", "golang",
         "google.golang.org/genproto", "v0.1", ""},
        {"pkg:maven/org.apache.batik/batik-anim@1.9.1?type=zip", "maven",
         "org.apache.batik:batik-anim", "1.9.1", ""},
        {"pkg:maven/alone@1", "maven", "alone", "1", ""},
        {"pkg:deb/debian/attr@2.4.47-2?arch=amd64&epoch=1", "deb", "attr", "1:2.4.47-2", "amd64"},
        {"pkg:deb/debian/attr@1%3A2.4", "deb", "attr", "1:2.4", ""},
        {"pkg:rpm/centos/bash@5-1.el9?epoch=0&arch=", "rpm", "bash", "5-1.el9", ""},
        {"pkg:pypi/a%2Bb%zz%4@1%2", "pypi", "a+b%zz%4", "1%2", ""},
        {"pkg:///generic//openssl/@3.0?download_url=https://registry.example/a@b", "generic",
         "openssl", "3.0", ""},
        {"pkg:github/madler/zlib@v1.3?a&arch", "github", "madler/zlib", "v1.3", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        PURL_PARTS_AUTO(parts);

        print_message("# %s\n", cases[i].purl);
        assert_true(purl_parts_read(&parts, span_string(cases[i].purl)));
        assert_string_equal(parts.type.data, cases[i].type);
        assert_string_equal(parts.name.data, cases[i].name);
        assert_string_equal(parts.version.data, cases[i].version);
        assert_string_equal(parts.arch.data, cases[i].arch);
    }
}

static void refuses_what_is_none(void **state)
{
    static const char *const texts[] = {"",          "pkg:",         "pkg:npm",     "pkg:npm/",
                                        "npm/a@1",   "pkg:1npm/a",   "pkg:n_m/a",   "pkg:npm/@1",
                                        "pkg:npm//", "pkg:npm/?a=b", "pkg:%6epm/a", "PKG:npm/a"};
    char longest[2 * LIMIT_PACKAGE_NAME] = "pkg:npm/";

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        PURL_PARTS_AUTO(parts);

        print_message("# %s\n", texts[i]);
        assert_false(purl_parts_read(&parts, span_string(texts[i])));
    }
    memset(longest + strlen(longest), 'a', LIMIT_PACKAGE_NAME + 1);
    PURL_PARTS_AUTO(parts);
    assert_false(purl_parts_read(&parts, span_string(longest)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_purls_apart),
        cmocka_unit_test(refuses_what_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
