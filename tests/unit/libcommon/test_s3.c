/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "home.h"
#include "s3_keys.h"
#include "s3_place.h"
#include "s3_query.h"
#include "s3_refusal.h"

/* ---- queries ---- */

static void sorts_a_query_as_it_is_signed(void **state)
{
    static const struct {
        const char *url;
        const char *sorted;
    } cases[] = {
        {"http://h/b/k", "http://h/b/k"},
        {"http://h/b?", "http://h/b"},
        {"http://h/b?location", "http://h/b?location="},
        {"http://h/b?prefix=a/b&delimiter=/&marker=x",
         "http://h/b?delimiter=%2F&marker=x&prefix=a%2Fb"},
        {"http://h/b?a-b=2&a=1", "http://h/b?a=1&a-b=2"},
        {"http://h/b?a=2&&a=1&", "http://h/b?a=1&a=2"},
        {"http://h/b?p=a+b", "http://h/b?p=a%20b"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(out, 1 * KIB);
        s3_query_sort(span_string(cases[i].url), &out);
        assert_string_equal(out.data, cases[i].sorted);
    }
}

/* ---- refusals ---- */

static void reads_what_a_server_says_no_with(void **state)
{
    struct s3_refusal why =
        s3_refusal_read(SPAN_LITERAL("<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message> "
                                     "too\nfast </Message></Error>"));

    (void)state;
    assert_true(span_equal_string(why.code, "SlowDown"));
    assert_true(span_equal_string(why.message, "too\nfast"));
    why = s3_refusal_read(SPAN_LITERAL("<Code>cut"));
    assert_int_equal(why.code.len, 0);
    why = s3_refusal_read(SPAN_LITERAL("</Code>first<Code></Code>"));
    assert_int_equal(why.code.len, 0);
    why = s3_refusal_read(span_of(NULL, 0));
    assert_int_equal(why.code.len + why.message.len, 0);
}

static void knows_what_passes(void **state)
{
    static const struct {
        long status;
        const char *code;
        enum error_kind kind;
    } cases[] = {
        {503, "SlowDown", ERROR_TRY_AGAIN},
        {500, "InternalError", ERROR_TRY_AGAIN},
        {502, "", ERROR_TRY_AGAIN},
        {507, "", ERROR_TRY_AGAIN},
        {429, "TooManyRequests", ERROR_TRY_AGAIN},
        {400, "RequestTimeout", ERROR_TRY_AGAIN},
        {400, "BadDigest", ERROR_TRY_AGAIN},
        {409, "OperationAborted", ERROR_TRY_AGAIN},
        {403, "AccessDenied", ERROR_PERMISSION},
        {403, "SignatureDoesNotMatch", ERROR_PERMISSION},
        {400, "ExpiredToken", ERROR_PERMISSION},
        {404, "NoSuchBucket", ERROR_CONFIGURATION},
        {403, "QuotaExceeded", ERROR_CONFIGURATION},
        {301, "PermanentRedirect", ERROR_CONFIGURATION},
        {307, "", ERROR_CONFIGURATION},
        {400, "InvalidArgument", ERROR_MALFORMED},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(s3_refusal_kind(cases[i].status, span_string(cases[i].code)),
                         cases[i].kind);
}

/* ---- keys of access ---- */

static void reads_a_section_of_a_credentials_file(void **state)
{
    static const char text[] = "aws_access_key_id=stray\n"
                               "[ default ]\r\n# aws_access_key_id = comment\n"
                               "aws_access_key_id = ID\r\n"
                               "AWS_Secret_Access_Key=se=cr/et\n"
                               "region = nowhere\n"
                               "[other]\naws_access_key_id=X\n"
                               "aws_secret_access_key=Y\naws_session_token=Z\n"
                               "[half]\naws_access_key_id=H\n"
                               "[bad]\naws_access_key_id=a b\naws_secret_access_key=c\n";
    S3_KEYS_AUTO(first);
    S3_KEYS_AUTO(other);
    S3_KEYS_AUTO(none);

    (void)state;
    assert_true(s3_keys_parse(span_string(text), "default", &first));
    assert_string_equal(first.key_id, "ID");
    assert_string_equal(first.secret, "se=cr/et");
    assert_null(first.token);
    assert_true(s3_keys_parse(span_string(text), "other", &other));
    assert_string_equal(other.token, "Z");
    assert_false(s3_keys_parse(span_string(text), "half", &none));
    s3_keys_release(&none);
    assert_false(s3_keys_parse(span_string(text), "bad", &none));
    assert_false(s3_keys_parse(span_string(text), "absent", &none));
}

static void forget_variables(void)
{
    static const char *const names[] = {"THOTH_CEPH_KEY_ID", "THOTH_CEPH_SECRET_KEY",
                                        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
                                        "AWS_SESSION_TOKEN", "AWS_SHARED_CREDENTIALS_FILE",
                                        "AWS_PROFILE"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
}

static void check_found(const char *path, const char *key_id)
{
    S3_KEYS_AUTO(keys);
    struct error err = {0};

    if (!s3_keys_find(path, &keys, &err))
        fail_msg("%s: %s", key_id, err.message);
    assert_string_equal(keys.key_id, key_id);
}

static void finds_keys_in_their_order(void **state)
{
    S3_KEYS_AUTO(none);
    struct error err = {0};

    (void)state;
    forget_variables();
    assert_false(s3_keys_find(NULL, &none, &err));
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
    home_write(".aws/credentials", "[default]\naws_access_key_id=home\naws_secret_access_key=s\n");
    check_found(NULL, "home");
    setenv("AWS_ACCESS_KEY_ID", "aws", 1);
    check_found(NULL, "home");
    setenv("AWS_SECRET_ACCESS_KEY", "s", 1);
    check_found(NULL, "aws");
    setenv("THOTH_CEPH_KEY_ID", "thoth", 1);
    setenv("THOTH_CEPH_SECRET_KEY", "s", 1);
    check_found(NULL, "thoth");
    home_write("secret/AWS_ACCESS_KEY_ID", "mounted\n");
    home_write("secret/AWS_SECRET_ACCESS_KEY", "s\n");
    check_found("secret", "mounted");
    check_found(".aws/credentials", "home");
}

static void a_named_place_must_have_them(void **state)
{
    static const char *const paths[] = {"absent", "empty", "half"};

    (void)state;
    home_write("empty", "");
    home_write("half/AWS_ACCESS_KEY_ID", "a");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        S3_KEYS_AUTO(keys);
        struct error err = {0};

        assert_false(s3_keys_find(paths[i], &keys, &err));
        assert_int_equal(err.kind, ERROR_CONFIGURATION);
        assert_non_null(strstr(err.message, paths[i]));
    }
}

/* ---- places ---- */

static void reads_the_name_of_a_place(void **state)
{
    static const struct {
        const char *where;
        const char *bucket; /* NULL: refused */
        const char *prefix;
    } cases[] = {
        {"s3://lab", "lab", ""},
        {"s3://lab/", "lab", ""},
        {"s3://Lab.x_y-1/a/b=c//", "Lab.x_y-1", "a/b=c/"},
        {"s3://", NULL, NULL},
        {"s3:///a", NULL, NULL},
        {"s3://ab", NULL, NULL},
        {"s3://.lab", NULL, NULL},
        {"s3://la b", NULL, NULL},
        {"s3://lab?x", NULL, NULL},
        {"s3://lab/a b", NULL, NULL},
        {"s3://lab/../x", NULL, NULL},
        {"s3://lab//x", NULL, NULL},
        {"lab", NULL, NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct s3_place place = {.authorities = {.data = strbuf_empty}};
        struct error err = {0};

        assert_int_equal(s3_place_parse(cases[i].where, &place, &err), cases[i].bucket != NULL);
        if (cases[i].bucket) {
            assert_string_equal(place.bucket, cases[i].bucket);
            assert_string_equal(place.prefix, cases[i].prefix);
        } else {
            assert_int_equal(err.kind, ERROR_USAGE);
        }
        s3_place_release(&place);
    }
}

static bool find_at(const char *endpoint, struct s3_place *place, struct error *err)
{
    struct object_store_options how = {.endpoint = endpoint};

    setenv("AWS_ACCESS_KEY_ID", "a", 1);
    setenv("AWS_SECRET_ACCESS_KEY", "s", 1);
    return s3_place_find("s3://lab", &how, place, err);
}

static void checks_the_servers_url(void **state)
{
    static const struct {
        const char *endpoint;
        const char *host; /* NULL: refused */
        bool plain;
    } cases[] = {
        {"http://127.0.0.1:7480", "127.0.0.1:7480", true},
        {"https://S3.example/", "s3.example:443", false},
        {"http://[::1]:80", "[::1]:80", true},
        {"s3.example", NULL, false},
        {"ftp://s3.example", NULL, false},
        {"https://user:secret@s3.example", NULL, false},
        {"https://s3.example/path", NULL, false},
        {"https://s3.example/?x", NULL, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct s3_place place = {0};
        struct error err = {0};

        assert_int_equal(find_at(cases[i].endpoint, &place, &err), cases[i].host != NULL);
        if (cases[i].host) {
            assert_string_equal(place.host, cases[i].host);
            assert_int_equal(place.plain_http, cases[i].plain);
        } else {
            assert_int_equal(err.kind, ERROR_CONFIGURATION);
            assert_null(strstr(err.message, "secret@"));
        }
        s3_place_release(&place);
    }
}

/* ---- digests ---- */

/* RFC 1321, A.5; the HMAC by `openssl dgst -sha256 -mac HMAC`. */
static void knows_its_digests(void **state)
{
    struct md5_text md5 = md5_of(SPAN_LITERAL("abc"));
    struct digest digest = digest_of(SPAN_LITERAL("abc"));
    struct digest signed_one = digest_sign(SPAN_LITERAL("key"), &digest);

    (void)state;
    assert_string_equal(md5.hex, "900150983cd24fb0d6963f7d28e17f72");
    assert_string_equal(md5.base64, "kAFQmDzST7DWlj99KOF/cg==");
    assert_string_equal(DIGEST_HEX_TEXT(&signed_one),
                        "1ceb3bc9d775085e9166a8f29ad47ac214cb2f76e21a5a1716a1042108f7a2a1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorts_a_query_as_it_is_signed),
        cmocka_unit_test(reads_what_a_server_says_no_with),
        cmocka_unit_test(knows_what_passes),
        cmocka_unit_test(reads_a_section_of_a_credentials_file),
        cmocka_unit_test_setup_teardown(finds_keys_in_their_order, home_enter, home_leave),
        cmocka_unit_test_setup_teardown(a_named_place_must_have_them, home_enter, home_leave),
        cmocka_unit_test(reads_the_name_of_a_place),
        cmocka_unit_test_setup_teardown(checks_the_servers_url, home_enter, home_leave),
        cmocka_unit_test(knows_its_digests),
    };

    return cmocka_run_group_tests_name("s3", tests, NULL, NULL);
}
