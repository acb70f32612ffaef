/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "credentials.h"
#include "home.h"
#include "xalloc.h"

#define HOST "registry.example:5000"
/* A file with a login of the user u; the password of all is p. */
#define LOGIN(pair) "{\"auths\":{\"" HOST "\":{\"auth\":\"" pair "\"}}}"
#define AP "YTpw" /* a:p, and so on */
#define BP "Yjpw"
#define CP "Yzpw"
#define DP "ZDpw"

static struct credentials_query query(const char *authfile)
{
    return (struct credentials_query){HOST, "ns/repo", authfile, "TEST_LOGIN"};
}

/* user NULL: anonymous.  What is found is the caller's. */
static void find(const char *authfile, const char *user, struct credentials *ret)
{
    struct credentials_query wanted = query(authfile);
    struct error err = {0};

    if (!credentials_find(&wanted, ret, &err))
        fail_msg("%s", err.message);
    assert_string_equal(ret->login.user ? ret->login.user : "none", user ? user : "none");
    assert_int_equal(!ret->origin, !user);
}

static void expect(const char *authfile, const char *user)
{
    CREDENTIALS_AUTO(found);

    find(authfile, user, &found);
}

/* '~' in message stands for the home. */
static void expect_error(const char *authfile, enum error_kind kind, const char *message)
{
    CREDENTIALS_AUTO(found);
    struct credentials_query wanted = query(authfile);
    struct error err = {0};
    const char *tilde = strchr(message, '~');
    CLEANUP(cleanup_free)
    char *expected =
        tilde ? xasprintf("%.*s%s%s", (int)(tilde - message), message, home_path(), tilde + 1)
              : xstrdup(message);

    assert_false(credentials_find(&wanted, &found, &err));
    assert_string_equal(err.message, expected);
    assert_int_equal(err.kind, kind);
    assert_int_equal(found.file_count, 0);
}

static void looks_in_the_order_of_podman(void **state)
{
    expect(NULL, NULL);
    home_write(".dockercfg", "{\"https://" HOST "/v1/\":{\"auth\":\"" DP "\"}}");
    expect(NULL, "d");
    home_write(".docker/config.json", LOGIN(CP));
    expect(NULL, "c");
    home_write(".config/containers/auth.json", LOGIN(BP));
    expect(NULL, "b");
    home_write("containers/auth.json", LOGIN(AP));
    expect(NULL, "a");
    /* no login there: the next */
    home_write("containers/auth.json", "{\"auths\":{\"" HOST "\":{},\"x.example\":{}}}");
    expect(NULL, "b");
}

static void follows_the_variables(void **state)
{
    CLEANUP(cleanup_free) char *other = xasprintf("%s/other", home_path());

    home_write(".docker/config.json", LOGIN(AP));
    home_write("other/config.json", LOGIN(BP));
    setenv("DOCKER_CONFIG", other, 1);
    expect(NULL, "b");
    home_write("other/containers/auth.json", LOGIN(CP));
    setenv("XDG_CONFIG_HOME", other, 1);
    expect(NULL, "c");
    setenv("XDG_CONFIG_HOME", "other", 1);
    expect(NULL, "b");
    setenv("HOME", "/dev/null", 1);
    expect(NULL, "b");
}

static void takes_a_named_file_alone(void **state)
{
    home_write("containers/auth.json", LOGIN(AP));
    home_write("mine.json", LOGIN(BP));
    home_write("empty.json", "{}");
    expect("mine.json", "b");
    expect("empty.json", NULL);
    expect("/dev/null", NULL);
    setenv("REGISTRY_AUTH_FILE", "mine.json", 1);
    expect(NULL, "b");
    expect("empty.json", NULL);
    setenv("REGISTRY_AUTH_FILE", "", 1);
    expect(NULL, "a");
    expect_error("absent.json", ERROR_CONFIGURATION,
                 "the file of logins 'absent.json' (--authfile, REGISTRY_AUTH_FILE) is not there");
}

static void takes_a_variable_first(void **state)
{
    CREDENTIALS_AUTO(found);

    home_write("mine.json", LOGIN(BP));
    setenv("TEST_LOGIN", "e:p:q", 1);
    find("mine.json", "e", &found);
    assert_string_equal(found.login.password, "p:q");
    assert_string_equal(found.origin, "the environment variable TEST_LOGIN");
    assert_false(credentials_stale(&found));
    setenv("TEST_LOGIN", "", 1);
    expect("mine.json", "b");
    setenv("TEST_LOGIN", "hunter2", 1);
    expect_error("mine.json", ERROR_CONFIGURATION,
                 "the environment variable TEST_LOGIN does not hold USER:PASSWORD");
    unsetenv("TEST_LOGIN");
}

static void names_the_file_that_is_wrong(void **state)
{
    home_write("containers/auth.json", "{\"auths\":");
    expect_error(NULL, ERROR_CONFIGURATION, "'~/containers/auth.json': it is not JSON (line 1)");
    home_write("containers/auth.json", "{}");
    assert_int_equal(mkdir(".dockercfg", 0700), 0);
    expect_error(NULL, ERROR_LOCAL_IO, "cannot read '~/.dockercfg': Is a directory");
}

static void asks_helpers(void **state)
{
    CREDENTIALS_AUTO(found);
    CREDENTIALS_AUTO(missed);

    home_write_program("docker-credential-x", "echo '{\"Username\":\"x\",\"Secret\":\"p\"}'");
    home_write("containers/auth.json", "{\"credHelpers\":{\"" HOST "\":\"x\"}}");
    find(NULL, "x", &found);
    assert_true(credentials_stale(&found));
    assert_non_null(strstr(found.origin, "docker-credential-x, which '"));
    home_write("containers/auth.json", "{\"credHelpers\":{\"" HOST "\":\"y\"}}");
    expect_error(NULL, ERROR_CONFIGURATION,
                 "'~/containers/auth.json': docker-credential-y is not installed: install it, or "
                 "take '" HOST "' out of credHelpers");
    /* a store that is not there is not missed before a registry refuses */
    home_write("containers/auth.json", "{\"credsStore\":\"y\"}");
    find(NULL, NULL, &missed);
    assert_non_null(strstr(missed.missed, "docker-credential-y, which '"));
    home_write(".docker/config.json", LOGIN(CP));
    expect(NULL, "c");
    /* nor is one that has no login the end */
    home_write_program("docker-credential-y", "echo 'credentials not found'; exit 1");
    expect(NULL, "c");
    home_write_program("docker-credential-y", "echo locked; exit 2");
    expect_error(NULL, ERROR_CONFIGURATION,
                 "'~/containers/auth.json': docker-credential-y: it ended with status 2: locked");
}

static void sees_that_a_login_has_changed(void **state)
{
    struct credentials found = {0};

    home_write(".docker/config.json", LOGIN(AP));
    find(NULL, "a", &found);
    assert_false(credentials_stale(&found));
    home_write(".docker/config.json", LOGIN(BP));
    assert_true(credentials_stale(&found));
    credentials_release(&found);
    find(NULL, "b", &found);
    home_write("containers/auth.json", LOGIN(CP));
    assert_true(credentials_stale(&found));
    credentials_release(&found);
    find(NULL, "c", &found);
    home_write(".docker/config.json", LOGIN(DP));
    assert_false(credentials_stale(&found));
    assert_int_equal(unlink("containers/auth.json"), 0);
    assert_true(credentials_stale(&found));
    credentials_release(&found);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, home_enter, home_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(looks_in_the_order_of_podman),  TEST(follows_the_variables),
        TEST(takes_a_named_file_alone),      TEST(takes_a_variable_first),
        TEST(names_the_file_that_is_wrong),  TEST(asks_helpers),
        TEST(sees_that_a_login_has_changed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
