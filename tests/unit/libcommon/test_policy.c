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

#include "cleanup.h"
#include "home.h"
#include "policy.h"
#include "xalloc.h"

#define DIGEST "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define ACCEPT "[{'type':'insecureAcceptAnything'}]"
#define REJECT "[{'type':'reject'}]"
#define SIGNED "[{'type':'signedBy','keyType':'GPGKeys','keyPath':'/k'}]"

/* ' stands for " in text. */
static bool parse(const char *text, struct policy *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *json = xstrdup(text);

    for (char *quote = strchr(json, '\''); quote; quote = strchr(quote, '\''))
        *quote = '"';
    return policy_parse(span_string(json), "policy.json", ret, err);
}

/* kind ERROR_NONE: accepted; message NULL: any. */
static void expect(const char *text, const char *transport, const char *identity,
                   enum error_kind kind, const char *message)
{
    POLICY_AUTO(policy);
    struct error err = {0};

    print_message("%s %s\n", transport, identity);
    if (!parse(text, &policy, &err))
        fail_msg("%s", err.message);
    assert_int_equal(policy_accepts_identity(&policy, transport, identity, &err),
                     kind == ERROR_NONE);
    if (message)
        assert_string_equal(err.message, message);
    assert_int_equal(err.kind, kind);
}

static void accept(const char *text, const char *transport, const char *identity)
{
    expect(text, transport, identity, ERROR_NONE, NULL);
}

static void reject(const char *text, const char *transport, const char *identity)
{
    expect(text, transport, identity, ERROR_PERMISSION, NULL);
}

static void says_which_rule_refuses(void **state)
{
    accept("{'default':" ACCEPT "}", "docker", "a.example/b:1");
    expect("{'default':" REJECT "}", "docker", "a.example/b:1", ERROR_PERMISSION,
           "'a.example/b:1' is rejected by the default of 'policy.json'");
    expect("{'default':" ACCEPT ",'transports':{'docker':{'a.example':" REJECT "}}}", "docker",
           "a.example/b:1", ERROR_PERMISSION,
           "'a.example/b:1' is rejected by the scope 'a.example' of docker of 'policy.json'");
    expect("{'default':" ACCEPT ",'transports':{'docker-archive':{'':" REJECT "}}}",
           "docker-archive", "", ERROR_PERMISSION,
           "'docker-archive' is rejected by the scope \"\" of docker-archive of 'policy.json'");
    expect("{'default':" SIGNED "}", "docker", "a.example/b:1", ERROR_CONFIGURATION,
           "'a.example/b:1' may be taken only with what we cannot check: the default of "
           "'policy.json' asks for signedBy; check it with another tool and take what that has "
           "stored, or change the rule");
    expect("{'default':[{'type':'sigstoreSigned','keyPath':'/k'}]}", "oci", "/x",
           ERROR_CONFIGURATION, NULL);
    expect("{'default':[{'type':'new'}]}", "oci", "/x", ERROR_CONFIGURATION, NULL);
}

static void wants_all_requirements(void **state)
{
    reject("{'default':[{'type':'insecureAcceptAnything'},{'type':'reject'}]}", "dir", "/x");
    expect("{'default':[{'type':'insecureAcceptAnything'},{'type':'signedBy'}]}", "dir", "/x",
           ERROR_CONFIGURATION, NULL);
    accept("{'default':[{'type':'insecureAcceptAnything'},{'type':'insecureAcceptAnything'}]}",
           "dir", "/x");
}

static void takes_the_longest_scope_of_an_image(void **state)
{
    static const char text[] =
        "{'default':" REJECT ",'transports':{'docker':{"
        "'docker.io/library':" ACCEPT ",'docker.io/library/evil':" REJECT
        ",'docker.io/library/evil:good':" ACCEPT ",'docker.io/library/evil@" DIGEST "':" ACCEPT
        ",'a.example:5000':" ACCEPT ",'*.example':" ACCEPT ",'*.b.example':" REJECT
        ",'b.example':" ACCEPT "}}}";

    accept(text, "docker", "docker.io/library/alpine:1");
    reject(text, "docker", "docker.io/other/alpine:1");
    reject(text, "docker", "docker.io/library/evil:1");
    accept(text, "docker", "docker.io/library/evil:good");
    accept(text, "docker", "docker.io/library/evil@" DIGEST);
    accept(text, "docker", "docker.io/library/evil2:1");
    accept(text, "docker", "a.example:5000/b/c:1");
    /* the port is no part of what a wildcard means, but of a host's name */
    accept(text, "docker", "a.example:1/b/c:1");
    accept(text, "docker", "b.example/b:1");
    reject(text, "docker", "c.b.example/b:1");
    reject(text, "docker", "d.c.b.example:7/b:1");
    reject(text, "docker", "localhost:5000/b:1");
    reject(text, "oci", "/x");
}

static void reads_scopes_of_paths(void **state)
{
    static const char text[] = "{'default':" REJECT ",'transports':{"
                               "'dir':{'/a/b':" ACCEPT ",'/a/b/c':" REJECT "},"
                               "'oci':{'':" ACCEPT ",'/a':" REJECT "},"
                               "'oci-archive':{'/a/x.tar':" ACCEPT "}}}";

    accept(text, "dir", "/a/b");
    accept(text, "dir", "/a/b/d");
    reject(text, "dir", "/a/b/c/d");
    reject(text, "dir", "/a/bc");
    reject(text, "dir", "/");
    accept(text, "oci", "/b");
    reject(text, "oci", "/a/b");
    accept(text, "oci-archive", "/a/x.tar");
    reject(text, "oci-archive", "/a/y.tar");
    reject(text, "unknown", "/a");
    reject(text, "dir", "relative");
}

static void reads_scopes_of_storages(void **state)
{
    static const char text[] = "{'default':" REJECT ",'transports':{'containers-storage':{"
                               "'[overlay@/s]':" ACCEPT ",'[overlay@/s]a.example/x':" REJECT
                               ",'[overlay@/s]a.example/x:1':" ACCEPT ",'[/t]':" ACCEPT "},"
                               "'docker-daemon':{'a.example':" ACCEPT "}}}";

    accept(text, "containers-storage", "[overlay@/s]");
    accept(text, "containers-storage", "[overlay@/s]a.example/y:1");
    reject(text, "containers-storage", "[overlay@/s]a.example/x:2");
    accept(text, "containers-storage", "[overlay@/s]a.example/x:1@0123");
    accept(text, "containers-storage", "[vfs@/t]a.example/x:1");
    reject(text, "containers-storage", "[vfs@/s]a.example/y:1");
    reject(text, "containers-storage", "none");
    accept(text, "docker-daemon", "a.example/x:1");
    reject(text, "docker-daemon", "");
}

static void reads_the_file_strictly(void **state)
{
    static const char *const cases[][2] = {
        {"", NULL},
        {"[]", "'policy.json': it is no JSON object"},
        {"{}", "'policy.json': default: it is no array of requirements, of which there must be "
               "one"},
        {"{'default':[]}", "'policy.json': default: it is no array of requirements, of which "
                           "there must be one"},
        {"{'default':{}}", NULL},
        {"{'default':" ACCEPT ",'default':" REJECT "}", NULL},
        {"{'default':" ACCEPT ",'Transports':{}}",
         "'policy.json': 'Transports' is neither default nor transports"},
        {"{'default':['reject']}",
         "'policy.json': default: a requirement is no JSON object with a type"},
        {"{'default':[{'type':'reject','x':1}]}",
         "'policy.json': default: a requirement of type reject has other members"},
        {"{'default':" ACCEPT ",'transports':[]}", "'policy.json': transports is no JSON object"},
        {"{'default':" ACCEPT ",'transports':{'docker':[]}}",
         "'policy.json': transports: 'docker' is no JSON object"},
        {"{'default':" ACCEPT ",'transports':{'docker':{'a':[]}}}",
         "'policy.json': transports: 'docker': the scope 'a': it is no array of requirements, of "
         "which there must be one"},
        {"{'default':" ACCEPT ",'transports':{'docker':{'a':" ACCEPT ",'a':" REJECT "}}}", NULL},
        {"{'default':" ACCEPT ",'transports':{'dir':{'a':" REJECT "}}}",
         "'policy.json': transports: 'dir': the scope 'a': it is no absolute path without '.', "
         "'..' and '/' at its end"},
        {"{'default':" ACCEPT ",'transports':{'oci':{'/':" REJECT "}}}", NULL},
        {"{'default':" ACCEPT ",'transports':{'oci':{'/a/':" REJECT "}}}", NULL},
        {"{'default':" ACCEPT ",'transports':{'oci':{'/a/../b':" REJECT "}}}", NULL},
        {"{'default':" ACCEPT ",'transports':{'docker-archive':{'/a':" REJECT "}}}", NULL},
        {"{'default':" ACCEPT ",'transports':{'containers-storage':{'/a':" REJECT "}}}", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        POLICY_AUTO(policy);
        struct error err = {0};

        print_message("%s\n", cases[i][0]);
        assert_false(parse(cases[i][0], &policy, &err));
        assert_int_equal(err.kind, ERROR_CONFIGURATION);
        if (cases[i][1])
            assert_string_equal(err.message, cases[i][1]);
    }
}

/* ---- files and references ---- */

static bool asks(const char *text, struct error *err)
{
    POLICY_AUTO(policy);
    REFERENCE_AUTO(ref);

    return policy_read(home_path(), &policy, err) && reference_parse(text, &ref, err) &&
           policy_accepts(&policy, &ref, err);
}

#define RULE(type) "{\"default\":[{\"type\":\"" type "\"}]}"

static void reads_the_users_file_or_the_machines(void **state)
{
    struct error err = {0};

    assert_true(asks("alpine", &err));
    home_write("etc/containers/policy.json", RULE("reject"));
    assert_false(asks("alpine", &err));
    assert_non_null(strstr(err.message, "'docker.io/library/alpine:latest' is rejected by the "
                                        "default of '"));
    err = (struct error){0};
    home_write(".config/containers/policy.json", RULE("insecureAcceptAnything"));
    assert_true(asks("alpine", &err));
    home_write(".config/containers/policy.json", "");
    assert_false(asks("alpine", &err));
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
}

static void resolves_links_to_local_images(void **state)
{
    struct error err = {0};
    CLEANUP(cleanup_free)
    char *text = xasprintf("{\"default\":[{\"type\":\"insecureAcceptAnything\"}],\"transports\":{"
                           "\"oci\":{\"%s/real\":[{\"type\":\"reject\"}]}}}",
                           home_path());

    home_write(".config/containers/policy.json", text);
    assert_int_equal(mkdir("real", 0700), 0);
    assert_int_equal(mkdir("real/image", 0700), 0);
    assert_int_equal(symlink("real/image", "link"), 0);
    assert_true(asks("dir:link", &err));
    assert_true(asks("docker-archive:absent", &err));
    assert_false(asks("oci:link:tag", &err));
    assert_int_equal(err.kind, ERROR_PERMISSION);
    err = (struct error){0};
    assert_false(asks("oci:absent", &err));
    assert_int_equal(err.kind, ERROR_NO_INPUT);
}

#define IN_HOME(function) cmocka_unit_test_setup_teardown(function, home_enter, home_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_which_rule_refuses),
        cmocka_unit_test(wants_all_requirements),
        cmocka_unit_test(takes_the_longest_scope_of_an_image),
        cmocka_unit_test(reads_scopes_of_paths),
        cmocka_unit_test(reads_scopes_of_storages),
        cmocka_unit_test(reads_the_file_strictly),
        IN_HOME(reads_the_users_file_or_the_machines),
        IN_HOME(resolves_links_to_local_images),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
