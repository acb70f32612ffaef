/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "debian.h"
#include "strbuf.h"

static void check(const char *kind, const char *name, const char *want)
{
    STRBUF_AUTO(got, 100);

    strbuf_add_span(&got, debian_package(kind, span_string(name)));
    assert_string_equal(got.data, want);
}

/* What `apt-file search` says of these, too. */
static void knows_what_is_often_missing(void **state)
{
    check("header", "zlib.h", "zlib1g-dev");
    check("header", "ffi.h", "libffi-dev");
    check("header", "openssl/ssl.h", "libssl-dev");
    check("header", "libxml/xmlversion.h", "libxml2-dev");
    check("header", "boost/asio/ip/tcp.hpp", "libboost-dev");
    check("header", "mysql.h", "default-libmysqlclient-dev");
    check("library", "z", "zlib1g-dev");
    check("library", "pq", "libpq-dev");
    check("shared", "libGL.so.1", "libgl1");
    check("pkgconfig", "libffi", "libffi-dev");
    check("cmake", "Eigen3", "libeigen3-dev");
    check("command", "pg_config", "libpq-dev");
    check("command", "unzip", "unzip");
}

static void says_nothing_of_the_rest(void **state)
{
    check("header", "no-such-header.h", "");
    check("header", "", "");
    check("header", "/", "");
    check("command", "zlib.h", "");
    check("command", "zlib1g-dev", "");
    check("command", "unzip\tx", "");
    check("nothing", "unzip", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_is_often_missing),
        cmocka_unit_test(says_nothing_of_the_rest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
