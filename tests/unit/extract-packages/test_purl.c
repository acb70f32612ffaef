/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The expected purls of deb, rpm, apk and alpm are what syft 1.57 writes of such packages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_in.h"
#include "purl.h"

#define DEBIAN "{\"id\": \"debian\", \"version_id\": \"12\"}"
#define ALPINE "{\"id\": \"alpine\", \"version_id\": \"3.11.5\"}"
#define RHEL "{\"id\": \"rhel\", \"version_id\": \"8.4\"}"
#define ARCH "{\"id\": \"arch\", \"build_id\": \"rolling\"}"
#define LEAP "{\"id\": \"opensuse-leap\", \"version_id\": \"15.4\"}"

struct example {
    const char *os;
    const char *package; /* ' for " */
    const char *purl;
};

static const struct example examples[] = {
    {DEBIAN, "{'type': 'deb', 'name': 'apt', 'version': '2.6.1', 'arch': 'amd64'}",
     "pkg:deb/debian/apt@2.6.1?arch=amd64&distro=debian-12"},
    {DEBIAN,
     "{'type': 'deb', 'name': 'apt', 'version': '2.6.1', 'arch': 'amd64',"
     " 'source_package': {'name': 'apt', 'version': '2.6.1'}}",
     "pkg:deb/debian/apt@2.6.1?arch=amd64&distro=debian-12"},
    {DEBIAN,
     "{'type': 'deb', 'name': 'libstdc++6', 'version': '12.2.0-14+deb12u1', 'arch': 'amd64',"
     " 'source_package': {'name': 'gcc-12', 'version': '12.2.0-14+deb12u1'}}",
     "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bdeb12u1?arch=amd64&distro=debian-12"
     "&upstream=gcc-12"},
    {DEBIAN,
     "{'type': 'deb', 'name': 'bsdutils', 'version': '1:2.38.1-5+deb12u3', 'arch': 'amd64',"
     " 'source_package': {'name': 'util-linux', 'version': '2.38.1-5+deb12u3'}}",
     "pkg:deb/debian/bsdutils@1%3A2.38.1-5%2Bdeb12u3?arch=amd64&distro=debian-12"
     "&upstream=util-linux%402.38.1-5%2Bdeb12u3"},
    {DEBIAN,
     "{'type': 'deb', 'name': 'libatm1', 'version': '1:2.5.1-4+b2', 'arch': 'amd64',"
     " 'source_package': {'name': 'linux-atm', 'version': '1:2.5.1-4'}}",
     "pkg:deb/debian/libatm1@1%3A2.5.1-4%2Bb2?arch=amd64&distro=debian-12"
     "&upstream=linux-atm%401%3A2.5.1-4"},
    {DEBIAN,
     "{'type': 'deb', 'name': 'clang', 'version': '1:14.0-55.7~deb12u1', 'arch': 'amd64',"
     " 'source_package': {'name': 'clang', 'version': '0.55.7~deb12u1'}}",
     "pkg:deb/debian/clang@1%3A14.0-55.7~deb12u1?arch=amd64&distro=debian-12"
     "&upstream=clang%400.55.7~deb12u1"},
    {ALPINE,
     "{'type': 'apk', 'name': 'libc-utils', 'version': '0.7.2-r0', 'arch': 'x86_64',"
     " 'source_package': {'name': 'libc-dev', 'version': '0.7.2-r0'}}",
     "pkg:apk/alpine/libc-utils@0.7.2-r0?arch=x86_64&distro=alpine-3.11.5&upstream=libc-dev"},
    {ALPINE,
     "{'type': 'apk', 'name': 'musl', 'version': '1.1.24-r2', 'arch': 'x86_64',"
     " 'source_package': {'name': 'musl', 'version': '1.1.24-r2'}}",
     "pkg:apk/alpine/musl@1.1.24-r2?arch=x86_64&distro=alpine-3.11.5"},
    {ALPINE,
     "{'type': 'apk', 'name': '.build-deps', 'version': '20200101.1', 'arch': 'noarch',"
     " 'source_package': null}",
     "pkg:apk/alpine/.build-deps@20200101.1?arch=noarch&distro=alpine-3.11.5"},
    {RHEL,
     "{'type': 'rpm', 'name': 'tzdata', 'version': '2019a-1.el8', 'arch': 'noarch',"
     " 'source_package': {'name': 'tzdata', 'version': '2019a-1.el8'}}",
     "pkg:rpm/redhat/tzdata@2019a-1.el8?arch=noarch&distro=rhel-8.4"
     "&upstream=tzdata-2019a-1.el8.src.rpm"},
    {RHEL,
     "{'type': 'rpm', 'name': 'openssl-libs', 'version': '1:1.1.1-8.el8', 'arch': 'x86_64',"
     " 'source_package': {'name': 'openssl', 'version': '1.1.1-8.el8'}}",
     "pkg:rpm/redhat/openssl-libs@1.1.1-8.el8?arch=x86_64&distro=rhel-8.4&epoch=1"
     "&upstream=openssl-1.1.1-8.el8.src.rpm"},
    {RHEL,
     "{'type': 'rpm', 'name': 'x', 'version': '0:1-1', 'arch': null,"
     " 'source_package': {'name': 'x', 'version': '0:1-1'}}",
     "pkg:rpm/redhat/x@1-1?distro=rhel-8.4&epoch=0&upstream=x-1-1.src.rpm"},
    {RHEL,
     "{'type': 'rpm', 'name': 'nodejs', 'version': '1:10.19.0-1', 'arch': 'x86_64',"
     "'origin': {'modularity_label': 'nodejs:10:8000:c8'}}",
     "pkg:rpm/redhat/nodejs@10.19.0-1?arch=x86_64&distro=rhel-8.4&epoch=1"
     "&rpmmod=nodejs%3A10%3A8000%3Ac8"},
    {LEAP, "{'type': 'rpm', 'name': 'bash', 'version': '4.4-1', 'arch': 'x86_64'}",
     "pkg:rpm/opensuse/bash@4.4-1?arch=x86_64&distro=opensuse-leap-15.4"},
    {ARCH,
     "{'type': 'alpm', 'name': 'pacman', 'version': '6.0.2-1', 'arch': 'x86_64',"
     " 'source_package': {'name': 'pacman', 'version': '6.0.2-1'}}",
     "pkg:alpm/arch/pacman@6.0.2-1?arch=x86_64&distro=arch-rolling&upstream=pacman"},
    {"{\"id\": \"linux\", \"version_id\": \"\"}",
     "{'type': 'opkg', 'name': 'a', 'version': '1', 'arch': 'all'}",
     "pkg:opkg/linux/a@1?arch=all&distro=linux"},
    {DEBIAN, "{'type': 'golang', 'name': 'github.com/a/b', 'version': 'v1.0.0'}",
     "pkg:golang/github.com/a/b@v1.0.0"},
    {DEBIAN, "{'type': 'pypi', 'name': 'a', 'version': '1!2.0+local'}",
     "pkg:pypi/a@1%212.0%2Blocal"},
    {DEBIAN, "{'type': 'gem', 'name': 'a b?/#', 'version': ''}", "pkg:gem/a%20b%3F%2F%23"},
};

static json_t *parsed(const char *text)
{
    struct error err = {0};

    STRBUF_AUTO(json, 4 * KIB);
    for (; *text; text++)
        strbuf_add_byte(&json, *text == '\'' ? '"' : *text);
    json_t *value = json_in_parse(strbuf_span(&json), "the example", &err);
    assert_non_null(value);
    return value;
}

static void writes_purls_as_syft_does(void **state)
{
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        CLEANUP(cleanup_json) json_t *package = parsed(examples[i].package);
        CLEANUP(cleanup_json) json_t *os = parsed(examples[i].os);
        CLEANUP(cleanup_json) json_t *purl = purl_of(package, os);

        assert_string_equal(json_string_value(purl), examples[i].purl);
    }
}

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
        cmocka_unit_test(writes_purls_as_syft_does),
        cmocka_unit_test(spells_names_as_their_types_have_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
