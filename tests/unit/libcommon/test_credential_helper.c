/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "credential_helper.h"
#include "home.h"
#include "limits.h"
#include "xalloc.h"

#define HOST "registry.example:5000"

static void run(const char *script)
{
    print_message("%s\n", script);
    home_write_program("docker-credential-x", script);
}

static void expect(const char *script, const char *user, const char *password, const char *token)
{
    LOGIN_AUTO(login);
    struct error err = {0};
    bool installed = false;

    run(script);
    if (!credential_helper_get("x", HOST, &login, &installed, &err))
        fail_msg("%s", err.message);
    assert_true(installed);
    assert_string_equal(login.user ? login.user : "none", user ? user : "none");
    assert_string_equal(login.password ? login.password : "none", password ? password : "none");
    assert_string_equal(login.identity_token ? login.identity_token : "none",
                        token ? token : "none");
}

static void expect_error(const char *script, const char *message)
{
    LOGIN_AUTO(login);
    struct error err = {0};
    bool installed = false;

    run(script);
    assert_false(credential_helper_get("x", HOST, &login, &installed, &err));
    assert_string_equal(err.message, message);
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
    assert_true(login_is_empty(&login));
}

static void gives_the_host_and_takes_the_answer(void **state)
{
    expect("[ \"$1\" = get ] && read -r host; printf "
           "'{\"ServerURL\":\"%s\",\"Username\":\"u\",\"Secret\":\"%s:p\"}' \"$host\" \"$host\"",
           "u", HOST ":p", NULL);
    expect("cat >/dev/null; echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'", NULL, NULL, "t");
    /* who does not read, and what it leaves running */
    expect("sleep 5 & echo '{\"Username\":\"u\",\"Secret\":\"p\"}'", "u", "p", NULL);
    expect("seq 200000 >&2; echo '{\"Username\":\"u\",\"Secret\":\"p\"}'", "u", "p", NULL);
}

static void takes_no_login_for_none(void **state)
{
    expect("echo 'credentials not found in native keychain'; exit 1", NULL, NULL, NULL);
    expect("echo '{\"Username\":\"\",\"Secret\":\"\"}'", NULL, NULL, NULL);
    expect("echo '{}'", NULL, NULL, NULL);
}

static void says_what_went_wrong(void **state)
{
#define NAME "docker-credential-x: "
    expect_error("echo 'the store is locked'; exit 3",
                 NAME "it ended with status 3: the store is locked");
    expect_error("echo 'no key' >&2; exit 1", NAME "it ended with status 1: no key");
    expect_error("exit 1", NAME "it ended with status 1: it says nothing");
    expect_error("echo 'denied for https://u:hunter2@x.example'; exit 1",
                 NAME "it ended with status 1: denied for https://u:***@x.example");
    expect_error("kill -9 $$", NAME "it was ended by signal 9");
    expect_error("echo 'hunter2 {'", NAME "its answer is not JSON (line 1)");
    expect_error("echo '[\"hunter2\"]'", NAME "its answer is no JSON object");
    expect_error("yes", NAME "its answer is larger than 262144 bytes");
}

static void tells_when_there_is_no_such_program(void **state)
{
    LOGIN_AUTO(login);
    struct error err = {0};
    bool installed = true;

    assert_true(credential_helper_get("absent", HOST, &login, &installed, &err));
    assert_false(installed);
}

static void refuses_names_that_lead_elsewhere(void **state)
{
    static const char *const names[] = {"", "../x", "/x", "x y", "x;y", "x\n", "\xc3\xa9"};

    home_write("x", "#!/bin/sh\n");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        LOGIN_AUTO(login);
        struct error err = {0};
        bool installed = false;

        assert_false(credential_helper_get(names[i], HOST, &login, &installed, &err));
        assert_int_equal(err.kind, ERROR_CONFIGURATION);
        assert_false(installed);
    }
}

/* Nothing of ours is open in it, and SIGPIPE, which we ignore, ends what it runs. */
static void leaves_nothing_of_ours_to_it(void **state)
{
    assert_int_equal(dup2(STDERR_FILENO, 77), 77);
    signal(SIGPIPE, SIG_IGN);
    expect("[ ! -e /proc/$$/fd/77 ] || exit 7\n"
           "case $(sed -n 's/^SigIgn:.*\\(.\\)...$/\\1/p' /proc/$$/status) in\n"
           "[02468ace]) echo '{\"Username\":\"u\",\"Secret\":\"p\"}' ;;\n"
           "*) exit 8 ;; esac",
           "u", "p", NULL);
    signal(SIGPIPE, SIG_DFL);
    close(77);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, home_enter, home_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(gives_the_host_and_takes_the_answer),
        TEST(takes_no_login_for_none),
        TEST(says_what_went_wrong),
        TEST(tells_when_there_is_no_such_program),
        TEST(refuses_names_that_lead_elsewhere),
        TEST(leaves_nothing_of_ours_to_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
