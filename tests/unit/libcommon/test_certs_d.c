/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

#include "certs_d.h"
#include "home.h"
#include "xalloc.h"

#define HOST "registry.example:5000"
#define USERS ".config/containers/certs.d/" HOST "/"
#define MACHINES "etc/containers/certs.d/" HOST "/"
#define DOCKERS "etc/docker/certs.d/" HOST "/"

/* expected: the folder below the home, or NULL; then authorities and pair by their names. */
static void expect(const char *host, const char *folder, const char *expected)
{
    CERTS_D_AUTO(certs);
    STRBUF_AUTO(got, KIB);
    struct error err = {0};
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", home_path(), folder ? folder : "");

    if (!certs_d_find(home_path(), host, &certs, &err))
        fail_msg("%s", err.message);
    if (!folder) {
        assert_null(certs.folder);
        return;
    }
    path[strlen(path) - 1] = '\0';
    assert_string_equal(certs.folder, path);
    for (size_t i = 0; i < certs.authority_count; i++)
        strbuf_addf(&got, "%s ", strrchr(certs.authorities[i], '/') + 1);
    if (certs.certificate)
        strbuf_addf(&got, "%s+%s", strrchr(certs.certificate, '/') + 1,
                    strrchr(certs.key, '/') + 1);
    assert_string_equal(got.data, expected);
}

static void expect_error(const char *host, const char *message)
{
    CERTS_D_AUTO(certs);
    struct error err = {0};

    assert_false(certs_d_find(home_path(), host, &certs, &err));
    assert_non_null(strstr(err.message, message));
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
    assert_null(certs.folder);
    assert_int_equal(certs.authority_count, 0);
}

static void takes_the_first_folder_alone(void **state)
{
    expect(HOST, NULL, NULL);
    home_write(DOCKERS "ca.crt", "");
    expect(HOST, DOCKERS, "ca.crt ");
    home_write(MACHINES "b.crt", "");
    home_write(MACHINES "a.crt", "");
    expect(HOST, MACHINES, "a.crt b.crt ");
    home_write(USERS "README", "");
    expect(HOST, USERS, "");
    expect("registry.example", NULL, NULL);
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    expect(HOST, MACHINES, "a.crt b.crt ");
}

static void takes_certificate_and_key(void **state)
{
    home_write(USERS "ca.crt", "");
    home_write(USERS "client.key", "");
    home_write(USERS "client.cert", "");
    expect(HOST, USERS, "ca.crt client.cert+client.key");
    home_write(USERS "another.cert", "");
    home_write(USERS "another.key", "");
    expect(HOST, USERS, "ca.crt another.cert+another.key");
    home_write(USERS "third.cert", "");
    expect_error(HOST, "': 'third.cert' has no 'third.key' beside it");
}

static void wants_both_of_a_pair(void **state)
{
    home_write(USERS "client.cert", "");
    expect_error(HOST, "': 'client.cert' has no 'client.key' beside it: add it, or name the file "
                       "*.crt if it is an authority's");
    assert_int_equal(unlink(USERS "client.cert"), 0);
    home_write(USERS "client.key", "");
    expect_error(HOST, "': 'client.key' has no 'client.cert' beside it");
}

static void reads_authorities(void **state)
{
    CERTS_D_AUTO(certs);
    STRBUF_AUTO(text, KIB);
    struct error err = {0};

    home_write(USERS "a.crt", "first");
    home_write(USERS "c.crt", "second\n");
    assert_int_equal(symlink("gone", USERS "b.crt"), 0);
    assert_true(certs_d_find("", HOST, &certs, &err));
    assert_true(certs_d_read_authorities(&certs, &text, &err));
    assert_string_equal(text.data, "first\n\nsecond\n\n");
}

static void refuses_hosts_that_lead_elsewhere(void **state)
{
    static const char *const hosts[] = {"", ".", "..", "a/b", "../x", "/etc", "a b", "a\n"};

    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        expect_error(hosts[i], "' is no registry's host");
    home_write("etc/docker/certs.d/[::1]:5000/ca.crt", "");
    expect("[::1]:5000", "etc/docker/certs.d/[::1]:5000/", "ca.crt ");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, home_enter, home_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(takes_the_first_folder_alone),
        TEST(takes_certificate_and_key),
        TEST(wants_both_of_a_pair),
        TEST(reads_authorities),
        TEST(refuses_hosts_that_lead_elsewhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
