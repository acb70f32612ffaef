/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "www_authenticate.h"

struct expectation {
    const char *header;
    enum challenge_scheme scheme;
    const char *realm;
    const char *service;
};

static void check_string(const char *found, const char *wanted)
{
    if (wanted)
        assert_string_equal(found ? found : "(none)", wanted);
    else
        assert_null(found);
}

static void check(const struct expectation *e)
{
    CHALLENGE_AUTO(found);
    struct error err = {0};

    assert_true(www_authenticate_parse(span_string(e->header), &found, &err));
    assert_int_equal(found.scheme, e->scheme);
    check_string(found.realm, e->realm);
    check_string(found.service, e->service);
}

static void reads_one_challenge(void **state)
{
    static const struct expectation cases[] = {
        {"", CHALLENGE_NONE, NULL, NULL},
        {" , ,", CHALLENGE_NONE, NULL, NULL},
        {"Bearer", CHALLENGE_BEARER, NULL, NULL},
        {"Bearer "
         "realm=\"https://auth.example/token\",service=\"registry.example\",scope=\"a:b:pull\"",
         CHALLENGE_BEARER, "https://auth.example/token", "registry.example"},
        {"bEARER  ReaLM = \"r\" , SERVICE\t=\ts", CHALLENGE_BEARER, "r", "s"},
        {"Bearer realm=https://auth.example/token?a=b,service=s", CHALLENGE_BEARER,
         "https://auth.example/token?a=b", "s"},
        {"Bearer realm=\"a \\\"b\\\" \\\\ c, d=\\e\"", CHALLENGE_BEARER, "a \"b\" \\ c, d=e", NULL},
        {"Bearer realm=\"\",service=\"\"", CHALLENGE_BEARER, "", ""},
        {"Bearer realm=\"first\",realm=\"second\"", CHALLENGE_BEARER, "first", NULL},
        {"Basic realm=\"registry.example\"", CHALLENGE_BASIC, "registry.example", NULL},
        {"Negotiate", CHALLENGE_NONE, NULL, NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check(&cases[i]);
}

static void chooses_among_several(void **state)
{
    static const struct expectation cases[] = {
        {"Basic realm=\"x\", Bearer realm=\"y\",service=\"s\"", CHALLENGE_BEARER, "y", "s"},
        {"Bearer realm=\"y\", Basic realm=\"x\",service=\"s\"", CHALLENGE_BEARER, "y", NULL},
        {"Negotiate, Basic realm=x", CHALLENGE_BASIC, "x", NULL},
        {"NTLM YWJjZA==, Bearer realm=x", CHALLENGE_BEARER, "x", NULL},
        {"Negotiate a/b+c=, Digest nonce=\"a, b\",qop=auth,, Bearer realm=x", CHALLENGE_BEARER, "x",
         NULL},
        {"Bearer realm=one, Bearer realm=two", CHALLENGE_BEARER, "one", NULL},
        {"Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\"",
         CHALLENGE_BASIC, "simple", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check(&cases[i]);
}

static void refuses_what_is_no_challenge(void **state)
{
    static const char *const cases[] = {
        "\"quoted\"",
        "=",
        "Bearer realm=\"unclosed",
        "Bearer realm=\"unclosed\\",
        "Bearer realm=\"a\r\nX: y\"",
        "Bearer realm=\"a\x7f\"",
        "Bearer realm=a b",
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CHALLENGE_AUTO(found);
        struct error err = {0};

        assert_false(www_authenticate_parse(span_string(cases[i]), &found, &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_one_challenge),
        cmocka_unit_test(chooses_among_several),
        cmocka_unit_test(refuses_what_is_no_challenge),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
