/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base64.h"
#include "limits.h"

static void expect_text(const char *bytes, const char *text)
{
    STRBUF_AUTO(out, KIB);

    base64_encode(span_string(bytes), &out);
    assert_string_equal(out.data, text);
}

static void writes_the_vectors_of_the_rfc(void **state)
{
    expect_text("", "");
    expect_text("f", "Zg==");
    expect_text("fo", "Zm8=");
    expect_text("foo", "Zm9v");
    expect_text("foob", "Zm9vYg==");
    expect_text("fooba", "Zm9vYmE=");
    expect_text("foobar", "Zm9vYmFy");
    expect_text("\xfb\xef\xff", "++//");
}

static void expect(const char *text, bool good, const char *expected)
{
    STRBUF_AUTO(out, KIB);

    print_message("%s\n", text);
    assert_int_equal(base64_decode(span_string(text), &out), good);
    if (good)
        assert_string_equal(out.data, expected);
}

static void reads_the_vectors_of_the_rfc(void **state)
{
    expect("", true, "");
    expect("Zg==", true, "f");
    expect("Zm8=", true, "fo");
    expect("Zm9v", true, "foo");
    expect("Zm9vYg==", true, "foob");
    expect("Zm9vYmE=", true, "fooba");
    expect("Zm9vYmFy", true, "foobar");
    expect("++//", true, "\xfb\xef\xff");
}

static void takes_what_other_tools_make(void **state)
{
    expect("Zg", true, "f");
    expect("Zm8", true, "fo");
    expect("Zm9v\nYmFy\r\n", true, "foobar");
}

static void refuses_the_rest(void **state)
{
    static const char *const wrong[] = {"Z",     "Zm9vY", "Zg=",  "Zm8==", "Zg==Zg==", "=",
                                        "Zm9v=", "Zm9 v", "Zm_v", "Zm-v",  "Zm9v*",    "Z=g="};

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect(wrong[i], false, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_vectors_of_the_rfc),
        cmocka_unit_test(writes_the_vectors_of_the_rfc),
        cmocka_unit_test(takes_what_other_tools_make),
        cmocka_unit_test(refuses_the_rest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
