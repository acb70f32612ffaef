/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "http_proxy.h"

static bool excepts(const char *list, const char *text)
{
    struct error err = {0};
    HTTP_URL_AUTO(url);

    assert_true(http_url_parse(NULL, text, &url, &err));
    return http_proxy_excepts(span_string(list), &url);
}

static void reads_no_proxy(void **state)
{
    static const struct {
        const char *list;
        const char *url;
        bool excepts;
    } cases[] = {
        {"", "https://a.example/", false},
        {",, ,", "https://a.example/", false},
        {"*", "https://a.example/", true},
        {"a.example", "https://a.example/", true},
        {"A.Example", "https://a.example/", true},
        {"example", "https://a.example/", true},
        {".example", "https://a.example/", true},
        {"xample", "https://a.example/", false},
        {"b.example,a.example", "https://a.example/", true},
        {"b.example a.example", "https://a.example/", true},
        {"b.example, a.example", "https://a.example/", true},
        {"a.example.org", "https://a.example/", false},
        {"a.example:5000", "https://a.example:5000/", true},
        {"a.example:443", "https://a.example/", true},
        {"a.example:5000", "https://a.example/", false},
        {"10.0.0.1", "http://10.0.0.1/", true},
        {"10.0.0.1:80", "http://10.0.0.1/", true},
        {"0.0.1", "http://10.0.0.1/", false},
        {"10.0.0.0/8", "http://10.255.0.1/", true},
        {"10.0.0.0/8", "http://11.0.0.1/", false},
        {"10.0.0.0/9", "http://10.127.0.1/", true},
        {"10.0.0.0/9", "http://10.128.0.1/", false},
        {"10.0.0.0/0", "http://192.0.2.1/", true},
        {"10.0.0.0/33", "http://10.0.0.0/", false},
        {"10.0.0.0/x", "http://10.0.0.0/", false},
        {"10.0.0.0/8", "http://10.example/", false},
        {"::1", "http://[::1]/", true},
        {"[::1]", "http://[::1]/", true},
        {"[::1]:5000", "http://[::1]:5000/", true},
        {"[::1]:5000", "http://[::1]/", false},
        {"fd00::/8", "http://[fd12::1]/", true},
        {"fd00::/8", "http://[fe80::1]/", false},
        {"::/0", "http://10.0.0.1/", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (excepts(cases[i].list, cases[i].url) != cases[i].excepts)
            fail_msg("%s: %s", cases[i].list, cases[i].url);
}

static const char *proxy_for(const char *text)
{
    struct error err = {0};
    HTTP_URL_AUTO(url);

    assert_true(http_url_parse(NULL, text, &url, &err));
    return http_proxy_for(&url);
}

/* All but cmocka's own, which says how results are written. */
static void forget_proxies(void)
{
    static const char *const names[] = {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY",
                                        "all_proxy",  "ALL_PROXY",  "no_proxy",    "NO_PROXY"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unsetenv(names[i]);
}

static void asks_the_environment(void **state)
{
    (void)state;
    forget_proxies();
    assert_null(proxy_for("http://a.example/"));
    setenv("all_proxy", "", 1);
    setenv("ALL_PROXY", "socks5://all", 1);
    assert_string_equal(proxy_for("http://a.example/"), "socks5://all");
    setenv("HTTP_PROXY", "http://upper", 1);
    assert_string_equal(proxy_for("http://a.example/"), "http://upper");
    assert_string_equal(proxy_for("https://a.example/"), "socks5://all");
    setenv("http_proxy", "http://lower", 1);
    setenv("https_proxy", "http://tls", 1);
    assert_string_equal(proxy_for("http://a.example/"), "http://lower");
    assert_string_equal(proxy_for("https://a.example/"), "http://tls");
    setenv("NO_PROXY", "a.example", 1);
    assert_null(proxy_for("https://a.example/"));
    assert_string_equal(proxy_for("https://b.example/"), "http://tls");
    forget_proxies();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_no_proxy),
        cmocka_unit_test(asks_the_environment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
