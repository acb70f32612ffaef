/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the registry client that ask nobody; tests/servers/fetch-image.bats has the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "bearer_token.h"
#include "content_range.h"
#include "http.h"
#include "registry_refusal.h"
#include "retry.h"

#define NOW 1000

static void check_token(const char *answer, const char *authorization, int64_t expires)
{
    struct bearer_token token = {0};
    struct error err = {0};

    assert_true(bearer_token_parse(span_string(answer), NOW, &token, &err));
    assert_string_equal(token.authorization, authorization);
    assert_int_equal(token.expires, expires);
    bearer_token_release(&token);
}

static void reads_tokens(void **state)
{
    check_token("{\"token\":\"a.b-c\"}", "Bearer a.b-c", NOW + 60);
    check_token("{\"access_token\":\"x\",\"expires_in\":300}", "Bearer x", NOW + 300);
    check_token("{\"token\":\"\",\"access_token\":\"x\",\"expires_in\":5}", "Bearer x", NOW + 60);
    check_token("{\"token\":\"t\",\"access_token\":\"x\",\"expires_in\":-1}", "Bearer t", NOW + 60);
    check_token("{\"token\":\"t\",\"expires_in\":9223372036854775807}", "Bearer t",
                NOW + LIMIT_TOKEN_LIFE);
    check_token("{\"token\":\"t\",\"expires_in\":\"soon\"}", "Bearer t", NOW + 60);
}

static void refuses_other_answers(void **state)
{
    static const char *const cases[] = {
        "",
        "<html>",
        "[]",
        "{}",
        "{\"token\":1}",
        "{\"token\":\"\"}",
        "{\"token\":\"a b\"}",
        "{\"token\":\"a\\r\\nHost: b\"}",
        "{\"token\":\"a\\u0000\"}",
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bearer_token token = {0};
        struct error err = {0};

        assert_false(bearer_token_parse(span_string(cases[i]), NOW, &token, &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
        assert_null(token.authorization);
    }
}

static void keeps_the_refresh_token(void **state)
{
    struct bearer_token token = {0};
    struct error err = {0};

    assert_true(bearer_token_parse(SPAN_LITERAL("{\"token\":\"t\",\"refresh_token\":\"r\"}"), NOW,
                                   &token, &err));
    assert_string_equal(token.refresh, "r");
    assert_true(bearer_token_parse(SPAN_LITERAL("{\"token\":\"t\",\"refresh_token\":\"r s\"}"), NOW,
                                   &token, &err));
    assert_null(token.refresh);
    bearer_token_release(&token);
}

static void knows_the_rest_of_a_whole(void **state)
{
    static const struct {
        const char *header;
        bool is_rest;
    } cases[] = {
        {"bytes 10-99/100", true},    {"bytes 10-99/*", true},
        {" bytes 10-99/100 ", true},  {"bytes 0-99/100", false},
        {"bytes 10-98/100", false},   {"bytes 10-99/101", false},
        {"bytes 11-99/100", false},   {"bytes 10-99", false},
        {"bytes */100", false},       {"items 10-99/100", false},
        {"bytes 10-/100", false},     {"bytes=10-99/100", false},
        {"bytes 010-99/100x", false}, {"", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("%s\n", cases[i].header);
        assert_int_equal(content_range_is_rest(span_string(cases[i].header), 10, 100),
                         cases[i].is_rest);
    }
}

static int64_t retry_after(char *header)
{
    const struct http_response response = {.retry_after = header};

    return http_retry_after(&response);
}

static void waits_as_long_as_asked(void **state)
{
    char date[64];
    char past[] = "Wed, 21 Oct 2015 07:28:00 GMT";
    char number[] = "120";
    char seen_at_a_registry[] = "454.813\302\265s";
    char word[] = "soon";
    time_t soon = time(NULL) + 100;

    strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", gmtime(&soon));
    assert_in_range(retry_after(date), 95, 100);
    assert_int_equal(retry_after(past), 0);
    assert_int_equal(retry_after(number), 120);
    assert_int_equal(retry_after(seen_at_a_registry), -1);
    assert_int_equal(retry_after(word), -1);
    assert_int_equal(retry_after(NULL), -1);
}

static void tries_again_for_its_time_alone(void **state)
{
    struct retry never = {.seconds = 0};
    struct retry once = {.seconds = 1};
    struct retry asked = {.seconds = 1};

    assert_false(retry_wait(&never, -1));
    assert_true(retry_wait(&once, 0));
    assert_false(retry_wait(&once, -1));
    assert_int_equal(once.failures, 2);
    retry_progress(&once);
    assert_true(retry_wait(&once, -1));
    assert_false(retry_wait(&asked, 60));
}

static void encodes_forms(void **state)
{
    STRBUF_AUTO(form, KIB);

    http_form_add(&form, "scope", "repository:a/b:pull,push");
    http_form_add(&form, "token", "a&b=c d+\303\244");
    assert_string_equal(form.data,
                        "scope=repository%3Aa%2Fb%3Apull%2Cpush&token=a%26b%3Dc%20d%2B%C3%A4");
}

static void reads_urls_as_they_are_asked(void **state)
{
    static const struct {
        const char *base;
        const char *reference;
        const char *text;
        const char *host;
        const char *port;
    } cases[] = {
        {NULL, "https://Registry.example/v2/", "https://Registry.example/v2/", "registry.example",
         "443"},
        {NULL, "http://localhost:5000", "http://localhost:5000/", "localhost", "5000"},
        {NULL, "http://[::1]:80/a", "http://[::1]:80/a", "::1", "80"},
        {NULL, "http://2130706433/", "http://127.0.0.1/", "127.0.0.1", "80"},
        {NULL, "http://0x7f.1/", "http://127.0.0.1/", "127.0.0.1", "80"},
        {"https://a.example/v2/x", "/token?b=c", "https://a.example/token?b=c", "a.example", "443"},
        {"https://a.example/v2/x", "//b.example:8443/t", "https://b.example:8443/t", "b.example",
         "8443"},
        {"https://a.example/v2/x", "http://b.example/y z", "http://b.example/y%20z", "b.example",
         "80"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        HTTP_URL_AUTO(url);
        struct error err = {0};

        assert_true(http_url_parse(cases[i].base, cases[i].reference, &url, &err));
        assert_string_equal(url.text, cases[i].text);
        assert_string_equal(url.host, cases[i].host);
        assert_string_equal(url.port, cases[i].port);
    }
}

static void refuses_other_urls(void **state)
{
    static const char *const cases[] = {
        "",
        "ftp://a.example/",
        "file:///etc/passwd",
        "https://me:secret@a.example/",
        "https://a.example:99999/",
        "https://a b.example/",
        "https://a.example/\r\nX: y",
        "https://",
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        HTTP_URL_AUTO(url);
        struct error err = {0};

        if (http_url_parse(NULL, cases[i], &url, &err))
            fail_msg("'%s' was taken as '%s'", cases[i], url.text);
        assert_int_equal(err.kind, ERROR_MALFORMED);
    }
}

static void adds_to_queries(void **state)
{
    HTTP_URL_AUTO(url);
    struct error err = {0};

    assert_true(http_url_parse(NULL, "https://a.example/token?x=1#y", &url, &err));
    assert_true(http_url_add_query(&url, "service", "b&c=d e", &err));
    assert_true(strncmp(url.text, "https://a.example/token?x=1&service=b%26c%3", 43) == 0);
    assert_null(strchr(url.text, ' '));
}

static void compares_origins(void **state)
{
    static const struct {
        const char *a;
        const char *b;
        bool same;
    } cases[] = {
        {"https://a.example/x", "https://A.example:443/y", true},
        {"https://a.example/", "http://a.example/", false},
        {"https://a.example/", "https://a.example:8443/", false},
        {"https://a.example/", "https://b.a.example/", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        HTTP_URL_AUTO(a);
        HTTP_URL_AUTO(b);
        struct error err = {0};

        assert_true(http_url_parse(NULL, cases[i].a, &a, &err));
        assert_true(http_url_parse(NULL, cases[i].b, &b, &err));
        assert_int_equal(http_url_same_origin(&a, &b), cases[i].same);
    }
}

static void says_what_the_registry_says(void **state)
{
    static const struct {
        long status;
        const char *body;
        enum error_kind kind;
        const char *message;
    } cases[] = {
        {404, "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"no such\\nname\"}]}",
         ERROR_NO_INPUT, "not found (HTTP status 404): 'NAME_UNKNOWN: no such?name'"},
        {429, "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\"}]}", ERROR_TRY_AGAIN,
         "too many requests (HTTP status 429): 'TOOMANYREQUESTS'"},
        {401, "{\"details\":\"who?\"}", ERROR_PERMISSION,
         "access denied (HTTP status 401): 'who?'"},
        {403, "<html>", ERROR_PERMISSION, "access denied (HTTP status 403)"},
        {503, "", ERROR_TRY_AGAIN, "unexpected answer (HTTP status 503)"},
        {418, "{\"errors\":{}}", ERROR_MALFORMED, "unexpected answer (HTTP status 418)"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct http_response response = {.status = cases[i].status,
                                         .body = stream_of_span(span_string(cases[i].body))};
        struct error err = {0};

        assert_false(registry_refusal(&response, &err));
        assert_int_equal(err.kind, cases[i].kind);
        assert_string_equal(err.message, cases[i].message);
        http_response_release(&response);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_refresh_token), cmocka_unit_test(knows_the_rest_of_a_whole),
        cmocka_unit_test(waits_as_long_as_asked),  cmocka_unit_test(tries_again_for_its_time_alone),
        cmocka_unit_test(encodes_forms),           cmocka_unit_test(reads_tokens),
        cmocka_unit_test(refuses_other_answers),   cmocka_unit_test(reads_urls_as_they_are_asked),
        cmocka_unit_test(refuses_other_urls),      cmocka_unit_test(adds_to_queries),
        cmocka_unit_test(compares_origins),        cmocka_unit_test(says_what_the_registry_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
