/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define ETC "etc/os-release"
#define USR "usr/lib/os-release"

static void expect(const struct sample *samples, size_t count, const char *expected)
{
    struct findings f;

    catalog(&f, &os_release_cataloger, samples, count);
    assert_json(f.operating_system, expected);
    assert_int_equal(json_array_size(f.warnings), 0);
    findings_release(&f);
}

static void takes_etc_before_usr(void **state)
{
    struct sample both[] = {{USR, 0, "ID=usr\n", 0}, {ETC, 0, "ID=etc\n", 0}};
    struct sample hidden[] = {{ETC, 0, "ID=old\n", 0}, {ETC, 1, "ID=new\n", 0}};
    struct sample empty[] = {{USR, 0, "ID=usr\n", 0}, {ETC, 0, "# nothing\n", 0}};
    struct sample one[] = {{USR, 0, "ID=usr\nVERSION_ID=\"12\"\n", 0}};
    struct sample none[] = {{"opt/etc/os-release", 0, "ID=other\n", 0}};

    expect(both, 2, "{'id':'etc'}");
    expect(hidden, 2, "{'id':'new'}");
    expect(empty, 2, "{'id':'usr'}");
    expect(one, 1, "{'id':'usr','version_id':'12'}");
    expect(none, 1, "{}");
}

static void gives_what_graph_sync_needs(void **state)
{
    struct sample samples[] = {{ETC, 0, "NAME=x\n", 0}};
    struct findings f;

    CATALOG(&f, &os_release_cataloger, samples);
    findings_finish(&f);
    assert_json(f.operating_system, "{'id':'linux','name':'x','version_id':''}");
    findings_release(&f);
}

/* The version in the purl of a deb in an image with this debian_version. */
static void expect_distro(const char *debian_version, const char *os_release, const char *distro)
{
    struct sample samples[] = {{"etc/debian_version", 0, debian_version, 0},
                               {ETC, 0, os_release, 0}};
    struct file_facts none = {.path = SPAN_LITERAL("x")};
    struct findings f;
    json_t *package;

    CATALOG(&f, &os_release_cataloger, samples);
    assert_int_equal(json_array_size(f.warnings), 0);
    package = findings_add_package(&f, "deb", SPAN_LITERAL("a"), SPAN_LITERAL("1"),
                                   SPAN_LITERAL("all"), &none);
    findings_finish(&f);
    assert_true(span_ends_with(json_in_span_or_empty(package, "purl"), distro));
    assert_null(json_object_get(f.operating_system, "debian_version"));
    findings_release(&f);
}

static void purls_of_debian_have_the_point_release(void **state)
{
#define DEBIAN "ID=debian\nVERSION_ID=\"12\"\n"
    expect_distro("12.5\n", DEBIAN, "distro=debian-12.5");
    expect_distro("12", DEBIAN, "distro=debian-12");
    expect_distro("13.1\n", "ID=debian\n", "distro=debian-13.1");
    expect_distro("trixie/sid\n", "ID=debian\n", "distro=debian");
    expect_distro("", DEBIAN, "distro=debian-12");
    expect_distro("12.5.1\n", DEBIAN, "distro=debian-12");
    expect_distro("12.\n", DEBIAN, "distro=debian-12");
    expect_distro("bookworm/sid\n", "ID=ubuntu\nVERSION_ID=\"22.04\"\n", "distro=ubuntu-22.04");
    expect_distro("12.5\n", "ID=kali\nVERSION_ID=2024.1\n", "distro=kali-2024.1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_etc_before_usr),
        cmocka_unit_test(gives_what_graph_sync_needs),
        cmocka_unit_test(purls_of_debian_have_the_point_release),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
