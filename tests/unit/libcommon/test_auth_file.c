/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "auth_file.h"
#include "json_in.h"
#include "limits.h"
#include "xalloc.h"

/* "user:password" and the like, to free. */
static char *shown(const struct auth_file_answer *answer)
{
    const struct login *login = &answer->login;

    if (answer->helper)
        return xasprintf("%s%s asks %s", answer->is_store ? "store " : "", answer->helper,
                         answer->server);
    if (login->registry_token)
        return xasprintf("registry token %s", login->registry_token);
    if (login->identity_token)
        return xasprintf("identity token %s", login->identity_token);
    return login->user ? xasprintf("%s:%s", login->user, login->password) : xstrdup("none");
}

/* ' stands for " in text; expected starts with "error: " for one. */
static void expect_query(const char *text, const struct auth_file_query *query,
                         const char *expected)
{
    CLEANUP(cleanup_free) char *json = xstrdup(text);
    AUTH_FILE_ANSWER_AUTO(answer);
    struct error err = {0};
    CLEANUP(cleanup_free) char *got = NULL;

    for (char *quote = strchr(json, '\''); quote; quote = strchr(quote, '\''))
        *quote = '"';
    print_message("%s/%s in %s\n", query->host, query->repository, json);
    if (auth_file_find(span_string(json), query, &answer, &err)) {
        assert_false(error_is_set(&err));
        got = shown(&answer);
    } else {
        assert_int_equal(err.kind, ERROR_CONFIGURATION);
        got = xasprintf("error: %s", err.message);
    }
    assert_string_equal(got, expected);
}

static void expect(const char *text, const char *host, const char *repository, const char *expected)
{
    struct auth_file_query query = {host, repository, false};

    expect_query(text, &query, expected);
}

static void expect_old(const char *text, const char *host, const char *expected)
{
    struct auth_file_query query = {host, "a/b", true};

    expect_query(text, &query, expected);
}

#define HOST "registry.example:5000"
/* u:p, v:q, w:a:b */
#define UP "{'auth':'dTpw'}"
#define VQ "{'auth':'djpx'}"
#define WAB "{'auth':'dzphOmI='}"

static void reads_logins(void **state)
{
    expect("{'auths':{'" HOST "':" UP "}}", HOST, "a/b", "u:p");
    expect("{'auths':{'" HOST "':" WAB "}}", HOST, "a/b", "w:a:b");
    expect("{'auths':{'" HOST "':{'username':'u','password':'p:x'}}}", HOST, "a/b", "u:p:x");
    expect("{'auths':{'" HOST "':{'auth':'dTpw','username':'x','password':'y'}}}", HOST, "a",
           "u:p");
    /* docker: "auth" of a user without a password, beside the token */
    expect("{'auths':{'" HOST "':{'auth':'MDA6','identitytoken':'t'}}}", HOST, "a",
           "identity token t");
    expect("{'auths':{'" HOST "':{'registrytoken':'t.u'}}}", HOST, "a", "registry token t.u");
    /* trailing NULs, as old versions of docker have them */
    expect("{'auths':{'" HOST "':{'auth':'dTpwAAA='}}}", HOST, "a", "u:p");
}

static void takes_the_longest_key(void **state)
{
    static const char text[] =
        "{'auths':{'" HOST "':" UP ",'" HOST "/ns':" VQ ",'" HOST "/ns/sub/repo':" WAB "}}";

    expect(text, HOST, "other", "u:p");
    expect(text, HOST, "nsx/repo", "u:p");
    expect(text, HOST, "ns", "v:q");
    expect(text, HOST, "ns/sub", "v:q");
    expect(text, HOST, "ns/sub/repo", "w:a:b");
    expect(text, HOST, "ns/sub/repo/more", "w:a:b");
    expect(text, "registry.example", "ns/sub/repo", "none");
    expect(text, "x" HOST, "ns", "none");
}

static void knows_docker_hub_and_urls(void **state)
{
    expect("{'auths':{'https://index.docker.io/v1/':" UP "}}", "docker.io", "library/a", "u:p");
    expect("{'auths':{'index.docker.io':" UP "}}", "docker.io", "library/a", "u:p");
    expect("{'auths':{'docker.io':" VQ ",'https://index.docker.io/v1/':" UP "}}", "docker.io",
           "library/a", "v:q");
    expect("{'auths':{'docker.io/library':" VQ ",'docker.io':" UP "}}", "docker.io", "library/a",
           "v:q");
    expect("{'auths':{'https://" HOST "/v2/':" UP "}}", HOST, "a", "u:p");
    expect("{'auths':{'http://" HOST "':" UP "}}", HOST, "a", "u:p");
    /* no URL: a namespace, which is another's */
    expect("{'auths':{'" HOST "/v2':" UP "}}", HOST, "a", "none");
    expect("{'auths':{'https://evil.example/" HOST "':" UP "}}", HOST, "a", "none");
}

static void asks_helpers(void **state)
{
    expect("{'credHelpers':{'" HOST "':'pass'},'auths':{'" HOST "':" UP "}}", HOST, "a/b",
           "pass asks " HOST);
    expect("{'credHelpers':{'" HOST "':'pass'},'auths':{'" HOST "/a':" UP "}}", HOST, "a/b",
           "pass asks " HOST);
    expect("{'credHelpers':{'" HOST "':''},'auths':{'" HOST "':" UP "}}", HOST, "a/b", "u:p");
    expect("{'credHelpers':{'x.example':'pass'},'credsStore':'gnome','auths':{'" HOST "':{}}}",
           HOST, "a/b", "store gnome asks " HOST);
    expect("{'credsStore':'gnome','auths':{'" HOST "':" UP "}}", HOST, "a/b", "u:p");
    expect("{'credsStore':'gnome'}", "docker.io", "library/a",
           "store gnome asks https://index.docker.io/v1/");
    expect("{'credHelpers':{'docker.io':'pass'}}", "docker.io", "library/a", "pass asks docker.io");
    expect("{'credHelpers':{'https://index.docker.io/v1/':'pass'}}", "docker.io", "library/a",
           "pass asks https://index.docker.io/v1/");
    expect("{'credsStore':''}", HOST, "a", "none");
}

static void takes_what_has_no_login_for_none(void **state)
{
    expect("", HOST, "a", "none");
    expect(" \n", HOST, "a", "none");
    expect("{}", HOST, "a", "none");
    expect("{'auths':null,'credHelpers':null,'credsStore':null}", HOST, "a", "none");
    expect("{'auths':{'" HOST "':{}}}", HOST, "a", "none");
    expect("{'auths':{'" HOST "/a':{},'" HOST "':" UP "}}", HOST, "a", "none");
    expect("{'auths':{'" HOST "':{'auth':''}}}", HOST, "a", "none");
    expect("{'auths':{'" HOST "':{'username':'u'}}}", HOST, "a", "none");
    /* of others' entries nothing is looked at */
    expect("{'auths':{'x.example':{'auth':'*'},'" HOST "':" UP "}}", HOST, "a", "u:p");
}

static void reads_the_old_form(void **state)
{
    expect_old("{'https://" HOST "/v1/':" UP "}", HOST, "u:p");
    expect_old("{'" HOST "/v1/':" UP "}", HOST, "u:p");
    expect_old("{'" HOST "':" UP ",'" HOST "/a':" VQ "}", HOST, "u:p");
    expect_old("{'http://index.docker.io/v1':" UP "}", "docker.io", "u:p");
    expect_old("{'auths':{'" HOST "':" UP "}}", HOST, "none");
}

static void says_what_is_wrong_without_the_secret(void **state)
{
    expect("{'auths':{'" HOST "': dTpw}}", HOST, "a", "error: it is not JSON (line 1)");
    expect("{\n'auths' 'dTpw'}", HOST, "a", "error: it is not JSON (line 2)");
    expect("[]", HOST, "a", "error: it is no JSON object");
    expect("{'auths':[]}", HOST, "a", "error: 'auths' is no JSON object");
    expect("{'credHelpers':'x'}", HOST, "a", "error: 'credHelpers' is no JSON object");
    expect("{'credHelpers':{'" HOST "':1}}", HOST, "a",
           "error: credHelpers: '" HOST "' is no string");
    expect("{'credsStore':{}}", HOST, "a", "error: 'credsStore' is no string");
#define ENTRY "error: the entry for '" HOST "': "
    expect("{'auths':{'" HOST "':'dTpw'}}", HOST, "a", ENTRY "it is no JSON object");
    expect("{'auths':{'" HOST "':{'auth':7}}}", HOST, "a", ENTRY "'auth' is no string");
#define NO_PAIR ENTRY "'auth' is not Base64 of USER:PASSWORD: log in again"
    expect("{'auths':{'" HOST "':{'auth':'u:p'}}}", HOST, "a", NO_PAIR);
    expect("{'auths':{'" HOST "':{'auth':'dXA='}}}", HOST, "a", NO_PAIR);
    expect("{'auths':{'" HOST "':{'auth':'OnA='}}}", HOST, "a", NO_PAIR);
    expect("{'auths':{'" HOST "':{'registrytoken':'a\\r\\nX: y'}}}", HOST, "a",
           ENTRY "'registrytoken' holds a blank or a control character");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_logins),
        cmocka_unit_test(takes_the_longest_key),
        cmocka_unit_test(knows_docker_hub_and_urls),
        cmocka_unit_test(asks_helpers),
        cmocka_unit_test(takes_what_has_no_login_for_none),
        cmocka_unit_test(reads_the_old_form),
        cmocka_unit_test(says_what_is_wrong_without_the_secret),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
