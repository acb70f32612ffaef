/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "json_in.h"
#include "toml.h"
#include "xalloc.h"

/* ' stands for " in expected. */
static void assert_json(const json_t *value, const char *expected)
{
    CLEANUP(cleanup_free) char *text = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS);
    CLEANUP(cleanup_free) char *wanted = xstrdup(expected);

    for (char *quote = strchr(wanted, '\''); quote; quote = strchr(quote, '\''))
        *quote = '"';
    assert_string_equal(text, wanted);
}

static void expect(const char *text, const char *expected)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *root = toml_parse(span_string(text), &err);

    print_message("%s\n", text);
    if (root)
        assert_json(root, expected);
    else
        assert_string_equal(err.message, expected);
}

static void reads_keys_and_tables(void **state)
{
    expect("", "{}");
    expect("\xef\xbb\xbf# only a comment", "{}");
    expect("a = 1 # one\r\nb-c_2 = 2\n\n'd e' = 3\n\"f\\tg\" = 4\n1.2 = 5\n",
           "{'1':{'2':5},'a':1,'b-c_2':2,'d e':3,'f\\tg':4}");
    expect("[a]\nx = 1\n[a.b]\ny = 2\n[ c . 'd.e' ]\n", "{'a':{'b':{'y':2},'x':1},'c':{'d.e':{}}}");
    expect("a.b.c = 1\na.b.d = 2\n", "{'a':{'b':{'c':1,'d':2}}}");
    expect("[[s]]\nn = 1\n[[s]]\nn = 2\n[s.t]\nm = 3\n", "{'s':[{'n':1},{'n':2,'t':{'m':3}}]}");
    expect("p = {version = '*', extras = [\"a\", 'b'], o = {}}\n",
           "{'p':{'extras':['a','b'],'o':{},'version':'*'}}");
    expect("a = [ # comment\n 1,\n\n [2, 3], # more\n]\n", "{'a':[1,[2,3]]}");
}

static void reads_values(void **state)
{
    expect("a = [true, false]", "{'a':[true,false]}");
    expect("a = [0, -17, +99, 1_000, 0xDEAD_beef, 0o755, 0b101]",
           "{'a':[0,-17,99,1000,3735928559,493,5]}");
    expect("a = [9223372036854775807, 9223372036854775808, 0xffffffffffffffff]",
           "{'a':[9223372036854775807,'9223372036854775808','0xffffffffffffffff']}");
    expect("a = [1.5, -0.25, 5e+2, 1e999, inf, -nan]",
           "{'a':[1.5,-0.25,500.0,'1e999','inf','-nan']}");
    expect("a = [1979-05-27, 07:32:00, 1979-05-27T07:32:00Z, 1979-05-27 07:32:00.5-07:00]",
           "{'a':['1979-05-27','07:32:00','1979-05-27T07:32:00Z','1979-05-27 07:32:00.5-07:00']}");
    expect("a = \"\\u00e9\\U0001F600\\b\\\\\"", "{'a':'\xc3\xa9\xf0\x9f\x98\x80\\b\\\\'}");
}

static void reads_strings_of_several_lines(void **state)
{
    expect("a = \"\"\"\none\n  two \\\n\n   three\"\"\"\n", "{'a':'one\\n  two three'}");
    expect("a = '''\none\\n'''\n", "{'a':'one\\\\n'}");
    expect("a = '''two quotes''''''\n", "line 1: something behind a value");
    expect("a = \"\"\"\"\"\"", "{'a':''}");
}

static void says_what_is_wrong(void **state)
{
    static const char *const cases[][2] = {
        {"a = 1\na = 2", "line 2: a key that stands twice"},
        {"a = 1\n[a]\n", "line 2: a key that stands twice"},
        {"a = 1\na.b = 2\n", "line 2: a key that stands twice"},
        {"a = {b = 1}\n[[a]]\n", "line 2: a key that stands twice"},
        {"\n\na", "line 3: a key without a value"},
        {"a =", "line 1: a key without a value"},
        {"= 1", "line 1: no key"},
        {"a. = 1", "line 1: no key"},
        {"a = 1 b = 2", "line 1: something behind a value"},
        {"a = maybe", "line 1: a value that is none"},
        {"a = 01", "line 1: a value that is none"},
        {"a = 1__0", "line 1: a value that is none"},
        {"a = _1", "line 1: a value that is none"},
        {"a = 1.", "line 1: a value that is none"},
        {"a = .5", "line 1: a value that is none"},
        {"a = -0x1", "line 1: a value that is none"},
        {"a = 0x", "line 1: a value that is none"},
        {"a = \"open", "line 1: a string that does not end, or with an escape that is none"},
        {"a = \"\\q\"", "line 1: a string that does not end, or with an escape that is none"},
        {"a = \"\\ud800\"", "line 1: a string that does not end, or with an escape that is none"},
        {"'a = 1", "line 1: a key whose quotes do not end"},
        {"a = [1 2]", "line 1: an array that does not end"},
        {"a = [1,", "line 1: a key without a value"},
        {"a = {b = 1", "line 1: an inline table that does not end"},
        {"[a\nb = 1", "line 1: a heading that does not end"},
        {"[[a]\n", "line 1: a heading that does not end"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(cases[i][0], cases[i][1]);
}

static void bounds_nesting(void **state)
{
    STRBUF_AUTO(text, MIB);

    strbuf_add_string(&text, "a = ");
    for (size_t i = 0; i < 100000; i++)
        strbuf_add_byte(&text, '[');
    struct error err = {0};
    assert_null(toml_parse(strbuf_span(&text), &err));
    assert_string_equal(err.message, "line 1: values nested too deeply");
    strbuf_clear(&text);
    strbuf_add_byte(&text, '[');
    for (size_t i = 0; i < 100000; i++)
        strbuf_add_string(&text, "a.");
    err = (struct error){0};
    assert_null(toml_parse(strbuf_span(&text), &err));
    assert_string_equal(err.message, "line 1: tables nested too deeply");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_keys_and_tables),
        cmocka_unit_test(reads_values),
        cmocka_unit_test(reads_strings_of_several_lines),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(bounds_nesting),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
